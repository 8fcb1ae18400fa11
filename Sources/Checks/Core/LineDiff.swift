/// Which lines of two texts differ, as stretches that replace one another (Myers, greedy).
struct LineDiff {
  /// Lines of the old text and what stands for them in the new one.
  struct Change: Equatable {
    var old: Range<Int>
    var new: Range<Int>
  }

  /// More differences than these are not looked for one by one.
  private static let limit = 1000

  /// The changes in order, none touching another.
  let changes: [Change]

  init(_ old: [ArraySlice<UInt8>], _ new: [ArraySlice<UInt8>]) {
    var ids: [ArraySlice<UInt8>: Int] = [:]
    func numbered(_ lines: [ArraySlice<UInt8>]) -> [Int] {
      lines.map { line in
        let id = ids[line] ?? ids.count
        ids[line] = id
        return id
      }
    }
    let (old, new) = (numbered(old), numbered(new))
    let shorter = min(old.count, new.count)
    let head = zip(old, new).prefix { $0 == $1 }.count
    let tail = min(shorter - head, zip(old.reversed(), new.reversed()).prefix { $0 == $1 }.count)
    let middle = (old: Array(old[head..<old.count - tail]), new: Array(new[head..<new.count - tail]))
    let pairs = Self.pairs(middle.old, middle.new) ?? Self.aligned(middle.old, middle.new)
    changes = Self.gaps(pairs, middle.old.count, middle.new.count).map { change in
      Change(
        old: change.old.lowerBound + head..<change.old.upperBound + head,
        new: change.new.lowerBound + head..<change.new.upperBound + head)
    }
  }

  /// Lines that stay, in order; nil when there are too many differences.
  private static func pairs(_ old: [Int], _ new: [Int]) -> [(old: Int, new: Int)]? {
    let most = min(limit, old.count + new.count)
    var furthest = Array(repeating: 0, count: 2 * most + 3)
    let middle = most + 1
    var traces: [[Int]] = []
    for step in 0...most {
      traces.append(Array(furthest[middle - step...middle + step]))
      for diagonal in stride(from: -step, through: step, by: 2) {
        let index = middle + diagonal
        let goesDown = diagonal == -step || diagonal != step && furthest[index - 1] < furthest[index + 1]
        var row = goesDown ? furthest[index + 1] : furthest[index - 1] + 1
        while row < old.count, row - diagonal < new.count, old[row] == new[row - diagonal] { row += 1 }
        furthest[index] = row
        if row >= old.count, row - diagonal >= new.count { return path(traces, old, new) }
      }
    }
    return nil
  }

  /// Walks back from the ends of both texts.
  private static func path(_ traces: [[Int]], _ old: [Int], _ new: [Int]) -> [(old: Int, new: Int)] {
    var pairs: [(old: Int, new: Int)] = []
    var (row, column) = (old.count, new.count)
    for step in traces.indices.reversed() {
      let diagonal = row - column
      func furthest(_ diagonal: Int) -> Int { abs(diagonal) > step ? -1 : traces[step][diagonal + step] }
      let goesDown = diagonal == -step || diagonal != step && furthest(diagonal - 1) < furthest(diagonal + 1)
      let from = step == 0 ? 0 : goesDown ? diagonal + 1 : diagonal - 1
      let start = step == 0 ? 0 : furthest(from)
      let begin = step == 0 ? 0 : goesDown ? start : start + 1
      while row > begin, column > begin - diagonal {
        (row, column) = (row - 1, column - 1)
        pairs.append((row, column))
      }
      (row, column) = (start, start - from)
    }
    return pairs.reversed()
  }

  /// Equal lines at the same place of texts that have equally many, as after a change of all line ends.
  private static func aligned(_ old: [Int], _ new: [Int]) -> [(old: Int, new: Int)] {
    guard old.count == new.count else { return [] }
    return old.indices.filter { old[$0] == new[$0] }.map { ($0, $0) }
  }

  private static func gaps(_ pairs: [(old: Int, new: Int)], _ oldCount: Int, _ newCount: Int) -> [Change] {
    var changes: [Change] = []
    var (row, column) = (0, 0)
    for pair in pairs + [(oldCount, newCount)] {
      if pair.old > row || pair.new > column { changes.append(Change(old: row..<pair.old, new: column..<pair.new)) }
      (row, column) = (pair.old + 1, pair.new + 1)
    }
    return changes
  }
}
