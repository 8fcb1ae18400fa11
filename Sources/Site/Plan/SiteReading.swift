internal import Diagnostics
internal import Markdown
internal import PipelineMetrics
internal import WorkspaceModel

/// Everything that page models are made from, joined once: visible records, addresses, backlinks, clock.
///
/// Page models are made by extensions of it, one file a kind of page. A class, although nothing in it ever changes:
/// it is handed to every page, and a copy of so many tables would have to count references to each of them.
final class SiteReading: Sendable {
  let visible: VisibleWorkspace
  let workspace: Workspace
  let clock: SiteClock
  let addresses: SiteAddresses
  let index: RecordIndex
  let resolver: LinkResolver
  let backlinks: Backlinks
  /// What the footer says the build was made from.
  let builtFrom: String
  /// Short name of the commit that is read; nil for the work tree.
  let revision: String?
  /// Folder of the workspace within its repository.
  let folder: RepoPath
  /// What the checks want, for the page that explains them.
  let checks: [CheckReference]
  /// The history of the records, by what pages look it up by.
  let changes: ChangesIndex
  /// Who wrote the commits, among us.
  let contributors: ContributorBook
  /// Moments that pages set side by side.
  let comparisons: [Comparison]
  /// What the caller knows of the site beside records and clock.
  let inputs: SiteInputs
  /// What is measured, worked out when the first page asks.
  let metrics: SiteMetrics
  /// What lists of commits say of a record; weeks, feeds and the brief say the same.
  let commitLines = Memo<ChangesIndex.Touch, CommitLine>()
  /// The events of a touch that are worth a row, by their places in ``Timeline/events``, what matters most first.
  let rankedEvents = Memo<ChangesIndex.Touch, [Int]>()
  /// The stages that the records of changes go through.
  let stages = Memo<RepoPath, EventWords.Stages>()
  /// Everything by its first letter.
  private let letterShelf = Memo<String, LetterShelf>()
  /// What feeds say of a record, escaped.
  let feedItems = Memo<ChangesIndex.Touch, [UInt8]>()

  init(
    _ visible: VisibleWorkspace, clock: SiteClock, revision: String?, folder: RepoPath, checks: [CheckReference],
    inputs: SiteInputs = SiteInputs(), history: SiteHistory? = nil
  ) {
    let history = history ?? SiteHistory(visible)
    self.folder = folder
    self.checks = checks
    self.visible = visible
    self.clock = clock
    self.revision = revision
    workspace = visible.workspace
    addresses = SiteAddresses(visible.workspace)
    index = RecordIndex(visible.workspace)
    resolver = LinkResolver(visible, addresses, index)
    backlinks = Backlinks(visible, resolver)
    self.inputs = inputs
    changes = ChangesIndex(history.timeline, history.texts, addresses, offset: inputs.offsetMinutes)
    contributors = ContributorBook(visible.workspace.people)
    comparisons = Comparison.planned(changes, tags: inputs.tags, review: inputs.review, today: clock.today)
    metrics = SiteMetrics(
      visible.workspace, history.timeline,
      clock: MetricClock(clock.asOf) { [offset = inputs.offsetMinutes] instant in
        offset?(instant.seconds) ?? instant.offsetMinutes
      }, asked: AskedFigures(visible.documents, visible.workspace.battlecards))
    builtFrom = "\(revision.map { "Commit \($0)" } ?? "Work tree"), as of \(Format.instant(clock.asOf))"
  }

  /// The same with other findings, and another text of one record; nothing else of the workspace may differ.
  init(_ earlier: SiteReading, telling visible: VisibleWorkspace, _ text: RecordSource?) {
    folder = earlier.folder
    checks = earlier.checks
    self.visible = visible
    clock = earlier.clock
    revision = earlier.revision
    workspace = visible.workspace
    addresses = earlier.addresses
    resolver = earlier.resolver
    let record = text.flatMap { visible.workspace.record(at: $0.path) }
    index = record.map(earlier.index.telling) ?? earlier.index
    let links = { (visible: VisibleWorkspace) in text.flatMap { visible.documents[$0.path]?.links } ?? [] }
    let isLinkedAlike = links(visible) == links(earlier.visible)
    backlinks = isLinkedAlike ? earlier.backlinks : Backlinks(visible, earlier.resolver)
    inputs = earlier.inputs
    changes = earlier.changes
    contributors = earlier.contributors
    comparisons = earlier.comparisons
    metrics = earlier.metrics
    builtFrom = earlier.builtFrom
  }

  /// Everything by its first letter.
  var letters: LetterShelf { letterShelf.value("") { LetterShelf(self) } }

  /// Today, where the workspace is at home.
  var today: WorkspaceModel.Day { clock.today }

  // MARK: Names

  /// The name of one of us; the id when the reader may not see people, or nobody has it.
  func personName(_ id: String) -> String { index.people[id]?.name ?? id }

  /// One of us with the part they play here.
  func person(_ id: String, part: String? = nil) -> Person {
    let member = index.people[id]
    let name = member?.name ?? id
    return Person(
      initials: Format.initials(member == nil ? id.split(separator: ".").joined(separator: " ") : name), name: name,
      jobTitle: part ?? member?.jobTitle, profile: addresses.person(id))
  }

  /// Name of a contact or of one of us.
  func participantName(_ id: String) -> String { index.contacts[id]?.name ?? index.people[id]?.name ?? id }

  /// Title and page of a customer; the slug alone when there is no page.
  func customerName(_ slug: String) -> String { index.customers[slug]?.name ?? Slug.title(of: slug) }

