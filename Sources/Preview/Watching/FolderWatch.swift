internal import Dispatch

/// Watches folders for changes: by what the system tells where it does, else by looking twice a second.
package struct FolderWatch: Sendable {
  private let folders: [WatchedFolder]
  /// Folders that nobody has to look into, by their whole path.
  private let skips: @Sendable (String) -> Bool
  /// Whether to look instead of being told.
  private let isLooking: Bool

  /// A watch over folders.
  package init(
    _ folders: [WatchedFolder], isLooking: Bool = false, skips: @escaping @Sendable (String) -> Bool = { _ in false }
  ) {
    (self.folders, self.isLooking, self.skips) = (folders, isLooking, skips)
  }

  /// What changes from now on; what happens close together comes as one.
  ///
  /// When this returns, the watch has begun: nothing that happens afterwards is missed.
  package func changes() -> AsyncStream<WatchedChange> {
    let (stream, continuation) = AsyncStream.makeStream(of: WatchedChange.self)
    let queue = DispatchQueue(label: "fieldbook.watch")
    #if canImport(Glibc)
      if !isLooking, let told = ToldChanges(folders, skips) {
        continuation.onTermination = { _ in told.stop() }
        queue.async { told.run { continuation.yield($0) } }
        return stream
      }
    #endif
    let seen = SeenFiles(folders, skips)
    continuation.onTermination = { _ in seen.stop() }
    queue.async { seen.run { continuation.yield($0) } }
    return stream
  }
}
