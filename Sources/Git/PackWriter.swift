internal import CLibgit2

/// Builds a pack in memory: objects one after the other, later ones as differences from earlier ones.
struct PackWriter {
  private struct Place {
    var offset: Int
    var depth: Int
  }

  // Reading the last of a chain means reading all of it.
  private static let longestChain = 24

  private var bytes = Array("PACK".utf8) + [0, 0, 0, 2, 0, 0, 0, 0]
  private var places: [ObjectID: Place] = [:]

  /// How many objects it holds.
  var count: Int { places.count }

  /// Whether an object may be written as a difference from this one.
  func canStandOn(_ id: ObjectID) -> Bool {
    places[id].map { $0.depth < Self.longestChain } ?? false
  }

  /// Adds an object, whole.
  mutating func append(_ id: ObjectID, _ kind: Repository.ObjectKind, _ content: [UInt8]) throws(GitError) {
    places[id] = Place(offset: bytes.count, depth: 0)
    appendHead(type: UInt8(kind.libraryType.rawValue), size: content.count)
    try appendCompressed(content)
  }

  /// Adds an object as a difference from one that is there already.
  mutating func append(_ id: ObjectID, _ delta: ObjectDelta, from base: ObjectID) throws(GitError) {
    guard let place = places[base] else { preconditionFailure("a difference needs its base in the same pack") }
    places[id] = Place(offset: bytes.count, depth: place.depth + 1)
    var distance = bytes.count - place.offset
    appendHead(type: 6, size: delta.bytes.count)
    var digits = [UInt8(distance & 127)]
    distance >>= 7
    while distance > 0 {
      distance -= 1
      digits.append(UInt8(distance & 127) | 128)
      distance >>= 7
    }
    bytes.append(contentsOf: digits.reversed())
    try appendCompressed(delta.bytes)
  }

  /// The whole pack, with number and checksum.
  consuming func finished() -> [UInt8] {
    withUnsafeBytes(of: UInt32(places.count).bigEndian) { bytes.replaceSubrange(8..<12, with: $0) }
    bytes.append(contentsOf: SHA1.digest(of: bytes))
    return bytes
  }

  private mutating func appendHead(type: UInt8, size: Int) {
    var rest = size >> 4
    bytes.append(type << 4 | UInt8(size & 15) | (rest > 0 ? 128 : 0))
    while rest > 0 {
      bytes.append(UInt8(rest & 127) | (rest > 127 ? 128 : 0))
      rest >>= 7
    }
  }

  private mutating func appendCompressed(_ content: [UInt8]) throws(GitError) {
    var size = compressBound(uLong(content.count))
    var status = Z_OK
    let compressed = [UInt8](unsafeUninitializedCapacity: Int(size)) { buffer, count in
      status = compress(buffer.baseAddress, &size, content, uLong(content.count))
      count = status == Z_OK ? Int(size) : 0
    }
    guard status == Z_OK else { throw GitError(.other(status), "write a pack", "zlib gave status \(status)") }
    bytes.append(contentsOf: compressed)
  }
}
