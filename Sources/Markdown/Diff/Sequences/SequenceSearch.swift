/// Finds the items that two sequences share, in order: anchors first, then Myers' middle snakes in linear space.
struct SequenceSearch {
  /// Which items of the left side stay.
  private(set) var leftKept: [Bool]
  /// Which items of the right side stay.
  private(set) var rightKept: [Bool]

  private let left: [Int32]
  private let right: [Int32]
  private var anchors: AnchorSearch
  private var snakes: MiddleSnake
  private var open: [Stretch] = []

  /// A part of both sides that is still to be compared.
  struct Stretch {
    /// In the left side.
    var left: Range<Int>
    /// In the right side.
    var right: Range<Int>
    /// Whether items that occur once may still cut it.
    var seeksAnchors = true
  }

  /// Stretches smaller than this get the shortest answer; longer ones are cut at rare items first.
  private static let longestWithoutAnchors = 1_024

  /// A search over items that are numbers from 0 up to a count.
  init(_ left: [Int32], _ right: [Int32], numberCount: Int) {
    self.left = left
    self.right = right
    leftKept = Array(repeating: false, count: left.count)
    rightKept = Array(repeating: false, count: right.count)
    anchors = AnchorSearch(numberCount: numberCount)
    snakes = MiddleSnake(left.count, right.count)
  }

  /// Compares everything.
  mutating func run() {
    open = [Stretch(left: left.indices, right: right.indices)]
    while let stretch = open.popLast() { compare(trimmed(stretch)) }
  }

  private mutating func keep(_ row: Int, _ column: Int) {
    leftKept[row] = true
    rightKept[column] = true
  }

  private mutating func trimmed(_ stretch: Stretch) -> Stretch {
    var (low, high) = (stretch.left.lowerBound, stretch.left.upperBound)
    var (start, end) = (stretch.right.lowerBound, stretch.right.upperBound)
    while low < high, start < end, left[low] == right[start] {
      keep(low, start)
      low += 1
      start += 1
    }
    while low < high, start < end, left[high - 1] == right[end - 1] {
      high -= 1
      end -= 1
      keep(high, end)
    }
    return Stretch(left: low..<high, right: start..<end, seeksAnchors: stretch.seeksAnchors)
  }

  private mutating func compare(_ stretch: Stretch) {
    if stretch.left.isEmpty || stretch.right.isEmpty { return }
    if stretch.seeksAnchors, stretch.left.count + stretch.right.count > Self.longestWithoutAnchors {
      let found = anchors.anchors(left, right, in: stretch)
      if found.count * 16 >= min(stretch.left.count, stretch.right.count) { return cut(stretch, at: found) }
    }
    guard let split = snakes.split(left, right, in: stretch) else { return }
    open.append(
      Stretch(
        left: stretch.left.lowerBound..<split.row, right: stretch.right.lowerBound..<split.column, seeksAnchors: false))
    open.append(
      Stretch(
        left: split.row..<stretch.left.upperBound, right: split.column..<stretch.right.upperBound, seeksAnchors: false))
  }

  private mutating func cut(_ stretch: Stretch, at anchors: [(row: Int, column: Int)]) {
    var (row, column) = (stretch.left.lowerBound, stretch.right.lowerBound)
    for anchor in anchors {
      open.append(Stretch(left: row..<anchor.row, right: column..<anchor.column))
      keep(anchor.row, anchor.column)
      (row, column) = (anchor.row + 1, anchor.column + 1)
    }
    open.append(Stretch(left: row..<stretch.left.upperBound, right: column..<stretch.right.upperBound))
  }
}
