internal import Diagnostics

/// The paths of a workspace in order, for those checks that have found something.
struct PathList {
  private let paths: [RepoPath]

  /// Sorts the paths once.
  init(_ paths: some Sequence<RepoPath>) {
    self.paths = paths.sorted()
  }

  /// The first file in a folder or below it.
  func first(in folder: RepoPath) -> RepoPath? {
    if folder.isRoot { return paths.first }
    let wanted = folder.appending([UInt8]())
    var (low, high) = (0, paths.count)
    while low < high {
      let middle = (low + high) / 2
      if paths[middle] < wanted { low = middle + 1 } else { high = middle }
    }
    return low < paths.count && paths[low].isInside(folder) ? paths[low] : nil
  }

  /// A path as it is when it is a file, else the first file below it.
  func file(for path: RepoPath, among files: Set<RepoPath>) -> RepoPath {
    files.contains(path) ? path : first(in: path) ?? path
  }
}

extension RepoPath {
  /// The folders above a path and the path itself, from the top down.
  var prefixes: [RepoPath] {
    var found = bytes.indices.filter { bytes[$0] == UInt8(ascii: "/") }.map { RepoPath(bytes: bytes[..<$0]) }
    found.append(self)
    return found
  }
}
