/// Finds items that occur once on both sides of a stretch, as many as keep their order (patience).
struct AnchorSearch {
  private var places: [Int32]
  private var budget = 4 << 20

  private static let unseen: Int32 = -1
  private static let repeated: Int32 = -2

  /// A search over items that are numbers from 0 up to a count.
  init(numberCount: Int) {
    places = Array(repeating: Self.unseen, count: numberCount)
  }

  /// Pairs of places in order; none once too much has been looked at.
  mutating func anchors(
    _ left: [Int32], _ right: [Int32], in stretch: SequenceSearch.Stretch
  ) -> [(row: Int, column: Int)] {
    budget -= stretch.left.count + stretch.right.count
    if budget < 0 { return [] }
    let columns = uniquePlaces(right, in: stretch.right)
    let rows = uniquePlaces(left, in: stretch.left)
    let columnOf = Dictionary(uniqueKeysWithValues: columns.map { (right[$0], $0) })
    let pairs = rows.compactMap { row in columnOf[left[row]].map { (row: row, column: $0) } }
    return Self.longestRising(pairs)
  }

  private mutating func uniquePlaces(_ items: [Int32], in range: Range<Int>) -> [Int] {
    for index in range {
      let item = Int(items[index])
      places[item] = places[item] == Self.unseen ? Int32(truncatingIfNeeded: index) : Self.repeated
    }
    let unique = range.filter { places[Int(items[$0])] >= 0 }
    for index in range { places[Int(items[index])] = Self.unseen }
    return unique
  }

  /// The longest part of pairs, in order of rows, whose columns rise, too.
  private static func longestRising(_ pairs: [(row: Int, column: Int)]) -> [(row: Int, column: Int)] {
    var piles: [Int] = []
    var before = Array(repeating: -1, count: pairs.count)
    for (index, pair) in pairs.enumerated() {
      var (low, high) = (0, piles.count)
      while low < high {
        let middle = (low + high) / 2
        if pairs[piles[middle]].column < pair.column { low = middle + 1 } else { high = middle }
      }
      if low > 0 { before[index] = piles[low - 1] }
      if low < piles.count { piles[low] = index } else { piles.append(index) }
    }
    var rising: [(row: Int, column: Int)] = []
    var index = piles.last ?? -1
    while index >= 0 {
      rising.append(pairs[index])
      index = before[index]
    }
    return rising.reversed()
  }
}
