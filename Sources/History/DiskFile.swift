internal import Git
internal import WorkspaceModel

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Reads single files of a work tree without following links.
enum DiskFile {
  /// Whether a plain file lies there.
  static func exists(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// What can be read of a file.
  static func content(of path: String, _ file: WorkTreeFile, _ kind: RecordKind, _ limit: Int) -> WorkspaceFile.Content
  {
    switch file.mode {
    case .submodule: return .submodule
    case .symlink:
      var buffer = [UInt8](repeating: 0, count: 4096)
      let count = readlink(path, &buffer, buffer.count)
      return .symlink(target: count < 0 ? "?" : String(decoding: buffer.prefix(count), as: UTF8.self))
    default: break
    }
    let isDrawing = kind == .asset && KindOfPath.isDrawing(file.path)
    if kind == .asset, !isDrawing { return .notRead }
    var status = stat()
    guard lstat(path, &status) == 0 else { return .unreadable(String(cString: strerror(errno))) }
    if Int(status.st_size) > limit { return isDrawing ? .notRead : .tooLarge(bytes: Int(status.st_size)) }
    guard let bytes = contents(of: path, limit: limit) else { return .unreadable(String(cString: strerror(errno))) }
    return isDrawing ? .drawing(bytes) : .bytes(bytes)
  }

  /// The bytes of a plain file up to a limit; nil when it cannot be read or is larger.
  static func contents(of path: String, limit: Int) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, Int(status.st_size) <= limit else {
      return nil
    }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 64 * 1024)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count == 0 { return bytes }
      if count < 0 {
        if errno == EINTR { continue }
        return nil
      }
      bytes += buffer.prefix(count)
      if bytes.count > limit { return nil }
    }
  }
}
