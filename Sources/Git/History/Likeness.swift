/// How much of one blob is in another, counted as Git's rename detection does.
///
/// A blob is cut into pieces that end with a line, or after 64 bytes; equal pieces count with their bytes, wherever
/// they stand.
struct Likeness {
  /// The score of equal blobs.
  static let maximum = 60_000
  /// The least score of a rename, one half.
  static let minimum = 30_000
  /// The largest blob that is compared; anything above is only ever renamed unchanged.
  static let byteLimit = 8 << 20

  /// How many bytes the blob has.
  let size: Int
  // Sorted by hash, each hash once.
  private let pieces: [(hash: UInt32, bytes: UInt32)]

  init(_ blob: [UInt8]) {
    size = blob.count
    pieces = blob.withUnsafeBufferPointer(Self.pieces)
  }

  /// From 0 to ``maximum``: bytes of `self` that `other` has as well, in proportion to the larger of the two.
  func score(of other: Likeness) -> Int {
    guard other.size > 0 else { return 0 }
    var (copied, left, right) = (0, 0, 0)
    while left < pieces.count, right < other.pieces.count {
      if pieces[left].hash < other.pieces[right].hash {
        left += 1
      } else if pieces[left].hash > other.pieces[right].hash {
        right += 1
      } else {
        copied += Int(min(pieces[left].bytes, other.pieces[right].bytes))
        left += 1
        right += 1
      }
    }
    return copied * Self.maximum / max(size, other.size)
  }

  /// Whether sizes alone rule out a score of at least `least`.
  static func isHopeless(_ left: Int, _ right: Int, least: Int) -> Bool {
    let (small, large) = (min(left, right), max(left, right))
    return large * (maximum - least) < (large - small) * maximum
  }

  // The hash turns two words of 32 bits against each other by seven bits a byte, taken modulo a prime: what Git does,
  // since scores at the threshold depend on it.
  private static func pieces(of bytes: UnsafeBufferPointer<UInt8>) -> [(hash: UInt32, bytes: UInt32)] {
    let isText = !bytes.prefix(8000).contains(0)
    var found: [UInt64] = []
    found.reserveCapacity(bytes.count / 24 + 1)
    var (first, second, count): (UInt32, UInt32, UInt64) = (0, 0, 0)
    func end() {
      let hash = (first &+ second &* 0x61) % 107_927
      found.append(UInt64(hash) << 32 | count)
      (first, second, count) = (0, 0, 0)
    }
    for (index, byte) in bytes.enumerated() {
      if isText, byte == 0x0D, index + 1 < bytes.count, bytes[index + 1] == 0x0A { continue }
      let turned = first
      first = (first << 7) ^ (second >> 25)
      second = (second << 7) ^ (turned >> 25)
      first = first &+ UInt32(byte)
      count += 1
      if count == 64 || byte == 0x0A { end() }
    }
    if count > 0 { end() }
    found.sort()
    var merged: [(hash: UInt32, bytes: UInt32)] = []
    merged.reserveCapacity(found.count)
    for piece in found {
      let (hash, bytes) = (UInt32(piece >> 32), UInt32(truncatingIfNeeded: piece))
      if merged.last?.hash == hash {
        merged[merged.count - 1].bytes += bytes
      } else {
        merged.append((hash, bytes))
      }
    }
    return merged
  }
}
