internal import Diagnostics
internal import Markdown
internal import WorkspaceModel

extension RenameReferences {
  /// Looks at every link of every page, in the order of files and lines.
  mutating func readLinks() {
    var found: [(file: RepoPath, link: Link)] = []
    input.forEachLink { file, link in
      if link.reach == .relative, !link.path.isEmpty { found.append((file, link)) }
    }
    found.sort { $0.file == $1.file ? $0.link.range.lowerBound < $1.link.range.lowerBound : $0.file < $1.file }
    for (file, link) in found {
      if link.kind == .wiki { readWiki(link, file) } else { readPath(link, file) }
    }
  }

  private mutating func readPath(_ link: Link, _ file: RepoPath) {
    guard let steps = PathSteps(link.destination, from: file.parent, isEncoded: true) else {
      guard let target = file.parent.resolving(link.path) else { return }
      for path in target.prefixes where candidates[path] != nil { block(path) }
      return
    }
    for step in steps.steps {
      guard let candidate = candidates[step.path] else { continue }
      guard let written = places.destination(of: link, in: file) else {
        awaited.append((file, link.destination, candidate.old))
        continue
      }
      rewrite(part(step.bytes, of: written), to: candidate.new.nameText, for: candidate.old)
    }
  }

  /// A wiki link names the end of an id, or a title; only names that change are rewritten.
  private mutating func readWiki(_ link: Link, _ file: RepoPath) {
    let written = link.destination.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).first ?? ""
    let last = link.path.lowercased().split(separator: "/").last.map(String.init) ?? ""
    let target = input.links.resolve(link, in: file)
    guard case .record(let path, _) = target else { return }
    let hits = path.prefixes.compactMap { candidates[$0] }
    // A name that is in use already would come to mean two records.
    for candidate in byNewStem[last.hasSuffix(".md") ? String(last.dropLast(3)) : last] ?? []
    where !hits.contains(where: { $0.old == candidate.old }) { block(candidate.old) }
    for candidate in hits {
      var parts = written.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
      let hasEnding = parts.last?.lowercased().hasSuffix(".md") == true
      if hasEnding, let name = parts.popLast() { parts.append(String(name.dropLast(3))) }
      let isFolder = KindOfPath.isIndexName(path.nameText) || KindOfPath.kind(of: path) == .customer
      let names = (isFolder ? path.parent : path.parent.appending(path.stem)).components
        .map { String(decoding: $0, as: UTF8.self) }
      let isID =
        parts.count <= names.count
        && zip(parts.reversed(), names.reversed()).allSatisfy { written, name in
          written.lowercased() == name.lowercased()
        }
      guard isID else {
        // A title made of the old name would be made of the new one.
        if link.path.lowercased() == Slug.title(of: candidate.oldStem).lowercased(),
          link.path.lowercased() != Slug.title(of: candidate.newStem).lowercased()
        {
          block(candidate.old)
        }
        continue
      }
      let index = candidate.old.components.count - 1 - (names.count - parts.count)
      guard parts.indices.contains(index) else { continue }
      guard let place = places.destination(of: link, in: file) else {
        block(candidate.old)
        continue
      }
      let start = parts[..<index].reduce(0) { $0 + $1.utf8.count + 1 }
      rewrite(part(start..<start + parts[index].utf8.count, of: place), to: candidate.newStem, for: candidate.old)
    }
  }
}
