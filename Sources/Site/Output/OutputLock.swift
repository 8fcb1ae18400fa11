#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Keeps two builds from writing the same output; the system releases it when the process ends, however it ends.
final class OutputLock: Sendable {
  private let descriptor: Int32
  private let path: String

  init(_ path: String, target: String) throws {
    self.path = path
    descriptor = open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      throw OutputError(
        "cannot write beside '\(target)': \(FileTree.reason())", help: "choose a folder you may write to")
    }
    if flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      close(descriptor)
      throw OutputError(
        "another build is writing '\(target)' right now", help: "wait until it ends, or name another --output",
        isUsage: true)
    }
  }

  deinit {
    unlink(path)
    close(descriptor)
  }
}
