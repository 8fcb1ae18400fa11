internal import Diagnostics
internal import Markdown
internal import WorkspaceModel

/// Numbers that are bound to data say what the data say.
struct ContradictedClaim: Check {
  let id = "contradicted-claim"
  let group = CheckGroup.consistency
  let severity = Diagnostic.Severity.warning
  let rule = "a typed number that is bound to a metric says what the metric says, rounded or not"
  let rationale = "A number that was true once is repeated to customers for years; the data know when it stopped."
  let examples = [
    CheckExample(
      """
      === sales-toolkit/battlecards/kilovane.md
      ---
      claims:
        - {topic: Win rate, ours: about ▶70 % of deals, metric: win_rate}
        - {topic: Win rate against them, ours: ▶60 %, metric: win_rate competitor=kilovane}
        - {topic: Record, ours: "▶3 of 5", metric: win_rate competitor=kilovane}
        - topic: Deal size
          ours: ▶52 kEUR
          metric: average_deal_size
        - {topic: Cycle, ours: ▶120 days, metric: sales_cycle}
        - {topic: Coverage, ours: ▶3.0×, metric: coverage}
      ---
      """, setting: .figures),
    CheckExample(
      "=== README.md\nWe win ▶70 % ([[metric:win_rate]]) and our deals are worth ▶30,000 EUR [[metric:average_deal_size]].\n",
      setting: .figures),
    CheckExample(
      """
      === sales-toolkit/battlecards/kilovane.md
      ---
      claims:
        - {topic: Win rate, ours: about 62 % of deals, metric: win_rate}
        - {topic: Exact rate, ours: 61.5 %, metric: win_rate}
        - {topic: Win rate against them, ours: 75 %, metric: win_rate competitor=kilovane}
        - {topic: Record, ours: 3 of 4 (75 %), metric: win_rate competitor=kilovane}
        - {topic: Deal size, ours: "45,000 EUR ARR", metric: average_deal_size}
        - {topic: Small deal, ours: 45.3 kEUR, metric: average_deal_size}
        - {topic: Cycle, ours: 93 days, metric: sales_cycle}
        - {topic: Coverage, ours: 2×, metric: coverage}
      ---
      === README.md
      In 2026 [[metric:win_rate]] of 40 [[metric:win_rate]] were won, 50 % to [[metric:win_rate]], 62 % [[metric:win_rate]].
      """, setting: .figures),
  ]

  func findings(in input: CheckInput) -> [Diagnostic] {
    guard let figures = input.figures else { return [] }
    let claims = BoundClaim.all(in: input).compactMap { bound -> Diagnostic? in
      guard let compared = bound.figure.comparison(with: bound.typed), !compared.agrees else { return nil }
      return finding(
        "claim about '\(bound.claim.topic)' says '\(Self.words(compared, in: bound.typed))', the data say "
          + bound.figure.sentence, at: bound.range(of: compared.typed.range) ?? bound.range,
        help: "write the live value, or leave 'ours' out: the page then tells the live figure",
        fixIts: Self.repair(compared, bound.range(of: compared.place)))
    }
    return claims + input.documents.flatMap { path, document in prose(path, document, figures, input) }
  }

  /// Numbers that stand right before the figure that they repeat.
  private func prose(
    _ path: RepoPath, _ document: MarkdownDocument, _ figures: FigureValues, _ input: CheckInput
  ) -> [Diagnostic] {
    if document.figures.isEmpty { return [] }
    guard let bytes = input.bytes(of: path) else { return [] }
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    return document.figures.compactMap { place -> Diagnostic? in
      let link = document.links[place.link]
      let (line, column) = (link.range.lowerBound.line, link.range.lowerBound.column)
      guard let figure = figures[MetricQuery(link.destination)], lines.indices.contains(line - 1),
        column - 1 <= lines[line - 1].count
      else { return nil }
      var before = lines[line - 1].prefix(column - 1)
      while let last = before.last, last == 0x20 || last == UInt8(ascii: "(") { before.removeLast() }
      let text = String(decoding: before, as: UTF8.self)
      guard text.utf8.count == before.count, let typed = TypedFigure.all(in: text).last, typed.unit != .none,
        typed.range.upperBound == before.count, let compared = figure.comparison(typed), !compared.agrees
      else { return nil }
      func range(_ bytes: Range<Int>) -> SourceRange {
        SourceRange(
          file: path, start: SourcePosition(line: line, column: bytes.lowerBound + 1),
          end: SourcePosition(line: line, column: bytes.upperBound + 1))
      }
      return finding(
        "'\(Self.words(compared, in: text))' stands before \(link.text), which is \(figure.sentence)",
        at: range(typed.range), help: "write the live value, or leave the typed one out",
        fixIts: Self.repair(compared, range(compared.place)))
    }
  }

  private static func words(_ compared: FigureComparison, in text: String) -> String {
    String(decoding: Array(text.utf8)[compared.typed.range], as: UTF8.self)
  }

  private static func repair(_ compared: FigureComparison, _ range: SourceRange?) -> [FixIt] {
    guard let range else { return [] }
    return [
      FixIt("write '\(compared.replacement)'", edits: [.init(range: range, replacement: compared.replacement)])
    ]
  }
}
