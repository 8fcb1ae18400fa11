internal import Diagnostics
internal import WorkspaceModel

/// Every address that had a page once and has none now, with what stands there instead.
struct SiteRedirects: Sendable {
  /// What an address was that of.
  enum Kind: String, Sendable { case page, folder, history, removed }
  /// One address of old.
  struct Entry: Sendable {
    /// Ends in a slash: "/customers/acme/".
    var from: String
    /// Where the reader is sent; nil for what was removed.
    var to: Href?
    var kind: Kind
    /// The day on which the address was left.
    var since: WorkspaceModel.Day?
    /// Why it was removed.
    var reason: String?
    /// What the page that it leads to is called.
    var title: String
  }

  /// In the order of addresses, each once.
  let entries: [Entry]

  /// Works out what became of all that the visible history and ledger know to have left its place.
  init(_ reading: SiteReading, _ plan: SitePlan) {
    var collector = RedirectCollector(reading, plan)
    collector.addRecords()
    collector.addFolders()
    collector.addHistories()
    entries = collector.entries.values.sorted { $0.from < $1.from }
  }
}

/// Gathers entries; no address is given twice, and none that a page has.
private struct RedirectCollector {
  private let reading: SiteReading
  private let pages: Set<String>
  /// Lower case, since some disks know no other.
  private let taken: Set<String>
  private let former: FormerPaths
  private var folders = FolderMoves()
  /// By address in lower case.
  private(set) var entries: [String: SiteRedirects.Entry] = [:]

  init(_ reading: SiteReading, _ plan: SitePlan) {
    self.reading = reading
    pages = plan.addresses
    taken = Set(pages.map { $0.lowercased() })
    let present = reading.workspace.paths
    former = FormerPaths(reading.visible.timeline, reading.workspace.redirects) { present.contains($0) }
  }

  mutating func addRecords() {
    let tombstones = Dictionary(
      (reading.workspace.redirects?.gone ?? []).map { ($0.path.value, $0) }
    ) { _, last in last }
    for path in former.paths {
      let since = former.left(path)
      let address = self.address(of: path)
      switch former.fate(of: path) {
      case .moved(let place):
        folders.note(path, place, since)
        guard let address, let href = reading.addresses.href(place), pages.contains(href.path) else { continue }
        let title = reading.index.records[place]?.title ?? Slug.title(of: place.stem)
        add(.init(from: address, to: href, kind: .page, since: since, title: title))
      case .removed(let place):
        guard let address, let tombstone = tombstones[place] else { continue }
        add(
          .init(
            from: address, kind: .removed, since: tombstone.on ?? since, reason: tombstone.reason,
            title: Slug.title(of: place.stem)))
      case .circular, .unknown: continue
      }
    }
  }

  /// Folders that are empty now, because all that moved out of them went to one other folder.
  mutating func addFolders() {
    for (from, to, since) in folders.moves(leaving: reading.workspace.paths) {
      guard let address = self.address(ofFolder: from), !PageAddress.reserved.contains(address),
        let target = self.address(ofFolder: to), pages.contains(target)
      else { continue }
      add(.init(from: address, to: Href(target), kind: .folder, since: since, title: Slug.title(of: to.nameText)))
    }
  }

  /// The page of a record's history lies below that of the record, and moves with it.
  mutating func addHistories() {
    for entry in entries.values.sorted(by: { $0.from < $1.from }) where entry.kind == .page {
      guard let to = entry.to else { continue }
      let target = (to.fragment.map { "\(to.path)\($0)/" } ?? to.path) + "history/"
      guard pages.contains(target) else { continue }
      add(
        .init(
          from: "\(entry.from)history/", to: Href(target), kind: .history, since: entry.since,
          title: "\(entry.title): history"))
    }
  }

  private func address(of path: RepoPath) -> String? {
    PageAddress.of(path, hasSales: reading.workspace.hasSalesRecords)
  }

  private func address(ofFolder folder: RepoPath) -> String? { address(of: folder.appending("index.md")) }

  /// Of two that left one address the later one stands.
  private mutating func add(_ entry: SiteRedirects.Entry) {
    let key = entry.from.lowercased()
    guard !taken.contains(key), RepoPath(entry.from.dropFirst().dropLast()).isSafeToWrite else { return }
    if let known = entries[key] {
      guard known.kind == entry.kind, let since = entry.since, let before = known.since, since > before else { return }
    }
    entries[key] = entry
  }
}
