/// Writes the difference of two documents, block by block.
struct ProseWriter {
  /// What becomes of a block, by its index on either side.
  enum Operation {
    case same(old: Int, new: Int)
    case changed(old: Int, new: Int)
    case removed(Int)
    case added(Int)

    /// Whether nothing of it changed.
    var isSame: Bool { if case .same = self { true } else { false } }
  }

  /// The old document.
  let old: ProseTree
  /// The new document.
  let new: ProseTree
  /// How many different words both have.
  let numberCount: Int
  /// What was asked for.
  let options: ProseDiffOptions
  /// What is written so far.
  var output: ProseOutput
  /// How many words came.
  var wordsInserted = 0
  /// How many words went.
  var wordsRemoved = 0
  /// How many blocks came, went or changed.
  var blocksChanged = 0
  /// Whether the end was left out.
  var isTruncated = false
  /// The columns of the open table, when one came or went; both indices are of cells in a row.
  var columns: [(old: Int?, new: Int?)] = []
  /// How many columns the open table shows.
  var columnCount = 1
  private var likeness = Likeness()

  /// Blocks nested deeper than this are replaced as a whole.
  static let deepest = 40

  /// A writer for two documents.
  init(_ old: ProseTree, _ new: ProseTree, numberCount: Int, options: ProseDiffOptions) {
    (self.old, self.new, self.numberCount, self.options) = (old, new, numberCount, options)
    output = ProseOutput(old: old.html, new: new.html, idPrefix: options.idPrefix)
    output.bytes.reserveCapacity(min(options.longestOutput, new.html.bytes.count * 2) + 1_024)
  }

  /// What becomes of the blocks inside two blocks, in the order of the page.
  mutating func operations(old oldParent: Int, new newParent: Int) -> [Operation] {
    let rows = old.children(of: oldParent)
    let columns = new.children(of: newParent)
    var operations: [Operation] = []
    let diff = SequenceDiff(rows.map { old.blocks[$0].content }, columns.map { new.blocks[$0].content })
    var (row, column) = (0, 0)
    for change in diff.changes + [.init(old: rows.count..<rows.count, new: columns.count..<columns.count)] {
      while row < change.old.lowerBound {
        let (oldBlock, newBlock) = (rows[row], columns[column])
        let isSame = old.blocks[oldBlock].form == new.blocks[newBlock].form
        operations.append(isSame ? .same(old: oldBlock, new: newBlock) : .changed(old: oldBlock, new: newBlock))
        row += 1
        column += 1
      }
      append(Array(rows[change.old]), Array(columns[change.new]), to: &operations)
      (row, column) = (change.old.upperBound, change.new.upperBound)
    }
    return operations
  }

  private mutating func append(_ rows: [Int], _ columns: [Int], to operations: inout [Operation]) {
    var (row, column) = (0, 0)
    var pairs: [(old: Int, new: Int)] = []
    if !rows.isEmpty, !columns.isEmpty {
      pairs = likeness.pairs(rows.map { bag(old, $0) }, columns.map { bag(new, $0) })
    }
    for pair in pairs + [(rows.count, columns.count)] {
      operations += rows[row..<pair.old].map { .removed($0) }
      operations += columns[column..<pair.new].map { .added($0) }
      if pair.old < rows.count { operations.append(.changed(old: rows[pair.old], new: columns[pair.new])) }
      (row, column) = (pair.old + 1, pair.new + 1)
    }
  }

  private func bag(_ tree: ProseTree, _ index: Int) -> Likeness.Bag {
    let block = tree.blocks[index]
    let isFrame = block.name == .div && block.end > index + 1 && tree.blocks[index + 1].name == .table
    let isTitle =
      block.name == .p && tree.hasAttributes(block)
      && HTMLAttributes(tree.html.bytes[block.open]).has("class")
    let threshold =
      switch block.name {
      case .p where isTitle: 0
      case .section, .table, .thead, .tbody: 0
      case .ul, .ol, .div, .blockquote, .pre: 20
      default: 40
      }
    var words: [Int32] = []
    if threshold > 0 {
      for token in tree.tokens[block.tokens] where token.kind == .word || token.kind == .line {
        words.append(token.number)
      }
      words.sort()
    }
    // The title of an alert is a paragraph like no other.
    let family = isFrame ? HTMLName.table : isTitle ? .h6 : block.name.family
    return Likeness.Bag(words: words, family: family.rawValue, threshold: threshold)
  }

  /// Ends the line if it is not ended.
  mutating func newline() {
    if let last = output.bytes.last, last != 0x0A { output.bytes.append(0x0A) }
  }
}
