/// Which items of two sequences stay, go and come.
///
/// Shortest for texts of usual size; past a fixed amount of work it is coarse, but right all the same. Equal sequences
/// give equal results on every machine.
package struct SequenceDiff: Sendable, Equatable {
  /// Items of the old sequence and what stands for them in the new one; one of both may be empty.
  package struct Change: Sendable, Hashable {
    /// What goes; when empty, the place in the old sequence.
    package var old: Range<Int>
    /// What comes; when empty, the place in the new sequence.
    package var new: Range<Int>

    /// A change between two places.
    package init(old: Range<Int>, new: Range<Int>) {
      self.old = old
      self.new = new
    }
  }

  /// A stretch of items that share their lot.
  package struct Run: Sendable, Hashable {
    /// What becomes of the items.
    package enum Kind: Sendable { case equal, removed, inserted }

    /// What becomes of the items.
    package var kind: Kind
    /// Where they are in the old sequence; empty for what comes.
    package var old: Range<Int>
    /// Where they are in the new sequence; empty for what goes.
    package var new: Range<Int>
  }

  /// The changes in order, none touching another.
  package let changes: [Change]
  /// How many items the old sequence has.
  package let oldCount: Int
  /// How many items the new sequence has.
  package let newCount: Int

  /// Compares two sequences.
  package init<Item: Hashable>(_ old: some Collection<Item>, _ new: some Collection<Item>) {
    var numbers: [Item: Int32] = [:]
    func number(_ item: Item) -> Int32 {
      let next = Int32(truncatingIfNeeded: numbers.count)
      let number = numbers[item, default: next]
      if number == next { numbers[item] = next }
      return number
    }
    let old = old.map(number)
    self.init(numbers: old, new.map(number), numberCount: numbers.count)
  }

  /// Compares items that are already numbers, from 0 up to a count.
  init(numbers old: [Int32], _ new: [Int32], numberCount: Int) {
    (oldCount, newCount) = (old.count, new.count)
    let head = zip(old, new).prefix { $0 == $1 }.count
    let tail = min(
      min(old.count, new.count) - head, zip(old.reversed(), new.reversed()).prefix { $0 == $1 }.count)
    let middles = (old: Array(old[head..<old.count - tail]), new: Array(new[head..<new.count - tail]))
    if middles.old.isEmpty || middles.new.isEmpty {
      let change = Change(old: head..<old.count - tail, new: head..<new.count - tail)
      changes = middles.old.isEmpty && middles.new.isEmpty ? [] : [change]
      return
    }
    let kept = SequenceSides(middles.old, middles.new, numberCount: numberCount).kept()
    changes = Self.changes(kept.old, kept.new, from: head)
  }

  /// Stretches that stay, go and come, which together are both sequences; what goes stands before what comes.
  package var runs: [Run] {
    var runs: [Run] = []
    var (row, column) = (0, 0)
    for change in changes + [Change(old: oldCount..<oldCount, new: newCount..<newCount)] {
      if row < change.old.lowerBound {
        runs.append(Run(kind: .equal, old: row..<change.old.lowerBound, new: column..<change.new.lowerBound))
      }
      (row, column) = (change.old.upperBound, change.new.upperBound)
      let (oldEnd, newStart) = (change.old.upperBound, change.new.lowerBound)
      if !change.old.isEmpty { runs.append(Run(kind: .removed, old: change.old, new: newStart..<newStart)) }
      if !change.new.isEmpty { runs.append(Run(kind: .inserted, old: oldEnd..<oldEnd, new: change.new)) }
    }
    return runs
  }

  private static func changes(_ oldKept: [Bool], _ newKept: [Bool], from head: Int) -> [Change] {
    var changes: [Change] = []
    var (row, column) = (0, 0)
    while row < oldKept.count || column < newKept.count {
      let (firstRow, firstColumn) = (row, column)
      while row < oldKept.count, !oldKept[row] { row += 1 }
      while column < newKept.count, !newKept[column] { column += 1 }
      if row > firstRow || column > firstColumn {
        changes.append(Change(old: firstRow + head..<row + head, new: firstColumn + head..<column + head))
      }
      while row < oldKept.count, column < newKept.count, oldKept[row], newKept[column] {
        row += 1
        column += 1
      }
    }
    return changes
  }
}
