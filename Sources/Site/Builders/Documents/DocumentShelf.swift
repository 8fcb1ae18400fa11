internal import Diagnostics
internal import WorkspaceModel

/// All generic pages by folder, and the folders that need a page because their files have one.
struct DocumentShelf: Sendable {
  /// In the order of paths.
  let entries: [DocumentEntry]
  /// Addresses of folders without a page of their own, sorted.
  let folders: [String]
  let layout: SectionLayout
  /// Pages of a source folder in reading order.
  private let byFolder: [RepoPath: [DocumentEntry]]
  /// Place of a file in its folder.
  private let places: [RepoPath: Int]
  private let childrenOf: [String: [DocumentEntry]]
  private let foldersIn: [String: [String]]
  private let titles: [String: String]

  init(_ reading: SiteReading) {
    let layout = SectionLayout(reading)
    let entries = Self.entries(reading, layout)
    let byFolder = Dictionary(grouping: entries) { $0.source.path.parent }.mapValues { list in
      list.sorted { $0.rank < $1.rank }
    }
    var places: [RepoPath: Int] = [:]
    for list in byFolder.values {
      for (place, entry) in list.enumerated() { places[entry.source.path] = place }
    }
    let taken = Self.taken(reading, layout, entries)
    var folders: Set<String> = []
    for entry in entries {
      var next = DocumentEntry.parent(of: entry.address)
      while let address = next, address != "/", !taken.contains(address), folders.insert(address).inserted {
        next = DocumentEntry.parent(of: address)
      }
    }
    var titles = layout.names
    for customer in reading.workspace.customers {
      if let href = reading.addresses.href(customer.source.path) { titles[href.path] = customer.name }
    }
    for entry in entries where entry.isIndex { titles[entry.address] = entry.source.title }
    for address in folders { titles[address] = Self.folderTitle(address, reading) }
    self.entries = entries
    self.layout = layout
    self.byFolder = byFolder
    self.places = places
    self.titles = titles
    self.folders = folders.sorted()
    childrenOf = Dictionary(grouping: entries.filter { $0.address != "/" }) {
      DocumentEntry.parent(of: $0.address) ?? "/"
    }.mapValues { list in list.sorted { $0.rank < $1.rank } }
    foldersIn = Dictionary(grouping: self.folders) { DocumentEntry.parent(of: $0) ?? "/" }
  }

  /// What a folder page is called.
  func title(of address: String) -> String { titles[address] ?? Self.lastWord(of: address) }

  /// The way down to an address, without the front page and without the page itself.
  func crumbs(to address: String) -> [Crumb] {
    var crumbs: [Crumb] = []
    var next = DocumentEntry.parent(of: address)
    while let above = next, above != "/" {
      crumbs.append(Crumb(text: title(of: above), href: Href(above)))
      next = DocumentEntry.parent(of: above)
    }
    return crumbs.reversed()
  }

  /// Pages directly below an address, in reading order.
  func children(of address: String) -> [DocumentEntry] { childrenOf[address] ?? [] }

  /// Folder pages directly below an address, sorted by address.
  func subfolders(of address: String) -> [String] { foldersIn[address] ?? [] }

  /// The pages of an entry's folder and its place among them.
  func neighbours(of entry: DocumentEntry) -> (list: [DocumentEntry], place: Int) {
    (byFolder[entry.source.path.parent] ?? [entry], places[entry.source.path] ?? 0)
  }

  private static func entries(_ reading: SiteReading, _ layout: SectionLayout) -> [DocumentEntry] {
    let workspace = reading.workspace
    var found: [DocumentEntry] = []
    var hasFront = reading.workspace.hasSalesRecords
    func add(_ content: DocumentEntry.Content, _ source: RecordSource) {
      guard let href = reading.addresses.href(source.path) else { return }
      let isIndex = source.kind == .page && KindOfPath.isIndexName(source.path.nameText)
      var address = href.path
      if isIndex, source.path.parent.isRoot, !hasFront {
        address = "/"
        hasFront = true
      }
      found.append(DocumentEntry(content: content, address: address, isIndex: isIndex))
    }
    for page in workspace.pages where !layout.isIntro(page) { add(.page(page), page.source) }
    for plan in workspace.dailyPlans { add(.plan(plan), plan.source) }
    for table in workspace.tables where table.source.kind == .data { add(.table(table), table.source) }
    for file in workspace.plainFiles where file.source.kind == .data { add(.data(file), file.source) }
    return found.sorted { $0.source.path < $1.source.path }
  }

  /// Addresses that other parts of the site have pages at.
  private static func taken(
    _ reading: SiteReading, _ layout: SectionLayout, _ entries: [DocumentEntry]
  ) -> Set<String> {
    var taken = Set(layout.names.keys)
    for entry in entries { taken.insert(entry.address) }
    let generic: Set<RecordKind> = [
      .page, .data, .dailyPlan, .asset, .people, .access, .approvals, .toolsMap,
    ]
    for record in reading.workspace.records where !generic.contains(record.source.kind) {
      if let href = reading.addresses.href(record.source.path), href.fragment == nil { taken.insert(href.path) }
    }
    return taken
  }

  private static func folderTitle(_ address: String, _ reading: SiteReading) -> String {
    let known = [
      "/plans/": "Daily plans", "/setup/": "Workspace setup", "/toolkit/": "Toolkit", "/reports/": "Reports",
      "/toolkit/security-compliance/": "Security",
    ]
    if let title = known[address] { return title }
    if DocumentEntry.parent(of: address) == "/plans/" { return reading.personName(lastPart(of: address)) }
    return lastWord(of: address)
  }

  private static func lastPart(of address: String) -> String {
    address.split(separator: "/").last.map(String.init) ?? ""
  }

  private static func lastWord(of address: String) -> String { Slug.title(of: lastPart(of: address)) }
}
