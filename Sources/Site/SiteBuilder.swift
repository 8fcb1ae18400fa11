package import Diagnostics
internal import Markdown
internal import Search
package import WorkspaceModel

/// Renders one site: plans the pages, prints them in parallel, and hands every file to an output.
package struct SiteBuilder: Sendable {
  let reading: SiteReading
  let plan: SitePlan
  let theme: Theme
  private let generator: String
  private let feeds: [String: FeedPlan]
  private let aliases: HeadingAliases
  private let hasPrintStyles: Bool

  /// What a build came to.
  package struct Summary: Sendable {
    /// Pages of HTML.
    package var pages: Int
    /// Files that are heavier than their kind may be.
    package var heavyFiles: [HeavyFile]
  }

  /// Plans a site; `revision` is the short name of the commit, `folder` that of the workspace in its repository.
  package init(
    _ visible: VisibleWorkspace, clock: SiteClock, revision: String?, folder: RepoPath, checks: [CheckReference],
    theme: Theme, generator: String, inputs: SiteInputs = SiteInputs()
  ) {
    self.init(
      SiteReading(visible, clock: clock, revision: revision, folder: folder, checks: checks, inputs: inputs),
      theme: theme, generator: generator)
  }

  /// Plans the site of a reading.
  init(_ reading: SiteReading, theme: Theme, generator: String) {
    self.reading = reading
    plan = SitePlan(reading)
    self.theme = theme
    self.generator = generator
    feeds = Dictionary(reading.feedPlan(plan).map { ($0.page, $0) }) { first, _ in first }
    aliases = HeadingAliases(reading.visible)
    hasPrintStyles = theme.hasPrintStyles
  }

  /// The same site with other findings, and another text of one record; nothing else of the workspace may differ.
  package init(_ earlier: SiteBuilder, telling visible: VisibleWorkspace, _ text: RecordSource?) {
    reading = SiteReading(earlier.reading, telling: visible, text)
    (plan, theme, generator, feeds) = (earlier.plan, earlier.theme, earlier.generator, earlier.feeds)
    aliases = text == nil ? earlier.aliases : HeadingAliases(visible)
    hasPrintStyles = earlier.hasPrintStyles
  }

  /// The same site with another theme.
  package init(_ earlier: SiteBuilder, theme: Theme) {
    (reading, plan, self.theme, generator) = (earlier.reading, earlier.plan, theme, earlier.generator)
    (feeds, aliases) = (earlier.feeds, earlier.aliases)
    hasPrintStyles = theme.hasPrintStyles
  }

  /// How many pages it has.
  package var pageCount: Int { plan.pages.count }

  /// What pages may load, as the header of a host says it.
  package static var securityPolicy: String { SecurityPolicy.header }

  /// The tags that load what layouts need.
  func layoutAssets() throws(ThemeError) -> LayoutAssets {
    try LayoutAssets(theme, hasHistory: !reading.changes.isEmpty)
  }

  /// Files of the workspace that pages show or link to and that are copied as they are.
  package var neededAssets: [RepoPath] {
    var needed: Set<RepoPath> = []
    for (path, document) in reading.visible.documents {
      for link in document.links {
        if case .asset(let file) = reading.resolver.resolve(link, in: path), file.isSafeToWrite { needed.insert(file) }
      }
    }
    return needed.sorted()
  }

  /// Renders everything into an output, with `jobs` threads.
  package func build(
    into target: some SiteOutput, assets: [RepoPath: [UInt8]], jobs: Int, meter: some BuildMeter = NoMeter()
  ) async throws -> Summary {
    let output = NotedOutput(target)
    let frames = try meter.measure(.frames) { () throws -> [FrameKey: PageFrame] in try self.frames() }
    let assetTags = try layoutAssets()
    async let index = SearchIndex(SearchCatalog(reading).entries, jobs: jobs)
    for (path, bytes) in try theme.assets() { try output.put(path, bytes) }
    for (path, bytes) in assets { try output.put("files/\(path)", bytes) }
    let shelves = Shelves(peeks: PeekShelf(), weights: PageWeights())
    try await render(frames, assetTags, shelves, into: output, jobs: jobs, meter)
    let search = await index.files
    try meter.stretch("lists and redirects", count: 1) { () throws -> Void in
      try meter.measure(.rest) { () throws -> Void in
        for (path, bytes) in shelves.peeks.files { try output.put(path, bytes) }
        for file in search { try output.put(file.path, file.bytes) }
        try putRest(frames, into: output)
      }
    }
    return Summary(
      pages: plan.pages.count, heavyFiles: try PageWeights.heavyAssets(theme) + shelves.weights.heavyPages(theme))
  }

  /// The files that are made when all pages are there.
  func putRest(_ frames: [FrameKey: PageFrame] = [:], into output: NotedOutput<some SiteOutput>) throws {
    try output.put("404.html", try notFound())
    for (path, bytes) in SiteFiles(reading, plan, generator: generator).all { try output.put(path, bytes) }
    if !reading.changes.isEmpty { try output.put(ChangesManifest.path, reading.changesManifest().bytes) }
    let redirects = RedirectFiles(SiteRedirects(reading, plan)) { try self.removed($0, frames) }
    try redirects.put(into: output)
  }

  /// What is gathered from pages while they are written.
  private struct Shelves: Sendable {
    let peeks: PeekShelf
    let weights: PageWeights
  }

  /// What the frame of a page depends on.
  struct FrameKey: Hashable {
    let section: SiteSection
    let root: String
  }

  /// The frames of all pages, and those of the first section that what was removed stands in.
  private func frames() throws(ThemeError) -> [FrameKey: PageFrame] {
    var frames: [FrameKey: PageFrame] = [:]
    for page in plan.pages {
      let root = PageDepth.root(of: page.address)
      for key in [FrameKey(section: page.section, root: root), FrameKey(section: .home, root: root)]
      where frames[key] == nil {
        frames[key] = try frame(key.section, root: root)
      }
    }
    return frames
  }

  /// The frame of the pages of a section that lie so deep.
  func frame(_ section: SiteSection, root: String) throws(ThemeError) -> PageFrame {
    let shell = Shell(
      siteName: reading.workspace.settings.name, siteInitials: Format.initials(reading.workspace.settings.name),
      root: root, home: Href("/"), searchPage: Href(SearchPage.address),
      navGroups: reading.navigation(plan, current: section),
      ribbon: ribbon(root: root),
      stylesheet: root + "assets/fieldbook.css",
      printStylesheet: hasPrintStyles ? root + "assets/print.css" : nil,
      themeScript: root + "assets/theme.js",
      scripts: [root + "assets/fieldbook.js"], favicon: root + "assets/icons/favicon.svg",
      audienceLabel: reading.visible.audienceTitle, builtFrom: "As of \(Format.day(reading.today))")
    return try PageFrame(try theme.render(shell, layout: Shell.layout, root: root))
  }

  /// Path of the page that says what a branch under review changes, below the root of the site.
  package var reviewPage: String? {
    reviewComparison.map { String($0.address.dropFirst()) }
  }

  private var reviewComparison: Comparison? {
    guard let review = reading.inputs.review else { return nil }
    return reading.comparisons.first { $0.from.commit == review.commit && $0.from.name == review.name }
  }

  /// The band over every page of a site that shows the past, or a branch under review.
  private func ribbon(root: String) -> Ribbon? {
    let sheet = root + "assets/past.css"
    guard let review = reading.inputs.review else {
      return reading.inputs.ribbon.map { Ribbon(ribbonTitle: "The past", sentence: $0, more: nil, sheet: sheet) }
    }
    let comparison = reviewComparison
    return Ribbon(
      ribbonTitle: "Review",
      sentence: comparison == nil
        ? "Nothing that is shown here differs from \(review.name)." : "The workspace as this branch would leave it.",
      more: comparison.map { Link(text: "What differs from \(review.name)", href: Href($0.address)) }, sheet: sheet)
  }

  private func render(
    _ frames: [FrameKey: PageFrame], _ assetTags: LayoutAssets, _ shelves: Shelves, into output: some SiteOutput,
    jobs: Int, _ meter: some BuildMeter
  ) async throws {
    var turns = turns(jobs: jobs).makeIterator()
    try await withThrowingTaskGroup(of: Void.self) { group in
      func startNext() {
        guard let pages = turns.next(), let first = pages.first else { return }
        group.addTask {
          try meter.stretch(first.address, count: pages.count) { () throws -> Void in
            // One buffer for all pages of the task; it grows to the largest of them once.
            var bytes: [UInt8] = []
            for page in pages { try self.write(page, frames, assetTags, shelves, into: output, meter, &bytes) }
          }
        }
      }
      for _ in 0..<max(1, jobs) { startNext() }
      while try await group.next() != nil { startNext() }
    }
  }

  /// What a thread does at a time, in order.
  ///
  /// Pages that gather much come first and one by one: whoever had to do one of them last would keep all others waiting.
  /// Among them those at the top go before what lies below, which asks for the same and would wait for it as well.
  private func turns(jobs: Int) -> [ArraySlice<PlannedPage>] {
    let many: Set<SiteSection> = [.changes, .customers, .deals]
    func gathers(_ page: PlannedPage) -> Bool { page.source == nil && !many.contains(page.section) }
    let rest = plan.pages.filter { !gathers($0) }
    let size = max(1, min(64, rest.count / max(1, jobs * 4)))
    func depth(_ page: PlannedPage) -> Int { page.address.utf8.count { $0 == UInt8(ascii: "/") } }
    let first = plan.pages.filter(gathers).sorted { (depth($0), $0.address) < (depth($1), $1.address) }
    return first.map { [$0] }
      + stride(from: 0, to: rest.count, by: size).map { rest[$0..<min($0 + size, rest.count)] }
  }

  /// Makes the files of one page.
  func write(
    _ page: PlannedPage, _ frame: PageFrame, _ assetTags: LayoutAssets, into output: some SiteOutput
  ) throws {
    let key = FrameKey(section: page.section, root: PageDepth.root(of: page.address))
    var bytes: [UInt8] = []
    try write(
      page, [key: frame], assetTags, Shelves(peeks: PeekShelf(), weights: PageWeights()), into: output, NoMeter(),
      &bytes)
  }

  private func write(
    _ page: PlannedPage, _ frames: [FrameKey: PageFrame], _ assetTags: LayoutAssets, _ shelves: Shelves,
    into output: some SiteOutput, _ meter: some BuildMeter, _ bytes: inout [UInt8]
  ) throws {
    let root = PageDepth.root(of: page.address)
    guard let frame = frames[FrameKey(section: page.section, root: root)] else { return }
    var model = meter.measure(.models) { page.model(reading) }
    let folder = page.address.dropFirst()
    if let tables = model as? any PageWithTables {
      for file in TableFiles.files(of: tables, root: root) { try output.put("\(folder)\(file.name)", file.bytes) }
      model = TableFiles.linked(tables)
    }
    shelves.peeks.note(page.address, model.head)
    let record = page.source.flatMap { reading.index.records[$0] }
    var head = SecurityPolicy.element
    if record != nil {
      head += "<link rel=\"alternate\" type=\"text/markdown\" href=\"index.md\">\n"
      head += "<link rel=\"alternate\" type=\"application/json\" href=\"index.json\">\n"
    }
    if let feed = feeds[page.address] {
      head += feed.link(root: root)
      let text = meter.measure(.feeds) { reading.feed(feed, generator: generator) }
      try meter.measure(.files) { () throws -> Void in try output.put(feed.path, text) }
    } else if page.address == "/changes/", let feed = feeds["/"] {
      head += feed.link(root: root)
    }
    let layout = type(of: model).layout
    try meter.measure(.layouts) { () throws -> Void in
      bytes.removeAll(keepingCapacity: true)
      frame.open(head: head, title: model.head.title, assets: assetTags.tags(for: layout, root: root), into: &bytes)
      try theme.print(model, layout: layout, root: root, into: &bytes)
      frame.close(into: &bytes)
      aliases.insert(for: page.source, into: &bytes)
    }
    try meter.measure(.files) { () throws -> Void in try output.put("\(folder)index.html", bytes) }
    shelves.weights.note("\(folder)index.html", layout: layout, bytes)
    guard let record else { return }
    let twins = RecordTwins(reading: reading)
    let (markdown, json) = meter.measure(.twins) { (twins.markdown(record), twins.json(record, address: page.address)) }
    try meter.measure(.files) { () throws -> Void in
      try output.put("\(folder)index.md", markdown)
      try output.put("\(folder)index.json", json)
    }
  }

  /// Stands at an address whose page was removed.
  private func removed(_ entry: SiteRedirects.Entry, _ frames: [FrameKey: PageFrame]) throws(ThemeError) -> [UInt8] {
    let root = PageDepth.root(of: entry.from)
    // No page lies as deep as some that were removed.
    let known = frames[FrameKey(section: .home, root: root)]
    let frame = if let known { known } else { try frame(.home, root: root) }
    let head = SecurityPolicy.element + RedirectPage.noIndex
    return try missing(reading.removedPage(entry, plan), frame, head: head, root: root)
  }

  /// Served for any address, so its links begin at the root of the host.
  func notFound() throws(ThemeError) -> [UInt8] {
    try missing(reading.notFoundPage(), try frame(.home, root: "/"), head: SecurityPolicy.element, root: "/")
  }

  private func missing(
    _ model: NotFoundPage, _ frame: PageFrame, head: String, root: String
  ) throws(ThemeError) -> [UInt8] {
    var bytes: [UInt8] = []
    frame.open(head: head, title: model.head.title, assets: "", into: &bytes)
    try theme.print(model, layout: NotFoundPage.layout, root: root, into: &bytes)
    frame.close(into: &bytes)
    return bytes
  }
}
