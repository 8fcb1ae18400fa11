/// A seeded stream of choices (SplitMix64): the same on every machine, unlike the standard library's generator.
struct Dice: Sendable {
  private var state: UInt64

  /// A stream of its own for each thing that is invented, so that one more customer changes no other.
  init(seed: UInt64, stream: UInt64) {
    var mixer = Dice(state: seed &+ stream &* 0xD1B5_4A32_D192_ED03)
    state = mixer.next()
  }

  private init(state: UInt64) { self.state = state }

  /// The next 64 bits.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }

  /// A number from 0 up to, but not including, `bound`.
  mutating func roll(_ bound: Int) -> Int {
    precondition(bound > 0, "a die has at least one side")
    return Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// A number of a range.
  mutating func within(_ range: ClosedRange<Int>) -> Int { range.lowerBound + roll(range.count) }

  /// True so many times in a thousand.
  mutating func chance(_ permille: Int) -> Bool { roll(1000) < permille }

  /// One of several.
  mutating func pick<Item>(_ items: [Item]) -> Item { items[roll(items.count)] }

  /// The position that a roll falls on, wide where the weight is large.
  mutating func weighted(_ weights: [Int]) -> Int {
    var rest = roll(weights.reduce(0, +))
    for (index, weight) in weights.enumerated() {
      if rest < weight { return index }
      rest -= weight
    }
    return weights.count - 1
  }

  /// Several different ones, in the order of the list.
  mutating func some<Item>(_ count: Int, of items: [Item]) -> [Item] {
    var left = min(count, items.count)
    var chosen: [Item] = []
    for (index, item) in items.enumerated() where left > 0 && roll(items.count - index) < left {
      chosen.append(item)
      left -= 1
    }
    return chosen
  }
}
