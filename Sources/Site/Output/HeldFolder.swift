#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A folder that is held open, with files reached by paths relative to it.
final class HeldFolder: Sendable {
  private let path: String
  private let descriptor: Int32

  /// Opens a folder; a link in its place is not followed.
  init(_ path: String) throws(OutputError) {
    self.path = path
    descriptor = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { throw OutputError("cannot open the folder '\(path)': \(FileTree.reason())") }
  }

  deinit { close(descriptor) }

  /// Writes a new file, and makes the folders around it that are not there yet.
  func write(_ file: String, _ bytes: [UInt8]) throws(OutputError) {
    var output = create(file)
    if output < 0, errno == ENOENT {
      try makeFolders(around: file)
      output = create(file)
    }
    guard output >= 0 else { throw OutputError("cannot write '\(path)/\(file)': \(FileTree.reason())") }
    var offset = 0
    while offset < bytes.count {
      let written = bytes.withUnsafeBytes {
        platformWrite(output, $0.baseAddress.map { $0 + offset }, $0.count - offset)
      }
      if written < 0 {
        if errno == EINTR { continue }
        let failure = FileTree.reason()
        close(output)
        throw OutputError(
          "cannot write '\(path)/\(file)' (\(bytes.count) bytes): \(failure)",
          help: "make room and build again; the old site stands")
      }
      offset += written
    }
    if close(output) != 0 { throw OutputError("cannot write '\(path)/\(file)': \(FileTree.reason())") }
  }

  /// Whether a plain file holds exactly these bytes.
  func holds(_ file: String, _ bytes: [UInt8]) -> Bool {
    let input = openat(descriptor, file, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard input >= 0 else { return false }
    defer { close(input) }
    var status = stat()
    guard fstat(input, &status) == 0, status.st_mode & S_IFMT == S_IFREG, Int(status.st_size) == bytes.count else {
      return false
    }
    return bytes.withUnsafeBytes { expected in
      withUnsafeTemporaryAllocation(byteCount: 65_536, alignment: 16) { buffer in
        var offset = 0
        while offset < expected.count {
          let count = platformRead(input, buffer.baseAddress, min(buffer.count, expected.count - offset))
          guard count > 0, let found = buffer.baseAddress, let wanted = expected.baseAddress,
            memcmp(found, wanted + offset, count) == 0
          else { return false }
          offset += count
        }
        return true
      }
    }
  }

  /// Gives a file of another folder a second name here; false where the system does not let it.
  func link(_ file: String, from other: HeldFolder) throws(OutputError) -> Bool {
    if linkat(other.descriptor, file, descriptor, file, 0) == 0 { return true }
    guard errno == ENOENT else { return false }
    try makeFolders(around: file)
    return linkat(other.descriptor, file, descriptor, file, 0) == 0
  }

  private func create(_ file: String) -> Int32 {
    openat(descriptor, file, O_CREAT | O_WRONLY | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o644)
  }

  private func makeFolders(around file: String) throws(OutputError) {
    let folder = PathParts.split(file).folder
    if folder == "." || mkdirat(descriptor, folder, 0o755) == 0 || errno == EEXIST { return }
    guard errno == ENOENT else { throw failure(folder) }
    try makeFolders(around: folder)
    // Another thread may have been faster.
    if mkdirat(descriptor, folder, 0o755) != 0, errno != EEXIST { throw failure(folder) }
  }

  private func failure(_ folder: String) -> OutputError {
    OutputError("cannot make the folder '\(path)/\(folder)': \(FileTree.reason())")
  }

  private func platformWrite(_ output: Int32, _ start: UnsafeRawPointer?, _ count: Int) -> Int {
    #if canImport(Glibc)
      Glibc.write(output, start, count)
    #else
      Darwin.write(output, start, count)
    #endif
  }

  private func platformRead(_ input: Int32, _ start: UnsafeMutableRawPointer?, _ count: Int) -> Int {
    #if canImport(Glibc)
      Glibc.read(input, start, count)
    #else
      Darwin.read(input, start, count)
    #endif
  }
}
