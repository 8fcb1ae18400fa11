/// How the source of a text changed, line by line, as values for a page to print.
package struct SourceDiff: Sendable, Equatable {
  /// A stretch of lines around changes that are close to each other.
  package struct Hunk: Sendable, Equatable {
    /// The number of the first line in the old text, from 1; the line before for an empty stretch.
    package var oldStart: Int
    /// The number of the first line in the new text, from 1; the line before for an empty stretch.
    package var newStart: Int
    /// The lines in order; what goes stands before what comes.
    package var lines: [Line]
  }

  /// One line of either text.
  package struct Line: Sendable, Equatable {
    /// What becomes of a line.
    package enum Kind: Sendable { case context, removed, inserted }

    /// What becomes of it.
    package var kind: Kind
    /// Its number in the old text, from 1.
    package var oldNumber: Int?
    /// Its number in the new text, from 1.
    package var newNumber: Int?
    /// Its words without the line's end; what is not UTF-8 is replaced.
    package var text: String
    /// Which bytes of the text's UTF-8 changed, where a line stands in for another.
    package var marks: [Range<Int>] = []
    /// Whether the end of a very long line is left out.
    package var isCut = false
    /// Whether it is the last of its text and does not end.
    package var lacksEnd = false
  }

  /// The stretches in order.
  package private(set) var hunks: [Hunk] = []
  /// How many lines came.
  package private(set) var linesInserted = 0
  /// How many lines went.
  package private(set) var linesRemoved = 0
  /// Whether some lines end otherwise than before (CR LF or LF), which alone is no change here.
  package let lineEndsChanged: Bool
  /// Whether the end was left out because it was too long.
  package private(set) var isTruncated = false

  /// Lines of context around changes.
  private static let context = 3

  /// Whether no line changed.
  package var isEmpty: Bool { linesInserted + linesRemoved == 0 }

  /// Compares two texts; past so many lines the rest is left out.
  package init(old: [UInt8], new: [UInt8], longestOutput: Int = 5_000) {
    let (old, new) = (SourceLines(old), SourceLines(new))
    let changes: [SequenceDiff.Change]
    if old.count == 0 || new.count == 0 {
      // A text that came or went as a whole needs no comparison.
      changes = old.count == new.count ? [] : [SequenceDiff.Change(old: 0..<old.count, new: 0..<new.count)]
      lineEndsChanged = false
    } else {
      // Most changes are small: only the lines between the first and the last that differ are worth numbers.
      let (head, tail) = old.shared(with: new)
      var interner = Interner()
      let diff = SequenceDiff(
        numbers: old.numbers(&interner, in: head..<old.count - tail),
        new.numbers(&interner, in: head..<new.count - tail), numberCount: interner.count)
      changes = diff.changes.map { change in
        SequenceDiff.Change(
          old: change.old.lowerBound + head..<change.old.upperBound + head,
          new: change.new.lowerBound + head..<change.new.upperBound + head)
      }
      lineEndsChanged =
        (0..<head).contains { old.endsWithReturn($0) != new.endsWithReturn($0) }
        || (1..<tail + 1).contains { old.endsWithReturn(old.count - $0) != new.endsWithReturn(new.count - $0) }
        || diff.runs.contains { run in
          run.kind == .equal
            && zip(run.old, run.new).contains { old.endsWithReturn($0 + head) != new.endsWithReturn($1 + head) }
        }
    }
    var pairing = Likeness(budget: 1 << 20)
    var first = 0
    var written = 0
    while first < changes.count {
      var last = first
      while last + 1 < changes.count,
        changes[last + 1].old.lowerBound - changes[last].old.upperBound <= 2 * Self.context
      {
        last += 1
      }
      for change in changes[first...last] {
        linesRemoved += change.old.count
        linesInserted += change.new.count
      }
      if isTruncated {
        first = last + 1
        continue
      }
      var hunk = Self.hunk(changes[first...last], old, new, &pairing, most: longestOutput - written)
      if hunk.lines.count > longestOutput - written {
        hunk.lines.removeLast(hunk.lines.count - max(0, longestOutput - written))
        isTruncated = true
      }
      written += hunk.lines.count
      if !hunk.lines.isEmpty { hunks.append(hunk) }
      first = last + 1
    }
  }

  private static func hunk(
    _ changes: ArraySlice<SequenceDiff.Change>, _ old: SourceLines, _ new: SourceLines, _ pairing: inout Likeness,
    most: Int
  ) -> Hunk {
    guard let first = changes.first, let last = changes.last else { return Hunk(oldStart: 0, newStart: 0, lines: []) }
    let before = min(context, first.old.lowerBound)
    let after = min(context, old.count - last.old.upperBound)
    var row = first.old.lowerBound - before
    var column = first.new.lowerBound - before
    var lines: [Line] = []
    func keep(until end: Int) {
      while row < end {
        lines.append(new.line(column, .context, oldNumber: row + 1, newNumber: column + 1))
        row += 1
        column += 1
      }
    }
    for change in changes where lines.count <= most {
      keep(until: change.old.lowerBound)
      lines += changed(change, old, new, &pairing, most: most)
      (row, column) = (change.old.upperBound, change.new.upperBound)
    }
    if lines.count <= most { keep(until: last.old.upperBound + after) }
    let oldStart = first.old.lowerBound - before
    let newStart = first.new.lowerBound - before
    let hasOld = last.old.upperBound + after > oldStart
    let hasNew = last.new.upperBound + after > newStart
    return Hunk(oldStart: oldStart + (hasOld ? 1 : 0), newStart: newStart + (hasNew ? 1 : 0), lines: lines)
  }

  private static func changed(
    _ change: SequenceDiff.Change, _ old: SourceLines, _ new: SourceLines, _ pairing: inout Likeness, most: Int
  ) -> [Line] {
    var removed = change.old.prefix(most + 1).map { old.line($0, .removed, oldNumber: $0 + 1, newNumber: nil) }
    var inserted = change.new.prefix(most + 1).map { new.line($0, .inserted, oldNumber: nil, newNumber: $0 + 1) }
    if removed.isEmpty || inserted.isEmpty { return removed + inserted }
    var interner = Interner()
    let oldWords = removed.map { LineWords($0.text, &interner) }
    let newWords = inserted.map { LineWords($0.text, &interner) }
    for pair in pairing.pairs(oldWords.map(\.bag), newWords.map(\.bag)) {
      let marks = LineWords.marks(oldWords[pair.old], newWords[pair.new], numberCount: interner.count)
      removed[pair.old].marks = marks.old
      inserted[pair.new].marks = marks.new
    }
    return removed + inserted
  }
}
