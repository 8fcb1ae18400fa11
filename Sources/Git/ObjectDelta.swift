/// A version of an object, written as what to copy from an older version and what to insert.
///
/// Both versions are known to be neighbours, so no search is needed: trees are compared entry by entry, files by
/// what they begin and end with.
struct ObjectDelta {
  /// The bytes as Git stores them in a pack.
  private(set) var bytes: [UInt8] = []
  // Not yet written, so that neighbouring copies become one.
  private var copied = 0..<0

  /// Turns one file into another.
  init(from old: UnsafeRawBufferPointer, to new: UnsafeRawBufferPointer) {
    begin(old.count, new.count)
    let shorter = min(old.count, new.count)
    var start = 0
    while start < shorter, old[start] == new[start] { start += 1 }
    var end = 0
    while end < shorter - start, old[old.count - end - 1] == new[new.count - end - 1] { end += 1 }
    copy(0..<start)
    insert(UnsafeRawBufferPointer(rebasing: new[start..<(new.count - end)]))
    copy((old.count - end)..<old.count)
    flush()
  }

  /// Turns one tree into another.
  init(fromTree old: UnsafeRawBufferPointer, toTree new: UnsafeRawBufferPointer) throws(GitError) {
    begin(old.count, new.count)
    var (olds, news) = (RawTreeReader(old), RawTreeReader(new))
    var candidate = try olds.next()
    while let entry = try news.next() {
      while let known = candidate, known.order(against: entry) < 0 { candidate = try olds.next() }
      if let known = candidate, let start = old.baseAddress, let place = known.stored.baseAddress,
        known.stored.elementsEqual(entry.stored)
      {
        copy((place - start)..<(place - start + known.stored.count))
      } else {
        insert(entry.stored)
      }
    }
    flush()
  }

  private mutating func begin(_ oldCount: Int, _ newCount: Int) {
    for count in [oldCount, newCount] {
      var rest = count
      while rest >= 128 {
        bytes.append(UInt8(rest & 127) | 128)
        rest >>= 7
      }
      bytes.append(UInt8(rest))
    }
  }

  private mutating func copy(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    if copied.upperBound == range.lowerBound, !copied.isEmpty {
      copied = copied.lowerBound..<range.upperBound
    } else {
      flush()
      copied = range
    }
  }

  private mutating func insert(_ new: UnsafeRawBufferPointer) {
    guard !new.isEmpty else { return }
    flush()
    for start in stride(from: 0, to: new.count, by: 127) {
      let piece = new[start..<min(start + 127, new.count)]
      bytes.append(UInt8(piece.count))
      bytes.append(contentsOf: piece)
    }
  }

  // One operation copies at most 65,535 bytes; which bytes of place and length follow stands in the first one.
  private mutating func flush() {
    while !copied.isEmpty {
      let count = min(copied.count, 0xFFFF)
      let head = bytes.count
      bytes.append(0x80)
      for (bit, byte) in Self.littleEndian(copied.lowerBound, 4).enumerated() where byte != 0 {
        bytes[head] |= 1 << bit
        bytes.append(byte)
      }
      for (bit, byte) in Self.littleEndian(count, 2).enumerated() where byte != 0 {
        bytes[head] |= 0x10 << bit
        bytes.append(byte)
      }
      copied = (copied.lowerBound + count)..<copied.upperBound
    }
    copied = 0..<0
  }

  private static func littleEndian(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }
}
