package import Diagnostics
package import Git
internal import WorkspaceModel

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

extension WorkspaceReader {
  /// The folder of a snapshot's workspace on disk; nil in a bare repository.
  package func folderOnDisk(of snapshot: WorkspaceSnapshot) -> String? {
    guard let root = repository.workTree.flatMap(Self.realPath) else { return nil }
    return snapshot.folder.isRoot ? root : "\(root)/\(snapshot.folder)"
  }

  /// The folders in which Git notes that a commit was made or another one was checked out.
  package var foldersOfHead: [String] {
    let (own, common) = (repository.gitDirectory, repository.commonDirectory)
    return Array(Set([own, "\(own)/logs", common, "\(common)/refs/heads"].compactMap(Self.realPath))).sorted()
  }

  /// Whether ignore rules name a folder of the work tree, given by its whole path.
  package func ignores(folder: String) throws(GitError) -> Bool {
    guard let root = repository.workTree.flatMap(Self.realPath), folder.hasPrefix(root + "/") else { return false }
    return try repository.isIgnored(RepoPath(folder.dropFirst(root.count + 1) + "/"))
  }

  /// The commit that is checked out now; nil when there is none.
  package func headCommit() throws(GitError) -> String? { try repository.head.id?.hex }

  /// The same snapshot of the work tree with some files as they are on disk now; its history is not read again.
  ///
  /// Without paths all files are gone through. A file that came counts unless Git is told to ignore it.
  package func read(again paths: Set<RepoPath>?, of snapshot: WorkspaceSnapshot) throws(GitError) -> WorkspaceSnapshot {
    var snapshot = snapshot
    guard let paths else {
      snapshot.files = try workTree(head: nil, withFacts: false).files
      return snapshot
    }
    guard let folder = folderOnDisk(of: snapshot) else { return snapshot }
    for path in paths.sorted() {
      guard let kind = KindOfPath.kind(of: path) else { continue }
      let full = "\(folder)/\(path)"
      let place = snapshot.place(of: path)
      let isKnown = place < snapshot.files.count && snapshot.files[place].path == path
      guard let mode = Self.mode(of: full) else {
        if isKnown { snapshot.files.remove(at: place) }
        continue
      }
      let inside = snapshot.folder.isRoot ? path : snapshot.folder.appending(path.bytes)
      if !isKnown, try repository.isIgnored(inside) { continue }
      let content = DiskFile.content(of: full, WorkTreeFile(path: path, mode: mode), kind, Self.readLimit)
      let file = WorkspaceFile(path: path, content: content, hash: "")
      if isKnown { snapshot.files[place] = file } else { snapshot.files.insert(file, at: place) }
    }
    return snapshot
  }

  /// What lies at a path, by itself and not by where it leads; nil for nothing and for folders.
  private static func mode(of path: String) -> FileMode? {
    var status = stat()
    guard lstat(path, &status) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .regular
    case S_IFLNK: return .symlink
    default: return nil
    }
  }
}

extension WorkspaceSnapshot {
  /// Where a file stands, or would stand, among the files.
  fileprivate func place(of path: RepoPath) -> Int {
    var (low, high) = (0, files.count)
    while low < high {
      let middle = (low + high) / 2
      if files[middle].path < path { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