  /// "Technical validation" for a stage of a deal.
  func stageName(_ deal: Deal) -> String {
    guard let stage = deal.stage else { return "Unknown stage" }
    return workspace.workflow(for: deal).stage(stage)?.name ?? Slug.title(of: stage)
  }

  // MARK: Texts

  /// The rendered body of a file, its links relative to a page; nil when it has none.
  func body(of path: RepoPath, on address: Href) -> HTML? {
    guard let document = visible.documents[path] else { return nil }
    let root = PageDepth.root(of: address.path)
    var bytes: [UInt8] = []
    document.html.write(into: &bytes, address: linkTarget(in: path, root: root))
    return HTML(bytes: bytes)
  }

  /// What stands for a link of a file on a page so deep below the root.
  func linkTarget(in path: RepoPath, root: String) -> (Markdown.Link) -> LinkTarget {
    { [self] link in
      if link.kind == .metric { return .figure(figureMark(MetricQuery(link.destination), root: root)) }
      switch resolver.resolve(link, in: path) {
      case .page(let href, _, let title):
        return .titled(Array(PageEscape.escaped(href.relative(to: root)).utf8), text: title)
      case .asset(let file): return .address(Array(PageEscape.escaped(root + AssetAddress.path(of: file)).utf8))
      case .asWritten: return .asWritten
      case .nothing: return .none
      }
    }
  }

  /// The headings of a body for a table of contents: the two levels that matter.
  func headings(of path: RepoPath) -> [Heading] {
    let all = visible.documents[path]?.headings ?? []
    let top = all.map(\.level).min() ?? 2
    return all.filter { $0.level <= top + 1 }.map { Heading(text: $0.text, anchor: $0.id, isNested: $0.level > top) }
  }

  /// A notice in place of a body that was refused.
  func notices(for path: RepoPath) -> [Notice] {
    guard let reason = visible.refusals[path] else { return [] }
    return [
      Notice(
        kind: "error", icon: "alert", noticeTitle: "The text of this page could not be rendered",
        explanation: "\(reason). The rest of the site is not affected; mend the file and build again.")
    ]
  }

  /// The summary of a record, or the beginning of its text.
  func summary(of source: RecordSource, limit: Int = 160) -> String? {
    if let summary = source.summary { return summary }
    guard let excerpt = told(source.path)?.excerpt(limit: limit), !excerpt.isEmpty else { return nil }
    return excerpt
  }

  // MARK: Around a page

  /// Pages that point at a file, grouped by relation.
  func backlinks(to path: RepoPath) -> [BacklinkGroup] {
    backlinks.groups(for: path) { source in
      guard let href = addresses.href(source), let record = index.records[source] else { return nil }
      return Link(text: qualifiedTitle(record), href: href)
    }
  }

  /// A title that stands by itself: a deal or an interaction names its customer.
  func qualifiedTitle(_ record: any WorkspaceRecord) -> String {
    let customer: String? =
      switch record {
      case let deal as Deal: deal.customer
      case let interaction as Interaction: interaction.customer
      case let insight as Insight: insight.customer
      case let task as SalesTask: task.customer
      default: nil
      }
    guard let customer else { return record.title }
    let name = customerName(customer)
    // Deals are often named "Norrvik – Ledger": the customer is in there already.
    let names =
      [name, name.split(separator: " ").first.map(String.init) ?? name] + (index.customers[customer]?.aliases ?? [])
    return names.contains(where: record.title.hasPrefix) ? record.title : "\(name): \(record.title)"
  }

  /// Where a page comes from: file, last change, author.
  func provenance(_ source: RecordSource, reviewed: WorkspaceModel.Day? = nil) -> Provenance {
    let facts = visible.facts[source.path]
    let path = source.path.description
    let base = workspace.settings.repository.map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 }
    let encoded = AssetAddress.encoded(folder.isRoot ? source.path : folder.appending(source.path.bytes))
    return Provenance(
      sourcePath: path,
      sourceHref: base.map { Href("\($0)/blob/\(facts?.commit ?? workspace.settings.branch)/\(encoded)") },
      editHref: base.map { Href("\($0)/edit/\(workspace.settings.branch)/\(encoded)") },
      historyHref: historyPage(of: source.path), changeVerb: isOnlyAdded(source.path) ? "Added" : "Changed",
      changedOn: facts.map { Day($0.changedAt) }, changedBy: facts?.changedBy,
      commitShort: facts.map { String($0.commit.prefix(7)) },
      commitPage: facts.flatMap { changes.place(of: $0.commit) }.map { changes.page(of: $0) },
      reviewed: reviewed.map { Day($0) }, isUnknown: facts == nil)
  }

  /// Whether history knows of nothing but that a file came.
  private func isOnlyAdded(_ path: RepoPath) -> Bool {
    guard let place = changes.record(at: path) else { return false }
    let record = changes.timeline.records[place]
    return record.versions.count == 1 && record.versions.first?.change == .added && !record.isCutOff
  }
}

/// Relative steps from a page up to the root of the site.
enum PageDepth {
  /// "../../" for "/customers/acme/"; empty for "/".
  static func root(of address: String) -> String {
    let depth = address.utf8.count { $0 == UInt8(ascii: "/") } - 1
    return String(repeating: "../", count: max(0, depth))
  }
}

/// Where files that are copied as they are go.
enum AssetAddress {
  /// Path below the root of the site, percent-encoded.
  static func path(of file: RepoPath) -> String { "files/" + encoded(file) }

  /// A path with everything percent-encoded that an address may not hold.
  static func encoded(_ path: RepoPath) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(path.bytes.count + 8)
    AddressBytes.append(path.bytes, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
