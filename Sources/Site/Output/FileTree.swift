#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Plain POSIX file work that reports what went wrong and on which file.
enum FileTree {
  /// What the system says about the last failure of this thread.
  static func reason() -> String { String(cString: strerror(errno)) }

  static func exists(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  static func isEmpty(_ path: String) -> Bool { (names(in: path) ?? []).isEmpty }

  /// Makes a folder and those above it.
  static func makeFolders(_ path: String) throws(OutputError) {
    if mkdir(path, 0o755) == 0 || errno == EEXIST { return }
    guard errno == ENOENT else { throw OutputError("cannot make the folder '\(path)': \(reason())") }
    let parent = PathParts.split(path).folder
    guard parent != path else { throw OutputError("cannot make the folder '\(path)': \(reason())") }
    try makeFolders(parent)
    if mkdir(path, 0o755) != 0, errno != EEXIST { throw OutputError("cannot make the folder '\(path)': \(reason())") }
  }

  /// Removes a file or a folder with all it holds; links are removed, never followed.
  static func remove(_ path: String) throws(OutputError) {
    if unlink(path) == 0 || errno == ENOENT { return }
    guard errno == EISDIR || errno == EPERM else { throw OutputError("cannot remove '\(path)': \(reason())") }
    var waiting = [path]
    var folders: [String] = []
    while let folder = waiting.popLast() {
      folders.append(folder)
      for name in names(in: folder) ?? [] {
        let child = "\(folder)/\(name)"
        if unlink(child) != 0 {
          guard errno == EISDIR || errno == EPERM else { throw OutputError("cannot remove '\(child)': \(reason())") }
          waiting.append(child)
        }
      }
    }
    for folder in folders.reversed() where rmdir(folder) != 0 {
      throw OutputError("cannot remove '\(folder)': \(reason())")
    }
  }

  /// Swaps two folders in one step; where the system cannot, the old one is moved aside first.
  static func exchange(_ new: String, _ old: String) throws(OutputError) {
    if swap(new, old) { return }
    let aside = new + ".old"
    try remove(aside)
    guard rename(old, aside) == 0 else { throw OutputError("cannot move '\(old)' aside: \(reason())") }
    guard rename(new, old) == 0 else {
      let failure = reason()
      rename(aside, old)
      throw OutputError("cannot put '\(new)' in place: \(failure)")
    }
    rename(aside, new)
  }

  private static func swap(_ first: String, _ second: String) -> Bool {
    #if canImport(Glibc)
      // The header hides renameat2 from Swift, so it is looked up by name; an old C library has none.
      typealias Rename = @convention(c) (Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>, UInt32) -> Int32
      guard let symbol = dlsym(nil, "renameat2") else { return false }
      let exchange: UInt32 = 2
      return unsafeBitCast(symbol, to: Rename.self)(AT_FDCWD, first, AT_FDCWD, second, exchange) == 0
    #else
      return renamex_np(first, second, UInt32(RENAME_SWAP)) == 0
    #endif
  }

  /// Names in a folder, sorted; nil when it cannot be read.
  static func names(in path: String) -> [String]? {
    guard let folder = opendir(path) else { return nil }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }
}
