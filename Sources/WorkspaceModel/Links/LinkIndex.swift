package import Diagnostics
package import Markdown

/// Finds the file that a link in a text means: a relative path, or a wiki name.
///
/// Pages and checks use the same one, so that what a check calls broken is exactly what a page cannot link.
package struct LinkIndex: Sendable {
  /// What a link leads to.
  package enum Target: Hashable, Sendable {
    /// A record, with the anchor that was asked for.
    case record(RepoPath, fragment: String?)
    /// A file that is no record.
    case file(RepoPath)
    /// An address outside, or a place in the same text.
    case asWritten
    /// A path or name that nothing has; the path when it lies within the workspace.
    case missing(RepoPath?)
    /// A path that leads out of the workspace.
    case outside
    /// A wiki name that several records have.
    case ambiguous([RepoPath])
    /// A scheme that pages never link.
    case refused
  }

  private let records: Set<RepoPath>
  private let paths: Set<RepoPath>
  /// Records by wiki name in lower case: the last part of the id and each longer tail of it.
  private let idNames: [String: [RepoPath]]
  /// Records by title or alias in lower case, which count only where no id fits.
  private let titleNames: [String: [RepoPath]]

  /// Indexes the names and paths of a workspace.
  package init(_ workspace: Workspace) {
    var ids: [String: [RepoPath]] = [:]
    var titles: [String: [RepoPath]] = [:]
    var records: Set<RepoPath> = []
    for record in workspace.records.sorted(by: { $0.source.path < $1.source.path }) {
      let source = record.source
      if source.kind == .asset { continue }
      records.insert(source.path)
      var tail = source.id.lowercased()[...]
      while true {
        ids[String(tail), default: []].append(source.path)
        guard let slash = tail.firstIndex(of: "/") else { break }
        tail = tail[tail.index(after: slash)...]
      }
      var names = [source.title]
      if let customer = record as? Customer { names += customer.aliases }
      if let card = record as? Battlecard { names += card.aliases }
      for name in names { titles[name.lowercased(), default: []].append(source.path) }
    }
    self.records = records
    paths = workspace.paths
    idNames = ids
    titleNames = titles
  }

  /// Resolves a link that stands in a file.
  package func resolve(_ link: Link, in file: RepoPath) -> Target {
    switch link.reach {
    case .external, .contact, .fragment: return .asWritten
    case .refused: return .refused
    case .relative: break
    }
    if link.kind == .wiki { return resolve(wiki: link.path, fragment: link.fragment) }
    if link.path.isEmpty { return link.fragment == nil ? .missing(nil) : .asWritten }
    guard let path = file.parent.resolving(link.path) else { return .outside }
    return resolve(path, fragment: link.fragment)
  }

  /// Resolves a path from the root of the workspace; a folder stands for its index file.
  package func resolve(_ path: RepoPath, fragment: String? = nil) -> Target {
    if records.contains(path) { return .record(path, fragment: fragment) }
    if paths.contains(path) { return .file(path) }
    for name in ["README.md", "index.md", "profile.md"] {
      let inside = path.appending(name)
      if records.contains(inside) { return .record(inside, fragment: fragment) }
    }
    return .missing(path)
  }

  /// Resolves `[[name]]`: an id or the end of one before a title, a customer before other records, then the one that
  /// lies highest.
  package func resolve(wiki name: String, fragment: String? = nil) -> Target {
    var key = name.lowercased()
    if key.hasSuffix(".md") { key.removeLast(3) }
    guard let found = idNames[key] ?? titleNames[key] else { return .missing(nil) }
    let unique = Array(Set(found)).sorted()
    if unique.count == 1 { return .record(unique[0], fragment: fragment) }
    let profiles = unique.filter { KindOfPath.kind(of: $0) == .customer }
    if profiles.count == 1 { return .record(profiles[0], fragment: fragment) }
    let depth = unique.map(\.components.count).min() ?? 0
    let highest = unique.filter { $0.components.count == depth }
    return highest.count == 1 ? .record(highest[0], fragment: fragment) : .ambiguous(unique)
  }

  /// Wiki names that exist, for suggestions.
  package var wikiNames: some Collection<String> { idNames.keys }
}
