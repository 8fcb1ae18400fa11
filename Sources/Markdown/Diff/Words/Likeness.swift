/// Pairs up pieces of two texts that are versions of one another, in order.
struct Likeness {
  /// The words of one piece, sorted by their numbers.
  struct Bag {
    /// The words in ascending order.
    var words: [Int32]
    /// Only pieces of the same family are compared.
    var family: UInt8
    /// How many hundredths of the words two such pieces must share.
    var threshold = 40
  }

  /// How many words may still be looked at; nothing is paired after that.
  private(set) var budget: Int

  /// So many comparisons are made at most to find the best pairs.
  private static let mostCells = 4_096
  /// How far ahead a partner is looked for where there are more.
  private static let reach = 24

  /// A comparison with a limit of its work.
  init(budget: Int = 2 << 20) {
    self.budget = budget
  }

  /// Pairs of indices, rising on both sides, with the greatest likeness in all.
  mutating func pairs(_ old: [Bag], _ new: [Bag]) -> [(old: Int, new: Int)] {
    if old.isEmpty || new.isEmpty { return [] }
    return old.count * new.count > Self.mostCells ? nearbyPairs(old, new) : bestPairs(old, new)
  }

  private mutating func bestPairs(_ old: [Bag], _ new: [Bag]) -> [(old: Int, new: Int)] {
    let width = new.count + 1
    var alike = [Int32](repeating: 0, count: old.count * new.count)
    var scores = [Int32](repeating: 0, count: (old.count + 1) * width)
    for row in 1...old.count {
      for column in 1...new.count {
        let likeness = likeness(old[row - 1], new[column - 1])
        alike[(row - 1) * new.count + column - 1] = likeness
        var best = max(scores[(row - 1) * width + column], scores[row * width + column - 1])
        if likeness > 0 { best = max(best, scores[(row - 1) * width + column - 1] + likeness) }
        scores[row * width + column] = best
      }
    }
    var pairs: [(old: Int, new: Int)] = []
    var (row, column) = (old.count, new.count)
    while row > 0, column > 0 {
      let score = scores[row * width + column]
      let likeness = alike[(row - 1) * new.count + column - 1]
      if likeness > 0, score == scores[(row - 1) * width + column - 1] + likeness {
        (row, column) = (row - 1, column - 1)
        pairs.append((row, column))
      } else if score == scores[(row - 1) * width + column] {
        row -= 1
      } else {
        column -= 1
      }
    }
    return pairs.reversed()
  }

  private mutating func nearbyPairs(_ old: [Bag], _ new: [Bag]) -> [(old: Int, new: Int)] {
    var pairs: [(old: Int, new: Int)] = []
    var start = 0
    for row in old.indices {
      var best: (column: Int, likeness: Int32) = (-1, 0)
      for column in start..<min(new.count, start + Self.reach) {
        let likeness = likeness(old[row], new[column])
        if likeness > best.likeness { best = (column, likeness) }
        if likeness >= 80 { break }
      }
      if best.column >= 0 {
        pairs.append((row, best.column))
        start = best.column + 1
      }
    }
    return pairs
  }

  /// From 1 to 100 for pieces that are versions of one another, else 0.
  mutating func likeness(_ old: Bag, _ new: Bag) -> Int32 {
    guard old.family == new.family else { return 0 }
    let (fewer, more) = (min(old.words.count, new.words.count), max(old.words.count, new.words.count))
    if more == 0 || old.threshold == 0 { return 50 }
    budget -= 4
    if fewer == 0 || budget < 0 || fewer * 20 < more { return 0 }
    budget -= fewer + more
    var (row, column, shared) = (0, 0, 0)
    while row < old.words.count, column < new.words.count {
      if old.words[row] == new.words[column] { shared += 1 }
      let isBehind = old.words[row] <= new.words[column]
      if new.words[column] <= old.words[row] { column += 1 }
      if isBehind { row += 1 }
    }
    let percent = 200 * shared / (fewer + more)
    let isContained = shared >= 4 && shared * 5 >= fewer * 4
    return percent >= old.threshold || isContained ? Int32(max(1, percent)) : 0
  }
}
