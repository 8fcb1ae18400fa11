package import Diagnostics
package import Git
package import WorkspaceModel

extension WorkspaceReader {
  /// What the next commit would hold, of the files that `isWanted` by the bytes of their paths in the workspace.
  package func staged(
    only isWanted: (ArraySlice<UInt8>) -> Bool = { _ in true }
  ) throws(GitError) -> WorkspaceSnapshot {
    let index = try indexLines()
    let folder = try indexFolder()
    let start = folder.isRoot ? 0 : folder.bytes.count + 1
    var files: [WorkspaceFile] = []
    for place in index.lines.indices where !index.lines[place].isIntentToAdd {
      let full = index.pathBytes(at: place)
      guard full.count > start, start == 0 || full.isInside(folder), isWanted(full.dropFirst(start)) else { continue }
      let line = index.lines[place]
      let path = RepoPath(bytes: full.dropFirst(start))
      if let file = file(path, line.mode, line.id) { files.append(file) }
    }
    let head = try repository.head.id.map { (id) throws(GitError) in revision(try repository.commit(id)) }
    return WorkspaceSnapshot(
      files: files, revision: nil, head: head, history: Timeline(), folder: folder, isShallow: repository.isShallow,
      folderName: name(of: folder))
  }

  /// What the index changes against HEAD in the workspace.
  package func stagedChanges() throws(GitError) -> WorkspaceChanges {
    let folder = try indexFolder()
    let tree = try repository.head.id.map { (id) throws(GitError) in try repository.commit(id).tree }
    return WorkspaceChanges(try repository.stagedChanges(try indexLines(), against: tree), in: folder)
  }

  /// One side of a change; nil when there is none, or when the file is no part of the workspace.
  package func file(_ path: RepoPath, _ side: TreeChange.Side?) throws(GitError) -> WorkspaceFile? {
    side.flatMap { file(path, $0.mode, $0.id) }
  }

  private func file(_ path: RepoPath, _ mode: FileMode, _ id: ObjectID) -> WorkspaceFile? {
    KindOfPath.kind(of: path).map { kind in
      WorkspaceFile(
        path: path, content: Self.content(of: TreeFile(path: path, mode: mode, id: id), kind, in: repository),
        hash: id.hex)
    }
  }

  /// The folder of the workspace that the index holds.
  private func indexFolder() throws(GitError) -> RepoPath {
    let index = try indexLines()
    return try workspaceFolder { (path) throws(GitError) in index.contains(path) }
  }

  /// The lines of the index, read once however often they are asked for; refuses what a merge left undecided.
  private func indexLines() throws(GitError) -> IndexLines {
    if let lines = index.lines { return lines }
    let lines = try repository.indexLines()
    let unmerged = lines.lines.indices.filter { lines.lines[$0].stage != 0 }
    if !unmerged.isEmpty {
      let paths = Set(unmerged.map(lines.path(at:))).sorted()
      throw GitError(
        .unmerged, "check the index",
        "\(paths.count) paths are in conflict: \(paths.prefix(5).map(\.description).joined(separator: ", "))",
        help: "resolve them and 'git add' the result")
    }
    index.lines = lines
    return lines
  }
}

/// Keeps the lines of the index for ``WorkspaceReader``.
final class IndexOnce {
  /// What was read; nil before.
  var lines: IndexLines?
}

extension ArraySlice<UInt8> {
  /// Whether a path lies below a folder.
  fileprivate func isInside(_ folder: RepoPath) -> Bool {
    starts(with: folder.bytes) && dropFirst(folder.bytes.count).first == UInt8(ascii: "/")
  }
}
