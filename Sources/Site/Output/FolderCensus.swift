#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// What the file system says of everything in a folder: enough to know later that nobody touched any of it.
package enum FolderCensus {
  /// For each file and folder its name, size, place on disk and time of change; nil when something cannot be read.
  ///
  /// No file is opened. Two censuses are equal when nothing was added, removed or written in between.
  package static func bytes(of folder: String) -> [UInt8]? {
    var census: [UInt8] = []
    var waiting = [folder]
    while let next = waiting.popLast() {
      guard note(next, &census, &waiting) else { return nil }
    }
    return census
  }

  /// The same of a single file; what is not there has a census too.
  package static func bytes(ofFile path: String) -> [UInt8] {
    var status = stat()
    guard lstat(path, &status) == 0 else { return Array("none".utf8) }
    var census: [UInt8] = []
    note(status, &census)
    return census
  }

  private static func note(_ folder: String, _ census: inout [UInt8], _ waiting: inout [String]) -> Bool {
    guard let stream = opendir(folder) else { return false }
    defer { closedir(stream) }
    let descriptor = dirfd(stream)
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return false }
    note(status, &census)
    while let entry = readdir(stream) {
      let isRead = withUnsafePointer(to: &entry.pointee.d_name) { field in
        field.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: field.pointee)) { name in
          if strcmp(name, ".") == 0 || strcmp(name, "..") == 0 { return true }
          var status = stat()
          guard fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return false }
          if status.st_mode & S_IFMT == S_IFDIR {
            waiting.append("\(folder)/\(String(cString: name))")
            return true
          }
          UnsafeBufferPointer(start: name, count: strlen(name)).withMemoryRebound(to: UInt8.self) { census += $0 }
          census.append(0)
          note(status, &census)
          return true
        }
      }
      if !isRead { return false }
    }
    return true
  }

  private static func note(_ status: stat, _ census: inout [UInt8]) {
    #if canImport(Glibc)
      let changed = status.st_mtim
    #else
      let changed = status.st_mtimespec
    #endif
    for part in [Int64(status.st_size), Int64(status.st_ino), Int64(changed.tv_sec), Int64(changed.tv_nsec)] {
      withUnsafeBytes(of: part.littleEndian) { census += $0 }
    }
  }
}
