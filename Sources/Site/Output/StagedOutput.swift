internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Writes a site beside the old one and puts it in its place with one rename, so that no reader ever sees half of it.
///
/// Files that did not change are hard-linked from the old site. Until ``publish()`` nothing outside the staging folder
/// is touched; a run that dies leaves the old site as it was, and the next one removes what was left.
package final class StagedOutput: SiteOutput {
  private let target: String
  private let staging: String
  private let lock: OutputLock
  private let hasOld: Bool
  /// The site that is there, as far as it can be read.
  private let old: HeldFolder?
  private let new: HeldFolder
  private let counts = Mutex(Counts())

  /// What was written so far.
  package struct Counts: Sendable {
    package var files = 0
    package var bytes = 0
    /// Files that were linked because they had not changed.
    package var unchanged = 0
  }

  /// Name of the file that marks a folder as ours.
  package static let marker = "build.json"

  /// Prepares the staging folder; refuses a target that holds something else, unless forced.
  package init(target: String, force: Bool) throws {
    self.target = target
    let (folder, name) = PathParts.split(target)
    staging = "\(folder)/.\(name).staging"
    var status = stat()
    let exists = lstat(target, &status) == 0
    if exists, status.st_mode & S_IFMT != S_IFDIR {
      throw OutputError(
        "the output '\(target)' is not a folder", help: "name another one with --output <folder>", isUsage: true)
    }
    hasOld = exists
    if exists, !force, !FileTree.isEmpty(target), !FileTree.exists("\(target)/\(Self.marker)") {
      throw OutputError(
        "the folder '\(target)' was not made by fieldbook, so it is left alone",
        help: "name another one with --output <folder>, or replace it with --force", isUsage: true)
    }
    try FileTree.makeFolders(folder)
    lock = try OutputLock("\(folder)/.\(name).lock", target: target)
    try FileTree.remove(staging)
    try FileTree.makeFolders(staging)
    new = try HeldFolder(staging)
    old = exists ? try? HeldFolder(target) : nil
  }

  /// Writes a file, or links the old one when it holds the same bytes.
  package func put(_ path: String, _ bytes: [UInt8]) throws {
    var isUnchanged = false
    if let old, old.holds(path, bytes) { isUnchanged = try new.link(path, from: old) }
    if !isUnchanged { try new.write(path, bytes) }
    let isLinked = isUnchanged
    counts.withLock {
      $0.files += 1
      $0.bytes += bytes.count
      if isLinked { $0.unchanged += 1 }
    }
  }

  /// Puts the new site in place of the old one and removes the old one.
  package func publish() throws -> Counts {
    if hasOld {
      try FileTree.exchange(staging, target)
      try FileTree.remove(staging)
    } else if rename(staging, target) != 0 {
      throw OutputError("cannot rename '\(staging)' to '\(target)': \(FileTree.reason())")
    }
    return counts.withLock { $0 }
  }

  /// Removes the staging folder; the old site stays.
  package func discard() { try? FileTree.remove(staging) }
}

/// Takes a path apart.
enum PathParts {
  /// Folder and last part; the folder is "." for a bare name.
  static func split(_ path: String) -> (folder: String, name: String) {
    var path = path
    while path.utf8.count > 1, path.utf8.last == UInt8(ascii: "/") { path.removeLast() }
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return (".", path) }
    let folder = slash == path.startIndex ? "/" : String(path[..<slash])
    return (folder, String(path[path.utf8.index(after: slash)...]))
  }
}
