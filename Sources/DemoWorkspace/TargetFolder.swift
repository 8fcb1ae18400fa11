#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Looks at the place where a workspace is to be written.
enum TargetFolder {
  /// Refuses a place that holds anything.
  static func check(_ path: String) throws(DemoError) {
    var info = stat()
    guard lstat(path, &info) == 0 else { return }
    guard let stream = opendir(path) else { throw .notAFolder(path) }
    defer { closedir(stream) }
    // Every folder holds itself and its parent.
    var count = 0
    while readdir(stream) != nil { count += 1 }
    guard count <= 2 else { throw .folderInUse(path) }
  }
}
