internal import Synchronization

/// Keeps a site in memory, for tests and previews.
package final class MemoryOutput: SiteOutput {
  private let kept = Mutex<[String: [UInt8]]>([:])

  /// Nothing kept yet.
  package init() {}

  /// Keeps a file.
  package func put(_ path: String, _ bytes: [UInt8]) {
    kept.withLock { $0[path] = bytes }
  }

  /// All files by path.
  package var files: [String: [UInt8]] { kept.withLock { $0 } }
}
