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

  /// A record's id in lower case with its path.
  private struct Name {
    let id: String
    let path: RepoPath
  }

  /// Every path of the tree, with whether it is a record.
  private let paths: [RepoPath: Bool]
  /// Records by the last part of their id in lower case.
  private let idNames: [String: [Name]]
  /// Records by title or alias in lower case, which count only where no id fits.
  private let titleNames: [String: [RepoPath]]

  /// Indexes the names and paths of a workspace.
  package init(_ workspace: Workspace) {
    var paths = Dictionary(workspace.paths.lazy.map { ($0, false) }) { first, _ in first }
    var ids: [String: [Name]] = [:]
    var titles: [String: [RepoPath]] = [:]
    ids.reserveCapacity(paths.count)
    titles.reserveCapacity(paths.count)
    workspace.forEachSource { source in
      if source.kind == .asset { return }
      paths[source.path] = true
      let id = source.id.lowercased()
      ids[Self.lastPart(of: id), default: []].append(Name(id: id, path: source.path))
      titles[source.title.lowercased(), default: []].append(source.path)
    }
    let aliases =
      workspace.customers.map { ($0.aliases, $0.source.path) }
      + workspace.battlecards.map { ($0.aliases, $0.source.path) }
    for (names, path) in aliases {
      for name in names { titles[name.lowercased(), default: []].append(path) }
    }
    self.paths = paths
    idNames = ids
    titleNames = titles
  }

  private static func lastPart(of id: String) -> String {
    id.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(id[id.utf8.index(after: $0)...]) } ?? id
  }

  /// Resolves a link that stands in a file.
  package func resolve(_ link: Link, in file: RepoPath) -> Target {
    switch link.reach {
    case .external, .contact, .fragment, .figure: return .asWritten
    case .refused: return .refused
    case .relative: break
    }
    if link.kind == .wiki { return resolve(wiki: link.path, fragment: link.fragment) }
    if link.path.isEmpty { return link.fragment == nil ? .missing(nil) : .asWritten }
    guard let path = Self.path(link.path, from: file) else { return .outside }
    return resolve(path, fragment: link.fragment)
  }

  /// Resolves a path from the root of the workspace; a folder stands for its index file.
  package func resolve(_ path: RepoPath, fragment: String? = nil) -> Target {
    if let isRecord = paths[path] { return isRecord ? .record(path, fragment: fragment) : .file(path) }
    for name in ["README.md", "index.md", "profile.md"] {
      let inside = path.appending(name)
      if paths[inside] == true { return .record(inside, fragment: fragment) }
    }
    return .missing(path)
  }

  /// Resolves `[[name]]`: an id or the end of one before a title, a customer before other records, then the one that
  /// lies highest.
  package func resolve(wiki name: String, fragment: String? = nil) -> Target {
    let key = Self.key(name)
    let named = records(named: key)
    let found = named.isEmpty ? titleNames[key] ?? [] : named.map(\.path)
    if found.isEmpty { return .missing(nil) }
    let unique = Array(Set(found)).sorted()
    if unique.count == 1 { return .record(unique[0], fragment: fragment) }
    let profiles = unique.filter { KindOfPath.kind(of: $0) == .customer }
    if profiles.count == 1 { return .record(profiles[0], fragment: fragment) }
    let depth = unique.map(\.components.count).min() ?? 0
    let highest = unique.filter { $0.components.count == depth }
    return highest.count == 1 ? .record(highest[0], fragment: fragment) : .ambiguous(unique)
  }

  /// The last part of a wiki name in lower case when ids decide what it means; nil when titles do, or nothing.
  package func idPart(ofWiki name: String) -> String? {
    let key = Self.key(name)
    return records(named: key).isEmpty ? nil : Self.lastPart(of: key)
  }

  private static func key(_ name: String) -> String {
    let key = name.lowercased()
    return key.hasSuffix(".md") ? String(key.dropLast(3)) : key
  }

  private func records(named key: String) -> [Name] {
    let tail = "/" + key
    return (idNames[Self.lastPart(of: key)] ?? []).filter { $0.id == key || $0.id.utf8.ends(with: tail.utf8) }
  }

  /// Wiki names that exist, for suggestions: ids and their last parts.
  package var wikiNames: Set<String> {
    Set(idNames.keys).union(idNames.values.joined().map(\.id))
  }

  /// As ``RepoPath/resolving(_:)`` from the folder of a file, in one pass over the bytes.
  private static func path(_ link: String, from file: RepoPath) -> RepoPath? {
    let slash = UInt8(ascii: "/")
    var bytes: [UInt8] = []
    if link.utf8.first != slash, let end = file.bytes.lastIndex(of: slash) { bytes += file.bytes[..<end] }
    for part in link.utf8.split(separator: slash) {
      if part.elementsEqual(".".utf8) { continue }
      if part.elementsEqual("..".utf8) {
        if bytes.isEmpty { return nil }
        bytes.removeSubrange((bytes.lastIndex(of: slash) ?? 0)...)
      } else {
        if !bytes.isEmpty { bytes.append(slash) }
        bytes += part
      }
    }
    return RepoPath(bytes: bytes)
  }
}

extension Sequence<UInt8> where Self: BidirectionalCollection {
  /// Whether the last bytes are these.
  fileprivate func ends(with tail: some BidirectionalCollection<UInt8>) -> Bool {
    reversed().starts(with: tail.reversed())
  }
}
