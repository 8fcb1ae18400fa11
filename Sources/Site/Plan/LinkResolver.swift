internal import Diagnostics
internal import Markdown
internal import WorkspaceModel

/// Finds the page that a link in a text means: a relative path to a file, or a wiki name.
struct LinkResolver: Sendable {
  /// What a link leads to.
  enum Target: Sendable {
    case page(Href, file: RepoPath, title: String)
    case asset(RepoPath)
    /// An address outside, or a place on the same page.
    case asWritten
    case nothing
  }

  private let addresses: SiteAddresses
  private let records: [RepoPath: any WorkspaceRecord]
  private let paths: Set<RepoPath>
  /// Files by wiki name, lower-case; ambiguous names are nil.
  ///
  /// A name is the last part of the id, each longer tail of it, a title or an alias.
  private let wikiNames: [String: RepoPath?]

  init(_ visible: VisibleWorkspace, _ addresses: SiteAddresses, _ index: RecordIndex) {
    self.addresses = addresses
    records = index.records
    paths = visible.workspace.paths
    var names: [String: RepoPath?] = [:]
    var fallback: [String: RepoPath?] = [:]
    for record in visible.workspace.records.sorted(by: { $0.source.path < $1.source.path }) {
      let source = record.source
      guard addresses.href(source.path) != nil else { continue }
      var tail = source.id.lowercased()[...]
      while true {
        Self.add(String(tail), source.path, to: &names, preferring: source.kind == .customer)
        guard let slash = tail.firstIndex(of: "/") else { break }
        tail = tail[tail.index(after: slash)...]
      }
      Self.add(source.title.lowercased(), source.path, to: &fallback, preferring: source.kind == .customer)
      if let customer = record as? Customer {
        for alias in customer.aliases { Self.add(alias.lowercased(), source.path, to: &fallback, preferring: true) }
      }
      if let card = record as? Battlecard {
        for alias in card.aliases { Self.add(alias.lowercased(), source.path, to: &fallback, preferring: false) }
      }
    }
    wikiNames = names.merging(fallback) { exact, _ in exact }
  }

  /// Resolves a link that stands in a file.
  func resolve(_ link: Markdown.Link, in file: RepoPath) -> Target {
    switch link.reach {
    case .external, .contact: return .asWritten
    case .refused: return .nothing
    case .fragment: return .asWritten
    case .relative: break
    }
    if link.kind == .wiki {
      let name = link.path.lowercased()
      if let found = wikiNames[name], let path = found { return target(path, link.fragment) }
      if name.hasSuffix(".md"), let found = wikiNames[String(name.dropLast(3))], let path = found {
        return target(path, link.fragment)
      }
      return .nothing
    }
    if link.path.isEmpty { return link.fragment == nil ? .nothing : .asWritten }
    guard let path = file.parent.resolving(link.path) else { return .nothing }
    return target(path, link.fragment)
  }

  private func target(_ path: RepoPath, _ fragment: String?) -> Target {
    if let href = addresses.href(path, fragment: fragment) {
      return .page(href, file: path, title: records[path]?.title ?? path.nameText)
    }
    if paths.contains(path) { return .asset(path) }
    // A folder stands for its index file.
    for name in ["README.md", "index.md", "profile.md"] {
      let inside = path.appending(name)
      if let href = addresses.href(inside, fragment: fragment) {
        return .page(href, file: inside, title: records[inside]?.title ?? path.nameText)
      }
    }
    return .nothing
  }

  private static func add(
    _ name: String, _ path: RepoPath, to names: inout [String: RepoPath?], preferring isPreferred: Bool
  ) {
    if names[name] == nil || isPreferred {
      names[name] = .some(path)
    } else if names[name] != .some(path) {
      // Two files of one name: the first keeps it when it lies higher up, else the name means nothing.
      if let held = names[name] ?? nil, held.components.count < path.components.count { return }
      names[name] = .some(nil)
    }
  }
}
