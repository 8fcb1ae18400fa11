/// Gives every distinct word a number, in the order in which words first come up.
struct TermInterner: Sendable {
  private var arena: [UInt8] = []
  private var starts: [Int] = [0]
  private var slots: [Int32]
  private var hashes: [UInt32] = []

  /// Knows no word yet.
  init() { slots = Array(repeating: -1, count: 1 << 12) }

  /// How many words are known.
  var count: Int { hashes.count }

  /// The number of a word, given now if it has none.
  mutating func number(of word: UnsafeBufferPointer<UInt8>) -> Int {
    let hash = Self.hash(word)
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while slots[slot] >= 0 {
      let known = Int(slots[slot])
      if hashes[known] == hash, isSame(known, word) { return known }
      slot = (slot + 1) & mask
    }
    let number = hashes.count
    slots[slot] = Int32(number)
    hashes.append(hash)
    arena.append(contentsOf: word)
    starts.append(arena.count)
    if hashes.count * 2 > slots.count { grow() }
    return number
  }

  /// A word by its number.
  func word(_ number: Int) -> ArraySlice<UInt8> { arena[starts[number]..<starts[number + 1]] }

  /// Numbers in the order of their words, byte by byte.
  var sorted: [Int] {
    (0..<count).sorted { word($0).lexicographicallyPrecedes(word($1)) }
  }

  private func isSame(_ number: Int, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = starts[number]
    guard starts[number + 1] - start == word.count else { return false }
    for index in 0..<word.count where arena[start + index] != word[index] { return false }
    return true
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: slots.count * 4)
    let mask = slots.count - 1
    for (number, hash) in hashes.enumerated() {
      var slot = Int(hash) & mask
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(number)
    }
  }

  private static func hash(_ word: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var hash: UInt32 = 0x811C_9DC5
    for byte in word { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    return hash ^ hash >> 15
  }
}
