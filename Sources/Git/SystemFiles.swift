#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The few questions that this target asks the file system itself.
enum SystemFiles {
  /// The bytes of a file such as `.git/shallow`, with room for so many more behind them; nil when it cannot be read.
  static func contents(of path: String, spare: Int = 0) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    var isSound = true
    // One byte more than the file says to have, so that the end shows without a second array.
    var bytes = [UInt8](unsafeUninitializedCapacity: Int(status.st_size) + max(1, spare)) { buffer, count in
      isSound = fill(UnsafeMutableRawBufferPointer(buffer), from: descriptor, &count)
    }
    // Some files are longer than they say, those of /proc among them.
    while isSound, bytes.count > Int(status.st_size) {
      let chunk = [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, count in
        isSound = fill(UnsafeMutableRawBufferPointer(buffer), from: descriptor, &count)
      }
      if chunk.isEmpty { break }
      bytes += chunk
    }
    return isSound ? bytes : nil
  }

  /// Fills a buffer from a file until it is full or the file ends; false when reading fails.
  private static func fill(
    _ buffer: UnsafeMutableRawBufferPointer, from descriptor: Int32, _ count: inout Int
  ) -> Bool {
    while count < buffer.count {
      let more = read(descriptor, buffer.baseAddress.map { $0 + count }, buffer.count - count)
      if more == 0 { return true }
      if more < 0 {
        if errno == EINTR { continue }
        return false
      }
      count += more
    }
    return true
  }

  /// The user that owns a path itself, not what a symbolic link there points at.
  static func owner(of path: String) -> UInt32? {
    var info = stat()
    return lstat(path, &info) == 0 ? UInt32(info.st_uid) : nil
  }

  /// Whether something is there, even a symbolic link to nothing.
  static func exists(_ path: String) -> Bool {
    var info = stat()
    return lstat(path, &info) == 0
  }

  /// The path without symbolic links; nil when there is nothing.
  static func real(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// The user whose rights this process has.
  static var effectiveUser: UInt32 { UInt32(geteuid()) }

  /// The names in a folder, without `.` and `..`; nil when it cannot be read.
  static func names(in folder: String) -> [String]? {
    guard let stream = opendir(folder) else { return nil }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { field in
        field.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: field.pointee)) {
          String(cString: $0)
        }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  /// The value of an environment variable.
  static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}
