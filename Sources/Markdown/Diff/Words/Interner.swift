/// Gives equal bytes equal numbers, counted from 0 in order of first sight.
struct Interner {
  private var pool: [UInt8] = []
  private var ends: [Int] = []
  private var hashes: [Int] = []
  private var slots = [Int32](repeating: -1, count: 1_024)

  /// How many numbers are given out.
  var count: Int { ends.count }

  /// The number of some bytes.
  mutating func number(_ bytes: some Sequence<UInt8>) -> Int32 {
    let number = bytes.withContiguousStorageIfAvailable { self.number(UnsafeRawBufferPointer($0)) }
    return number ?? Array(bytes).withUnsafeBytes { self.number($0) }
  }

  /// The number of some bytes in memory.
  mutating func number(_ bytes: UnsafeRawBufferPointer) -> Int32 {
    var hasher = Hasher()
    hasher.combine(bytes: bytes)
    let hash = hasher.finalize()
    var slot = hash & (slots.count - 1)
    while slots[slot] >= 0 {
      let number = Int(slots[slot])
      if hashes[number] == hash, isEqual(number, bytes) { return slots[slot] }
      slot = (slot + 1) & (slots.count - 1)
    }
    let number = Int32(truncatingIfNeeded: ends.count)
    slots[slot] = number
    pool.append(contentsOf: bytes)
    ends.append(pool.count)
    hashes.append(hash)
    if ends.count * 2 > slots.count { grow() }
    return number
  }

  private func isEqual(_ number: Int, _ bytes: UnsafeRawBufferPointer) -> Bool {
    let start = number == 0 ? 0 : ends[number - 1]
    guard ends[number] - start == bytes.count else { return false }
    return pool.withUnsafeBytes { UnsafeRawBufferPointer(rebasing: $0[start..<ends[number]]).elementsEqual(bytes) }
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: slots.count * 2)
    for (number, hash) in hashes.enumerated() {
      var slot = hash & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(truncatingIfNeeded: number)
    }
  }
}
