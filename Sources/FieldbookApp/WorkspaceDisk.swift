package import Diagnostics
internal import Foundation

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Changes files of a workspace on disk: never through a link, and never over what it does not replace knowingly.
package struct WorkspaceDisk: Sendable {
  private let root: String

  /// The folder of the workspace.
  package init(_ root: String) {
    self.root = root
  }

  /// Whether a name is in use, be it by a link that leads nowhere.
  package func has(_ path: RepoPath) -> Bool {
    var status = stat()
    return lstat(full(path), &status) == 0
  }

  /// Replaces a file in one step; it keeps its permissions.
  package func replace(_ path: RepoPath, with bytes: [UInt8]) throws(FieldbookError) {
    let path = full(path)
    do {
      let permissions = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
      try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
      if let permissions { try FileManager.default.setAttributes([.posixPermissions: permissions], ofItemAtPath: path) }
    } catch {
      throw failure("write", path, error.localizedDescription)
    }
  }

  /// Makes a file that did not exist, with the folders above it.
  package func create(_ path: RepoPath, with bytes: [UInt8]) throws(FieldbookError) {
    try makeFolders(above: path)
    let descriptor = open(full(path), O_CREAT | O_EXCL | O_WRONLY | O_NOFOLLOW | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw failure("create", full(path), reason()) }
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    do {
      try handle.write(contentsOf: Data(bytes))
      try handle.close()
    } catch {
      unlink(full(path))
      throw failure("create", full(path), error.localizedDescription)
    }
  }

  /// Writes a file whole or not at all, by way of another one that lies on the same disk; an older one is replaced and
  /// keeps its permissions.
  package func put(_ path: RepoPath, _ bytes: [UInt8], through temporary: String) throws(FieldbookError) {
    try makeFolders(above: path)
    var status = stat()
    let isThere = lstat(full(path), &status) == 0
    if isThere, status.st_mode & S_IFMT != S_IFREG { throw failure("write", full(path), "it is no file") }
    unlink(temporary)
    let descriptor = open(temporary, O_CREAT | O_EXCL | O_WRONLY | O_NOFOLLOW | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw failure("create", temporary, reason()) }
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    do {
      if isThere { fchmod(descriptor, status.st_mode & 0o7777) }
      try handle.write(contentsOf: Data(bytes))
      try handle.close()
    } catch {
      unlink(temporary)
      throw failure("write", temporary, error.localizedDescription)
    }
    guard renameat(AT_FDCWD, temporary, AT_FDCWD, full(path)) == 0 else {
      let reason = reason()
      unlink(temporary)
      throw failure("write", full(path), reason)
    }
  }

  /// Gives a file or folder another name that nothing bears.
  package func rename(_ old: RepoPath, to new: RepoPath) throws(FieldbookError) {
    try makeFolders(above: new)
    if has(new) { throw failure("rename to", full(new), "it exists already") }
    guard try isFolder(old.parent), renameat(AT_FDCWD, full(old), AT_FDCWD, full(new)) == 0 else {
      throw failure("rename", full(old), reason())
    }
  }

  private func makeFolders(above path: RepoPath) throws(FieldbookError) {
    var folder = RepoPath.root
    for part in path.components.dropLast() {
      folder = folder.appending(part)
      if try !isFolder(folder), mkdir(full(folder), 0o755) != 0 { throw failure("create", full(folder), reason()) }
    }
  }

  /// Whether a folder is there; a link or a file in its place is refused.
  private func isFolder(_ path: RepoPath) throws(FieldbookError) -> Bool {
    if path.isRoot { return true }
    var status = stat()
    guard lstat(full(path), &status) == 0 else { return false }
    if status.st_mode & S_IFMT != S_IFDIR { throw failure("write below", full(path), "it is no folder") }
    return true
  }

  private func full(_ path: RepoPath) -> String { "\(root)/\(path)" }

  private func reason() -> String { String(cString: strerror(errno)) }

  private func failure(_ action: String, _ path: String, _ reason: String) -> FieldbookError {
    .usage("cannot \(action) \(path): \(reason)", help: "nothing else was changed after it")
  }
}
