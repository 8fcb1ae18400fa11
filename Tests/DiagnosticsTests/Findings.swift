import Diagnostics

/// Findings and lines that the tests of printers share.
enum Findings {
  /// Files by path, as lines.
  static let lines: [RepoPath: [String]] = [
    "deals/q3.md": ["---", "stage: negotation", "---", "führung 😀 wrng [x](y)", "token: sk_live_SECRETSECRET end"],
    "notes/ä b,c:d%.md": ["one", "two"],
  ]

  static func line(_ path: RepoPath, _ number: Int) -> String? {
    guard let lines = lines[path], lines.indices.contains(number - 1) else { return nil }
    return lines[number - 1]
  }

  static func range(_ file: RepoPath, _ line: Int, _ columns: Range<Int>, endLine: Int? = nil) -> SourceRange {
    SourceRange(
      file: file, start: SourcePosition(line: line, column: columns.lowerBound),
      end: SourcePosition(line: endLine ?? line, column: columns.upperBound))
  }

  static let stage = Diagnostic(
    id: "invalid-value", severity: .error, range: range("deals/q3.md", 2, 8..<18), summary: "'negotation' is no stage",
    explanation: "It is lost.", help: "did you mean 'negotiation'?",
    fixIts: [
      FixIt(
        "write 'negotiation'", edits: [.init(range: range("deals/q3.md", 2, 8..<18), replacement: "negotiation")])
    ])
  /// Behind characters of two and of four bytes.
  static let word = Diagnostic(
    id: "misspelt", severity: .warning,
    range: range("deals/q3.md", 4, "führung 😀 ".utf8.count + 1..<"führung 😀 wrng".utf8.count + 1),
    summary: "'wrng' in [x](y), {0}\u{1B}[2J\nnext")
  static let secret = Diagnostic(
    id: "secret-token", severity: .error, range: range("deals/q3.md", 5, 8..<28), summary: "a token ending in 'CRET'",
    fixIts: [
      FixIt("cut", edits: [.init(range: range("deals/q3.md", 5, 8..<28), replacement: "sk_live_SECRETSECRET")])
    ])
  /// Quotes the secret and does not know that it is one.
  static let quoting = Diagnostic(
    id: "wrong-type", severity: .error, range: range("deals/q3.md", 5, 8..<28),
    summary: "'sk_live_SECRETSECRET' is not a number", help: "remove 'sk_live_SECRETSECRET'")
  /// On the secret's line, but beside it.
  static let beside = Diagnostic(
    id: "beside", severity: .warning, range: range("deals/q3.md", 5, 29..<32), summary: "'end' stands last")
  static let odd = Diagnostic(
    id: "odd-name", severity: .note, range: range("notes/ä b,c:d%.md", 1, 1..<2, endLine: 2), summary: "50 %, really")
  static let whole = Diagnostic(
    id: "missing-file", severity: .error, range: SourceRange(wholeFile: "customers/acme"), summary: "no profile.md")

  static let all = [stage, word, secret, quoting, beside, odd, whole]

  static let rules = all.map {
    RuleDescription(id: $0.id, rule: "holds", rationale: "It matters.", group: "links", level: $0.severity)
  }

  /// So many errors on one line.
  static func many(_ count: Int, _ severity: Diagnostic.Severity) -> [Diagnostic] {
    (0..<count).map { index in
      Diagnostic(
        id: "many-\(severity.rawValue)", severity: severity, range: range("deals/q3.md", 2, index + 1..<index + 2),
        summary: "number \(index)")
    }
  }
}
