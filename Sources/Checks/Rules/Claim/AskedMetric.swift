internal import Diagnostics
internal import Markdown
internal import WorkspaceModel

/// A metric that a text or a claim asks for, with the way back to where it is written.
struct AskedMetric {
  let query: MetricQuery
  let file: RepoPath
  /// All of it: the brackets, or the field.
  let whole: SourceRange
  /// Where the first byte of the query stands; nil when escapes spell it differently.
  private let start: SourcePosition?

  /// A figure in a text.
  init(_ link: Link, in file: RepoPath) {
    query = MetricQuery(link.destination)
    self.file = file
    whole = link.range(in: file)
    // Behind the brackets and "metric:", on the line of the brackets.
    let written = Array(link.text.utf8)
    let wanted = Array(link.destination.utf8)
    let colon = written.firstIndex(of: UInt8(ascii: ":")).map { $0 + 1 } ?? 0
    let offset = written[colon...].drop { $0 <= 0x20 }.startIndex
    let isThere = written[offset...].starts(with: wanted)
    start =
      isThere
      ? SourcePosition(line: link.range.lowerBound.line, column: link.range.lowerBound.column + offset) : nil
  }

  /// The metric of a claim; nil when it is bound to none.
  init?(_ claim: Battlecard.Claim, _ node: YAMLNode, of card: Battlecard, _ input: CheckInput) {
    guard let query = claim.query, let field = node["metric"] else { return nil }
    self.query = query
    file = card.source.path
    whole = field.range(in: card.source.path)
    start = TypedPlace(field, in: card.source.path, input).range(of: Array((claim.metric ?? "").utf8), at: 0)?.start
  }

  /// The place of some bytes of the query; all of it where they cannot be found.
  func place(_ range: Range<Int>) -> SourceRange {
    guard let start else { return whole }
    return SourceRange(
      file: file, start: SourcePosition(line: start.line, column: start.column + range.lowerBound),
      end: SourcePosition(line: start.line, column: start.column + range.upperBound))
  }

  /// A repair that writes another word in the place of one; nil when that place is not known.
  func repair(_ range: Range<Int>, _ word: String) -> [FixIt] {
    guard start != nil, !range.isEmpty else { return [] }
    return [FixIt("write '\(word)'", edits: [.init(range: place(range), replacement: word)])]
  }
}

extension CheckInput {
  /// Every metric that a text or a claim asks for, in no particular order of files.
  func forEachMetric(_ body: (AskedMetric) -> Void) {
    for (path, document) in documents {
      for place in document.figures {
        let link = document.links[place.link]
        if !link.destination.contains("{{") { body(AskedMetric(link, in: path)) }
      }
    }
    for card in workspace.battlecards {
      for (claim, node) in zip(card.claims, card.source.items(of: "claims", having: "topic")) {
        if let asked = AskedMetric(claim, node, of: card, self) { body(asked) }
      }
    }
  }
}

/// The bytes of a field's text in its file, as far as it stands on one line.
struct TypedPlace {
  private let file: RepoPath
  private let start: SourcePosition
  private let written: ArraySlice<UInt8>

  init(_ node: YAMLNode, in file: RepoPath, _ input: CheckInput) {
    self.file = file
    start = node.start
    guard node.start.line == node.end.line, let bytes = input.bytes(of: file) else {
      written = []
      return
    }
    var line = bytes[...]
    for _ in 1..<max(1, node.start.line) { line = line.drop { $0 != 0x0A }.dropFirst() }
    let (from, to) = (line.startIndex + node.start.column - 1, line.startIndex + node.end.column - 1)
    written = from <= to && to <= bytes.endIndex ? bytes[from..<to] : []
  }

  /// Where the bytes of a text stand, begun to look for at an offset of it; nil when they are spelled differently.
  ///
  /// A text in quotes stands one byte behind the beginning of its field.
  func range(of text: [UInt8], at offset: Int) -> SourceRange? {
    let quote = written.first == UInt8(ascii: "\"") || written.first == UInt8(ascii: "'") ? 1 : 0
    let from = written.startIndex + quote + offset
    guard !text.isEmpty, from + text.count <= written.endIndex, written[from...].starts(with: text) else { return nil }
    let column = start.column + quote + offset
    return SourceRange(
      file: file, start: SourcePosition(line: start.line, column: column),
      end: SourcePosition(line: start.line, column: column + text.count))
  }
}
