extension ProseWriter {
  /// Writes what becomes of the blocks inside two blocks, unchanged stretches folded.
  mutating func writeChildren(old oldParent: Int, new newParent: Int, of operations: [Operation], depth: Int) {
    let parent = new.blocks[newParent].name
    let shown = shown(operations, in: parent)
    var numbers = ItemNumbers(old, oldParent, new, newParent, isAltered: shown.contains(false), operations)
    var hidden = 0
    for (index, operation) in operations.enumerated() {
      let number = numbers.next(operation)
      if output.bytes.count > options.longestOutput, gapKind(in: parent) != nil {
        return cut(operations[(index - hidden)...], in: parent)
      }
      if !shown[index] {
        hidden += 1
        if index + 1 == operations.count || shown[index + 1] {
          gap(hidden, in: parent, isCut: false)
          hidden = 0
        }
        continue
      }
      if index > 0 { newline() }
      if isTooLong(operation), gapKind(in: parent) != nil {
        cut([operation], in: parent)
        continue
      }
      write(operation, number: number, depth: depth)
    }
    if parent == .root { newline() }
  }

  /// Whether a block that is written as a whole would fill the page alone.
  private func isTooLong(_ operation: Operation) -> Bool {
    switch operation {
    case .changed: false
    case .same(_, let block), .added(let block): new.blocks[block].bytes.count > options.longestOutput
    case .removed(let block): old.blocks[block].bytes.count > options.longestOutput
    }
  }

  private mutating func write(_ operation: Operation, number: Int?, depth: Int) {
    switch operation {
    case .same(_, let block): writeSame(block, number: number)
    case .removed(let block): writeWhole(block, .old, number: number)
    case .added(let block): writeWhole(block, .new, number: number)
    case .changed(let before, let after): writeChanged(before, after, number: number, depth: depth)
    }
  }

  private mutating func writeSame(_ index: Int, number: Int?) {
    let block = new.blocks[index]
    if block.name == .bare { return output.copy(trimmed(block, new), holes: block.holes, .new) }
    output.tags(block, .new, value: number)
    output.copy(block.inside, holes: block.holes, .new)
    output.copy(block.inside.upperBound..<block.bytes.upperBound, .new)
  }

  /// Writes a block that came or went as a whole.
  mutating func writeWhole(_ index: Int, _ side: ProseOutput.Side, number: Int? = nil) {
    let tree = side == .old ? old : new
    let block = tree.blocks[index]
    blocksChanged += 1
    count(block.tokens, side)
    let mark: ProseOutput.Mark = side == .old ? .removed : .inserted
    if block.name == .tr, !columns.isEmpty {
      output.tags(block, side, class: side.style, status: side.status)
      newline()
      for column in columns {
        if let cell = side == .old ? column.old : column.new {
          let cell = tree.blocks[tree.children(of: index)[cell]]
          output.tags(cell, side)
          output.copy(cell.inside, holes: cell.holes, side, mark: mark)
          output.copy(cell.inside.upperBound..<cell.bytes.upperBound, side)
        } else {
          output.bytes.append("<td></td>")
        }
        newline()
      }
      return output.bytes.append("</tr>")
    }
    if block.name == .bare { return output.copy(trimmed(block, tree), holes: block.holes, side, mark: mark) }
    output.tags(block, side, class: side.style, status: side.status, value: number)
    output.copy(block.inside, holes: block.holes, side, mark: mark)
    output.copy(block.inside.upperBound..<block.bytes.upperBound, side)
  }

  private mutating func writeChanged(_ before: Int, _ after: Int, number: Int?, depth: Int) {
    let block = new.blocks[after]
    if block.name == .tr { return writeRow(before, after) }
    if block.name == .pre { return writeCode(before, after) }
    if !block.name.isContainer { return writeWords(before, after) }
    if depth >= Self.deepest {
      writeWhole(before, .old, number: number)
      newline()
      return writeWhole(after, .new, number: number)
    }
    let outerColumns = (columns, columnCount)
    if block.name == .table { openTable(before, after) }
    let operations = operations(old: before, new: after)
    let hasOwnChange = isTagChanged(before, after)
    if hasOwnChange { blocksChanged += 1 }
    let isMarked = hasOwnChange || operations.contains { isBareChange($0) }
    output.tags(
      block, .new, class: isMarked ? "diff-changed" : nil, status: isMarked ? "changed" : nil, value: number)
    if let first = operations.first, !isBare(first) { newline() }
    writeChildren(old: before, new: after, of: operations, depth: depth + 1)
    if let last = operations.last, !isBare(last) { newline() }
    output.copy(block.inside.upperBound..<block.bytes.upperBound, .new)
    (columns, columnCount) = outerColumns
  }

  private func isTagChanged(_ before: Int, _ after: Int) -> Bool {
    let (before, after) = (old.blocks[before], new.blocks[after])
    return before.name != after.name
      || HTMLAttributes(old.html.bytes[before.open]).look != HTMLAttributes(new.html.bytes[after.open]).look
  }

  /// Bare words have no tag that could say that they changed; the item around them says it.
  private func isBareChange(_ operation: Operation) -> Bool { !operation.isSame && isBare(operation) }

  private func isBare(_ operation: Operation) -> Bool {
    switch operation {
    case .same(_, let block), .changed(_, let block), .added(let block): new.blocks[block].name == .bare
    case .removed(let block): old.blocks[block].name == .bare
    }
  }

  /// What stands inside bare words, without the white space at the end; a hole has no bytes and is not gone past.
  private func trimmed(_ block: ProseBlock, _ tree: ProseTree) -> Range<Int> {
    let lastHole = block.holes.isEmpty ? 0 : tree.html.holes[block.holes.upperBound - 1].offset
    let start = max(block.inside.lowerBound, lastHole)
    var end = block.inside.upperBound
    while end > start, tree.html.bytes[end - 1] <= 0x20 { end -= 1 }
    return block.inside.lowerBound..<end
  }

  /// Counts words that came or went.
  mutating func count(_ tokens: Range<Int>, _ side: ProseOutput.Side) {
    if side == .old { wordsRemoved += old.words(in: tokens) } else { wordsInserted += new.words(in: tokens) }
  }
}

extension ProseOutput.Side {
  /// The class of a block that is on this side only.
  var style: StaticString { self == .old ? "diff-removed" : "diff-added" }
  /// The status of a block that is on this side only.
  var status: StaticString { self == .old ? "removed" : "added" }
}

extension ProseOutput {
  /// Writes the opening tag of a block, for code both.
  mutating func tags(
    _ block: ProseBlock, _ side: Side, class added: StaticString? = nil, status: StaticString? = nil, value: Int? = nil
  ) {
    guard block.name == .pre else { return tag(block.open, side, class: added, status: status, value: value) }
    let tags = html(side).bytes[block.open]
    let end = (tags.firstIndex(of: UInt8(ascii: ">")) ?? tags.startIndex) + 1
    tag(tags.startIndex..<end, side, class: added, status: status)
    tag(end..<tags.endIndex, side)
  }
}
