extension ProseWriter {
  /// Unchanged blocks longer than this do not serve as context.
  private static let longestContext = 2_000

  /// What is counted where unchanged things inside an element are folded; nil where nothing may be.
  func gapKind(in parent: HTMLName) -> ProseDiffOptions.Gap.Kind? {
    switch parent {
    case .root, .blockquote, .div, .section, .li: .blocks
    case .ul, .ol: .items
    case .tbody: .rows
    default: nil
    }
  }

  /// Which blocks are written: what changed, one block of context around, and the headings above.
  func shown(_ operations: [Operation], in parent: HTMLName) -> [Bool] {
    guard options.foldsUnchanged, gapKind(in: parent) != nil else {
      return Array(repeating: true, count: operations.count)
    }
    var shown = operations.map { !$0.isSame }
    var headings: [(level: Int, index: Int)] = []
    for (index, operation) in operations.enumerated() {
      guard case .same(_, let block) = operation else {
        for heading in headings { shown[heading.index] = true }
        headings.removeAll(keepingCapacity: true)
        if index > 0, isContext(operations[index - 1]) { shown[index - 1] = true }
        if index + 1 < operations.count, isContext(operations[index + 1]) { shown[index + 1] = true }
        continue
      }
      if let level = new.blocks[block].name.headingLevel {
        while let last = headings.last, last.level >= level { headings.removeLast() }
        headings.append((level, index))
      }
    }
    for index in shown.indices where !shown[index] && isContext(operations[index]) {
      let isAlone = (index == 0 || shown[index - 1]) && (index + 1 == shown.count || shown[index + 1])
      if isAlone, shown.count > 1 { shown[index] = true }
    }
    return shown
  }

  private func isContext(_ operation: Operation) -> Bool {
    guard case .same(_, let block) = operation else { return true }
    return new.blocks[block].bytes.count <= Self.longestContext
  }

  /// Writes a mark in place of what is left out.
  mutating func gap(_ count: Int, in parent: HTMLName, isCut: Bool) {
    guard let kind = gapKind(in: parent) else { return }
    if !output.bytes.isEmpty { newline() }
    let words = options.words(ProseDiffOptions.Gap(kind: kind, count: count, isCut: isCut))
    let attributes = " class=\"\(isCut ? "diff-cut" : "diff-gap")\" data-blocks=\"\(count)\">"
    let (open, close) =
      switch kind {
      case .items: ("<li\(attributes)", "</li>\n")
      case .rows: ("<tr\(attributes)<td colspan=\"\(columnCount)\">", "</td></tr>\n")
      default: ("<p\(attributes)", "</p>\n")
      }
    output.bytes.append(contentsOf: open.utf8)
    Escape.appendEscaped(words.utf8, to: &output.bytes)
    output.bytes.append(contentsOf: close.utf8)
  }

  /// Leaves out blocks, but counts them.
  mutating func cut(_ rest: ArraySlice<Operation>, in parent: HTMLName) {
    isTruncated = true
    for operation in rest {
      switch operation {
      case .same: continue
      case .changed: break
      case .removed(let block): count(old.blocks[block].tokens, .old)
      case .added(let block): count(new.blocks[block].tokens, .new)
      }
      blocksChanged += 1
    }
    gap(rest.count, in: parent, isCut: true)
  }
}
