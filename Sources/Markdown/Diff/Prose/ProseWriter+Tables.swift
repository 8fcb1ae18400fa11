extension ProseWriter {
  /// Finds out which columns of a table came or went, by its header.
  mutating func openTable(_ before: Int, _ after: Int) {
    let (oldCells, newCells) = (headerCells(old, before), headerCells(new, after))
    columns = []
    columnCount = max(1, newCells.count)
    if oldCells.count == newCells.count { return }
    let diff = SequenceDiff(oldCells.map { old.blocks[$0].content }, newCells.map { new.blocks[$0].content })
    var (row, column) = (0, 0)
    let end = SequenceDiff.Change(
      old: oldCells.count..<oldCells.count, new: newCells.count..<newCells.count)
    for change in diff.changes + [end] {
      while row < change.old.lowerBound {
        columns.append((row, column))
        row += 1
        column += 1
      }
      while row < change.old.upperBound || column < change.new.upperBound {
        columns.append((row < change.old.upperBound ? row : nil, column < change.new.upperBound ? column : nil))
        row = min(row + 1, change.old.upperBound)
        column = min(column + 1, change.new.upperBound)
      }
    }
    columnCount = max(1, columns.count)
  }

  private func headerCells(_ tree: ProseTree, _ table: Int) -> [Int] {
    guard table + 2 < tree.blocks[table].end, tree.blocks[table + 2].name == .tr else { return [] }
    return tree.children(of: table + 2)
  }

  /// Writes a row cell by cell, each beside its like in the old row.
  mutating func writeRow(_ before: Int, _ after: Int) {
    let (oldCells, newCells) = (old.children(of: before), new.children(of: after))
    let block = new.blocks[after]
    output.tags(block, .new)
    let pairs =
      columns.isEmpty
      ? (0..<max(oldCells.count, newCells.count)).map { (old: Int?($0), new: Int?($0)) } : columns
    for pair in pairs {
      let oldCell = pair.old.flatMap { oldCells.indices.contains($0) ? oldCells[$0] : nil }
      let newCell = pair.new.flatMap { newCells.indices.contains($0) ? newCells[$0] : nil }
      newline()
      if let oldCell, let newCell {
        writeCell(oldCell, newCell)
      } else if let cell = oldCell {
        writeWhole(cell, .old)
      } else if let cell = newCell {
        writeWhole(cell, .new)
      }
    }
    newline()
    output.copy(block.inside.upperBound..<block.bytes.upperBound, .new)
  }

  private mutating func writeCell(_ before: Int, _ after: Int) {
    let block = new.blocks[after]
    if old.blocks[before].form != block.form { return writeWords(before, after) }
    output.tags(block, .new)
    output.copy(block.inside, holes: block.holes, .new)
    output.copy(block.inside.upperBound..<block.bytes.upperBound, .new)
  }
}
