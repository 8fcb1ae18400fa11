/// Finds a place through which a shortest way from one sequence to another leads (Myers, from both ends).
struct MiddleSnake {
  private var forward: [Int]
  private var backward: [Int]
  /// Index of diagonal 0, a diagonal being row minus column.
  private let zero: Int
  private var budget = 6 << 20

  /// Differences past which a good place will do instead of the best.
  private static let mostSteps = 512

  /// Space for sides of two lengths.
  init(_ leftCount: Int, _ rightCount: Int) {
    forward = Array(repeating: 0, count: leftCount + rightCount + 3)
    backward = forward
    zero = rightCount + 1
  }

  /// A place inside the stretch that cuts it in two smaller ones; nil when nothing is shared or too much was looked at.
  mutating func split(
    _ left: [Int32], _ right: [Int32], in stretch: SequenceSearch.Stretch
  ) -> (row: Int, column: Int)? {
    guard budget > 0 else { return nil }
    return forward.withUnsafeMutableBufferPointer { forward in
      backward.withUnsafeMutableBufferPointer { backward in
        left.withUnsafeBufferPointer { left in
          right.withUnsafeBufferPointer { right in
            var walk = SnakeWalk(stretch, zero: zero, forward: forward, backward: backward)
            let split = walk.run(left, right, mostSteps: Self.mostSteps)
            budget -= walk.work
            guard stretch.left.contains(split.row) || split.row == stretch.left.upperBound,
              stretch.right.contains(split.column) || split.column == stretch.right.upperBound
            else { return nil }
            let isCorner =
              split.row == stretch.left.lowerBound && split.column == stretch.right.lowerBound
              || split.row == stretch.left.upperBound && split.column == stretch.right.upperBound
            return isCorner ? nil : split
          }
        }
      }
    }
  }
}

/// One search for a middle snake, step by step from both ends.
private struct SnakeWalk {
  let rows: Range<Int>
  let columns: Range<Int>
  let zero: Int
  let forward: UnsafeMutableBufferPointer<Int>
  let backward: UnsafeMutableBufferPointer<Int>
  let start: Int
  let end: Int
  var ahead: ClosedRange<Int>
  var back: ClosedRange<Int>
  var work = 0

  init(
    _ stretch: SequenceSearch.Stretch, zero: Int, forward: UnsafeMutableBufferPointer<Int>,
    backward: UnsafeMutableBufferPointer<Int>
  ) {
    (rows, columns, self.zero) = (stretch.left, stretch.right, zero)
    (self.forward, self.backward) = (forward, backward)
    start = rows.lowerBound - columns.lowerBound
    end = rows.upperBound - columns.upperBound
    ahead = start...start
    back = end...end
    forward[zero + start] = rows.lowerBound
    backward[zero + end] = rows.upperBound
  }

  mutating func run(
    _ left: UnsafeBufferPointer<Int32>, _ right: UnsafeBufferPointer<Int32>, mostSteps: Int
  ) -> (row: Int, column: Int) {
    let isOdd = (start - end) % 2 != 0
    for _ in 0..<mostSteps {
      ahead = widened(ahead, forward, -1)
      for diagonal in stride(from: ahead.upperBound, through: ahead.lowerBound, by: -2) {
        let row = stepAhead(left, right, diagonal)
        if isOdd, back.contains(diagonal), backward[zero + diagonal] <= row { return (row, row - diagonal) }
      }
      back = widened(back, backward, Int.max)
      for diagonal in stride(from: back.upperBound, through: back.lowerBound, by: -2) {
        let row = stepBack(left, right, diagonal)
        if !isOdd, ahead.contains(diagonal), row <= forward[zero + diagonal] { return (row, row - diagonal) }
      }
      work += ahead.count + back.count
    }
    return furthest()
  }

  /// One diagonal more at both sides, or one less where the stretch ends.
  private func widened(
    _ range: ClosedRange<Int>, _ rowsReached: UnsafeMutableBufferPointer<Int>, _ never: Int
  ) -> ClosedRange<Int> {
    var (low, high) = (range.lowerBound, range.upperBound)
    if low > rows.lowerBound - columns.upperBound {
      low -= 1
      rowsReached[zero + low - 1] = never
    } else {
      low += 1
    }
    if high < rows.upperBound - columns.lowerBound {
      high += 1
      rowsReached[zero + high + 1] = never
    } else {
      high -= 1
    }
    return low...max(low, high)
  }

  private mutating func stepAhead(
    _ left: UnsafeBufferPointer<Int32>, _ right: UnsafeBufferPointer<Int32>, _ diagonal: Int
  ) -> Int {
    let (below, above) = (forward[zero + diagonal - 1], forward[zero + diagonal + 1])
    var row = below >= above ? below + 1 : above
    let first = row
    while row < rows.upperBound, row - diagonal < columns.upperBound, left[row] == right[row - diagonal] { row += 1 }
    work += row - first
    forward[zero + diagonal] = row
    return row
  }

  private mutating func stepBack(
    _ left: UnsafeBufferPointer<Int32>, _ right: UnsafeBufferPointer<Int32>, _ diagonal: Int
  ) -> Int {
    let (below, above) = (backward[zero + diagonal - 1], backward[zero + diagonal + 1])
    var row = below < above ? below : above - 1
    let first = row
    while row > rows.lowerBound, row - diagonal > columns.lowerBound, left[row - 1] == right[row - 1 - diagonal] {
      row -= 1
    }
    work += first - row
    backward[zero + diagonal] = row
    return row
  }

  /// The place furthest from the end it was reached from.
  private func furthest() -> (row: Int, column: Int) {
    var best = (gain: -1, row: rows.lowerBound, column: columns.lowerBound)
    for diagonal in stride(from: ahead.upperBound, through: ahead.lowerBound, by: -2) {
      var row = min(forward[zero + diagonal], rows.upperBound)
      if row - diagonal > columns.upperBound { row = columns.upperBound + diagonal }
      let gain = row - rows.lowerBound + row - diagonal - columns.lowerBound
      if row >= rows.lowerBound, row - diagonal >= columns.lowerBound, gain > best.gain {
        best = (gain, row, row - diagonal)
      }
    }
    for diagonal in stride(from: back.upperBound, through: back.lowerBound, by: -2) {
      var row = max(backward[zero + diagonal], rows.lowerBound)
      if row - diagonal < columns.lowerBound { row = columns.lowerBound + diagonal }
      let gain = rows.upperBound - row + columns.upperBound - row + diagonal
      if row <= rows.upperBound, row - diagonal <= columns.upperBound, gain > best.gain {
        best = (gain, row, row - diagonal)
      }
    }
    return (best.row, best.column)
  }
}
