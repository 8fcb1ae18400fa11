package import Diagnostics
internal import Search
internal import Synchronization
package import WorkspaceModel

/// A site whose files are made when somebody asks for them, as a preview does; each is the same as a build would write.
package final class SiteOnDemand: Sendable {
  /// The site as it is planned.
  package let builder: SiteBuilder
  private let pages: [String: PlannedPage]
  private let previews: [String: [PlannedPage]]
  private let assets: [String: [UInt8]]
  private let assetTags: LayoutAssets
  private let jobs: Int
  private let frames = Mutex<[SiteBuilder.FrameKey: PageFrame]>([:])
  private let search = Mutex<Task<[String: [UInt8]], Never>?>(nil)
  private let rest: Once<Result<[String: [UInt8]], any Error>>
  private let copied: Once<Set<RepoPath>>

  /// Makes nothing yet but the assets of the theme, which every page needs.
  package init(_ builder: SiteBuilder, jobs: Int) throws(ThemeError) {
    self.builder = builder
    self.jobs = jobs
    pages = Dictionary(uniqueKeysWithValues: builder.plan.pages.map { ($0.address, $0) })
    var previews: [String: [PlannedPage]] = [:]
    for page in builder.plan.pages {
      if let folder = PeekShelf.folder(of: page.address) { previews[folder, default: []].append(page) }
    }
    self.previews = previews
    assets = Dictionary(try builder.theme.assets().map { ($0.path, $0.bytes) }) { first, _ in first }
    assetTags = try builder.layoutAssets()
    rest = Once { Result { try Self.rest(of: builder) } }
    copied = Once { Set(builder.neededAssets) }
  }

  /// The same pages with the same theme, of a builder whose site has other texts or findings.
  private init(_ earlier: SiteOnDemand, _ builder: SiteBuilder) {
    self.builder = builder
    (pages, previews, assets) = (earlier.pages, earlier.previews, earlier.assets)
    (assetTags, jobs) = (earlier.assetTags, earlier.jobs)
    rest = Once { Result { try Self.rest(of: builder) } }
    copied = Once { Set(builder.neededAssets) }
    let known = earlier.frames.withLock { $0 }
    frames.withLock { $0 = known }
  }

  /// The same site with other findings, and another text of one record; nothing else of the workspace may differ.
  package func telling(_ visible: VisibleWorkspace, _ text: RecordSource?) -> SiteOnDemand {
    SiteOnDemand(self, SiteBuilder(builder, telling: visible, text))
  }

  /// The same site, printed with another theme.
  package func printed(with theme: Theme) throws(ThemeError) -> SiteOnDemand {
    try SiteOnDemand(SiteBuilder(builder, theme: theme), jobs: jobs)
  }

  /// Whether a file of the workspace is part of the site as it is.
  package func copies(_ file: RepoPath) -> Bool { copied.value.contains(file) }

  /// The file at a path below the root; nil when the site has none there.
  package func file(at path: String) async throws -> [UInt8]? {
    if let asset = assets[path] { return asset }
    let folder = path.lastIndex(of: "/").map { path[...$0] } ?? ""
    if let page = pages["/\(folder)"], let file = try made(page, path) { return file }
    if path.hasSuffix("/peek.js"), let shown = previews[String(folder.dropLast())] {
      let shelf = PeekShelf()
      for page in shown { shelf.note(page.address, page.model(builder.reading).head) }
      return shelf.files.first?.bytes
    }
    if path.hasPrefix("search/"), let file = await searchFiles()[path] { return file }
    return try rest.value.get()[path]
  }

  /// The page for addresses that do not exist.
  package func missingPage() throws -> [UInt8] { try builder.notFound() }

  /// One of the files that a page comes with.
  private func made(_ page: PlannedPage, _ path: String) throws -> [UInt8]? {
    let output = MemoryOutput()
    try builder.write(page, frame(of: page), assetTags, into: output)
    return output.files[path]
  }

  private func frame(of page: PlannedPage) throws -> PageFrame {
    let key = SiteBuilder.FrameKey(section: page.section, root: PageDepth.root(of: page.address))
    if let known = frames.withLock({ $0[key] }) { return known }
    let frame = try builder.frame(key.section, root: key.root)
    frames.withLock { $0[key] = frame }
    return frame
  }

  /// Made as a whole when the first one is asked for.
  private func searchFiles() async -> [String: [UInt8]] {
    let making = search.withLock { search in
      let making =
        search
        ?? Task { [builder, jobs] in
          let index = await SearchIndex(SearchCatalog(builder.reading).entries, jobs: jobs)
          return Dictionary(index.files.map { ($0.path, $0.bytes) }) { first, _ in first }
        }
      search = making
      return making
    }
    return await making.value
  }

  /// What belongs to no page: lists, and what stands at addresses of old.
  private static func rest(of builder: SiteBuilder) throws -> [String: [UInt8]] {
    let kept = MemoryOutput()
    let output = NotedOutput(kept)
    for page in builder.plan.pages { output.note("\(page.address.dropFirst())index.html") }
    try builder.putRest(into: output)
    return kept.files
  }
}
