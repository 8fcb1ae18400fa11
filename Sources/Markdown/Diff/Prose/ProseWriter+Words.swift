extension ProseWriter {
  /// Writes a block whose words or markup changed, word by word.
  mutating func writeWords(_ before: Int, _ after: Int) {
    let (oldBlock, newBlock) = (old.blocks[before], new.blocks[after])
    blocksChanged += 1
    if newBlock.name != .bare { output.tags(newBlock, .new, class: "diff-changed", status: "changed") }
    let oldTokens = old.tokens[oldBlock.tokens]
    let newTokens = new.tokens[newBlock.tokens]
    let changes = WordEdits.changes(words(oldTokens, old), words(newTokens, new), numberCount: numberCount)
    var line = ProseLine(old, new, output)
    var (row, column) = (oldTokens.startIndex, newTokens.startIndex)
    var isAfterChange: SequenceDiff.Change?
    let end = SequenceDiff.Change(old: oldTokens.count..<oldTokens.count, new: newTokens.count..<newTokens.count)
    // Two owners of the output would copy it with every block.
    output = ProseOutput(old: .empty, new: .empty, idPrefix: "")
    for change in changes + [end] {
      let stop = oldTokens.startIndex + change.old.lowerBound
      while row < stop {
        line.keep(row, column, after: isAfterChange)
        isAfterChange = nil
        row += 1
        column += 1
      }
      let removed = row..<oldTokens.startIndex + change.old.upperBound
      let inserted = column..<newTokens.startIndex + change.new.upperBound
      if removed.isEmpty, inserted.isEmpty { continue }
      count(removed, .old)
      count(inserted, .new)
      line.replace(
        removed, with: inserted, isFirst: column == newTokens.startIndex,
        isLast: removed.upperBound == oldTokens.endIndex && inserted.upperBound == newTokens.endIndex)
      isAfterChange = SequenceDiff.Change(old: removed, new: inserted)
      (row, column) = (removed.upperBound, inserted.upperBound)
    }
    line.finish()
    swap(&output, &line.output)
    if newBlock.name != .bare || newBlock.tail < newBlock.inside.upperBound {
      output.copy(
        newBlock.tail..<newBlock.inside.upperBound, holes: newBlock.holes.upperBound..<newBlock.holes.upperBound, .new)
    }
    if newBlock.name != .bare { output.copy(newBlock.inside.upperBound..<newBlock.bytes.upperBound, .new) }
  }

  private func words(_ tokens: ArraySlice<ProseToken>, _ tree: ProseTree) -> [WordEdits.Word] {
    tokens.map { token in
      let byte = token.kind == .sign ? tree.html.bytes[Int(token.start)] : 0
      let ends = byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?")
      let isWord = token.kind != .sign && token.kind != .lineBreak
      return WordEdits.Word(
        number: token.number, weight: token.kind == .hole ? 32 : token.kind == .sign ? 1 : token.end - token.start,
        endsSentence: ends || token.kind == .lineBreak || token.kind == .box, isWord: isWord)
    }
  }
}
