/// Refuses documents that would keep cmark-gfm busy for minutes or end the process.
///
/// Debian's library has about thirty inputs whose cost grows with the square of their length. One pass over the bytes,
/// without any idea of Markdown's structure beyond lines and blocks, recognises them; of 13,011 real files it refuses none.
package enum PrescanGuard {
  /// What the guard says.
  package enum Verdict: Sendable, Equatable {
    /// Safe to parse within the worker's limits.
    case accepted
    /// Not to be parsed, in words, with the line that decided it.
    case refused(reason: String, line: Int)
  }

  /// The longest document of a workspace, in bytes.
  package static let longestDocument = 1 << 20
  /// The longest text that came from outside, in bytes.
  package static let longestImport = 256 << 10

  /// Looks at a document once.
  package static func check(_ bytes: [UInt8], isImported: Bool = false) -> Verdict {
    bytes.withUnsafeBufferPointer { check($0, isImported: isImported) }
  }

  static func check(_ bytes: UnsafeBufferPointer<UInt8>, isImported: Bool) -> Verdict {
    if let reason = sizeProblem(bytes.count, isImported: isImported) { return .refused(reason: reason, line: 1) }
    var scan = BlockScan()
    var problem: String?
    bytes.forEachLine { line in
      problem = scan.problem(with: PrescanLine(UnsafeBufferPointer(rebasing: bytes[line])))
      return problem == nil
    }
    if let problem { return .refused(reason: problem, line: scan.line) }
    if let reason = scan.problemAtEnd() { return .refused(reason: reason, line: scan.definitionLine) }
    return .accepted
  }

  /// Why a document of this size is not even read.
  static func sizeProblem(_ count: Int, isImported: Bool) -> String? {
    if count > longestDocument { return "longer than 1 MiB" }
    if isImported, count > longestImport { return "imported text longer than 256 KiB" }
    return nil
  }
}

/// What the guard counts over lines and blocks, a block being lines without a blank one between them.
private struct BlockScan {
  var line = 0
  var definitionLine = 1
  private var counts = PrescanLine.Counts()
  private var blockLines = 0
  private var delimiterLines = 0
  private var widestDelimiter = 0
  private var hasNarrowDelimiter = false
  private var blankLines = 0
  private var wasDeep = false
  private var brackets = 0
  private var definitions = DefinitionScan()

  mutating func problem(with text: PrescanLine) -> String? {
    line += 1
    if text.depth > 100 { return "more than 100 quotes or lists inside each other" }
    if text.indentation > 400 { return "a line indented by more than 400 columns" }
    if text.depth > 8 { wasDeep = true }
    if text.isBlank {
      endBlock()
      if wasDeep { blankLines += 1 }
      return blankLines > 2_000 ? "more than 2,000 blank lines after deep nesting" : nil
    }
    if text.counts.pipes > 2_000 { return "more than 2,000 pipes in a line" }
    if text.longestParenthesisRun > 500 { return "more than 500 closing parentheses in a row" }
    blockLines += 1
    measureDefinition(text)
    return tableProblem(text) ?? counts.add(text.counts)
  }

  func problemAtEnd() -> String? {
    definitions.longest.multipliedReportingOverflow(by: brackets).partialValue > 8 << 20
      ? "a link definition so long and links so many that the page would not end" : nil
  }

  private mutating func endBlock() {
    counts = PrescanLine.Counts()
    blockLines = 0
    delimiterLines = 0
    widestDelimiter = 0
    hasNarrowDelimiter = false
    definitions.endBlock()
  }

  private mutating func tableProblem(_ text: PrescanLine) -> String? {
    if text.delimiterCells > 0 {
      delimiterLines += 1
      widestDelimiter = max(widestDelimiter, text.delimiterCells)
      if text.delimiterCells == 1 { hasNarrowDelimiter = true }
      if text.delimiterCells > 200 { return "a table of more than 200 columns" }
      if delimiterLines > 200 { return "more than 200 table rulers in one block" }
    }
    if widestDelimiter * blockLines > 50_000 { return "a table of more than 50,000 cells" }
    if hasNarrowDelimiter, blockLines > 3_000 { return "more than 3,000 lines in a block with a one-column ruler" }
    return nil
  }

  private mutating func measureDefinition(_ text: PrescanLine) {
    brackets += text.counts.brackets
    if definitions.read(text) { definitionLine = line }
  }
}
