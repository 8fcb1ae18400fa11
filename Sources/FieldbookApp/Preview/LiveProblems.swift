internal import Diagnostics
internal import Site

/// What is wrong with what was edited last, as a page over which it is shown needs it.
struct LiveProblems: Sendable {
  /// How many are told; the rest is in the terminal.
  private static let most = 20

  /// Errors alone: what else the checks found does not stop anybody.
  private(set) var errors: [Diagnostic] = []
  /// Why the workspace cannot be read at all.
  private(set) var failure: FieldbookError?
  private let lines: [Diagnostic: String]

  static let none = LiveProblems()

  private init() { lines = [:] }

  /// Errors with the lines that they are about.
  init(_ errors: [Diagnostic], in fieldbook: Fieldbook) {
    self.errors = errors
    let source = fieldbook.sourceLines()
    let printer = TextPrinter(isColoured: false, among: errors) { source.line($1, of: $0) }
    lines = Dictionary(errors.prefix(Self.most).map { ($0, Self.excerpt(printer.text($0))) }) { first, _ in first }
  }

  init(_ failure: FieldbookError) {
    self.init()
    self.failure = failure
  }

  /// How many there are.
  var count: Int { errors.count + (failure == nil ? 0 : 1) }

  /// Why layouts or styles cannot be used.
  static func entry(of theme: ThemeError) -> JSONValue {
    let place = theme.file + (theme.line.map { ":\($0)" } ?? "")
    return .members(("place", .string("theme/\(place)")), ("summary", .string(theme.message)))
  }

  /// As many as are told, in order.
  var list: [JSONValue] {
    var list: [JSONValue] = []
    if let failure {
      list.append(
        .members(
          ("place", .string("workspace")), ("summary", .string(failure.message)),
          ("help", failure.help.map(JSONValue.string))))
    }
    list += errors.prefix(Self.most).map { error in
      let start = error.range.start
      return .members(
        ("place", .string("\(error.range.file):\(start.line):\(start.column)")), ("id", .string(error.id)),
        ("summary", .string(error.summary)), ("excerpt", lines[error].flatMap { $0.isEmpty ? nil : .string($0) }),
        ("explanation", error.explanation.map(JSONValue.string)), ("help", error.help.map(JSONValue.string)))
    }
    return list
  }

  /// The lines of a printed finding that show the file.
  private static func excerpt(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).dropFirst().filter { !$0.hasPrefix("   = ") }
      .joined(separator: "\n")
  }
}
