/// Raw tree objects by id, in bounded memory: most folders are the same from one commit to the next.
///
/// Two generations: when the young one is full it becomes the old one, and what nobody asked for since is let go.
final class TreeStore {
  private static let generationBytes = 4 << 20
  private var young: [ObjectID: [UInt8]] = [:]
  private var old: [ObjectID: [UInt8]] = [:]
  private var youngBytes = 0

  /// The bytes of a tree, through `read` when they are not at hand.
  func bytes(of id: ObjectID, read: () throws(GitError) -> [UInt8]) throws(GitError) -> [UInt8] {
    if let bytes = young[id] { return bytes }
    let bytes = if let kept = old.removeValue(forKey: id) { kept } else { try read() }
    remember(bytes, as: id)
    return bytes
  }

  /// Keeps the bytes of a tree that was just read or written.
  func remember(_ bytes: [UInt8], as id: ObjectID) {
    if youngBytes >= Self.generationBytes {
      swap(&old, &young)
      young.removeAll(keepingCapacity: true)
      youngBytes = 0
    }
    young[id] = bytes
    youngBytes += bytes.count + MemoryLayout<ObjectID>.stride
  }

  /// Lets go of everything.
  func forget() {
    young = [:]
    old = [:]
    youngBytes = 0
  }
}
