extension ProseWriter {
  /// Unchanged lines of code around a change.
  private static let codeContext = 3

  /// Writes a block of code line by line.
  mutating func writeCode(_ before: Int, _ after: Int) {
    let (oldBlock, newBlock) = (old.blocks[before], new.blocks[after])
    blocksChanged += 1
    output.tags(newBlock, .new, class: "diff-changed", status: "changed")
    let diff = SequenceDiff(
      numbers: old.tokens[oldBlock.tokens].map(\.number), new.tokens[newBlock.tokens].map(\.number),
      numberCount: numberCount)
    for run in diff.runs {
      let oldLines = run.old.lowerBound + oldBlock.tokens.lowerBound..<run.old.upperBound + oldBlock.tokens.lowerBound
      let newLines = run.new.lowerBound + newBlock.tokens.lowerBound..<run.new.upperBound + newBlock.tokens.lowerBound
      switch run.kind {
      case .equal:
        writeLines(
          newLines, follows: run.new.lowerBound > 0 || run.old.lowerBound > 0,
          precedes: run.new.upperBound < diff.newCount || run.old.upperBound < diff.oldCount)
      case .removed:
        count(oldLines, .old)
        lines(oldLines, .old, .removed)
      case .inserted:
        count(newLines, .new)
        lines(newLines, .new, .inserted)
      }
    }
    output.copy(newBlock.inside.upperBound..<newBlock.bytes.upperBound, .new)
  }

  private mutating func writeLines(_ lines: Range<Int>, follows: Bool, precedes: Bool) {
    let head = follows ? Self.codeContext : 0
    let tail = precedes ? Self.codeContext : 0
    let hidden = lines.count - head - tail
    guard options.foldsUnchanged, follows || precedes, hidden > 1 else { return self.lines(lines, .new, nil) }
    self.lines(lines.lowerBound..<lines.lowerBound + head, .new, nil)
    let words = options.words(ProseDiffOptions.Gap(kind: .lines, count: hidden, isCut: false))
    output.bytes.append(contentsOf: "<span class=\"diff-gap\" data-blocks=\"\(hidden)\">".utf8)
    Escape.appendEscaped(words.utf8, to: &output.bytes)
    output.bytes.append("</span>\n")
    self.lines(lines.upperBound - tail..<lines.upperBound, .new, nil)
  }

  private mutating func lines(_ lines: Range<Int>, _ side: ProseOutput.Side, _ mark: ProseOutput.Mark?) {
    if let mark { output.bytes.append(mark.open) }
    for token in side == .old ? old.tokens[lines] : new.tokens[lines] { output.copy(token.range, side) }
    if let mark {
      // A last line without an end must not run into the one that stands for it.
      if mark == .removed, output.bytes.last != 0x0A { output.bytes.append(0x0A) }
      output.bytes.append(mark.close)
    }
  }
}
