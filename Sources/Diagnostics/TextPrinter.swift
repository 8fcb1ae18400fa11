/// Prints findings for people: place, excerpt with a caret, why it matters and how to mend it.
package struct TextPrinter {
  /// Whether escape sequences for colour may be used.
  private let isColoured: Bool
  /// The lines of a file, for excerpts; nil when it cannot be shown.
  private let line: (RepoPath, Int) -> String?
  /// Put before every path: the folder of the workspace as the reader would name it.
  private let prefix: String
  /// Lines that hold secrets.
  private let hidden: HiddenLines

  /// A printer for a terminal or a file; it is told all findings, so that no excerpt shows a line that holds a secret.
  package init(
    isColoured: Bool, prefix: String = "", among findings: [Diagnostic] = [],
    line: @escaping (RepoPath, Int) -> String?
  ) {
    self.isColoured = isColoured
    self.prefix = prefix
    hidden = HiddenLines(findings)
    self.line = line
  }

  /// One finding, several lines, without a line end at the end.
  package func text(_ finding: Diagnostic) -> String {
    let finding = hidden.redacted([finding]).first ?? finding
    let start = finding.range.start
    let tone: Tone = finding.severity == .error ? .red : finding.severity == .warning ? .yellow : .blue
    let place = Self.visible("\(prefix)\(finding.range.file):\(start.line):\(start.column)")
    var lines = [
      paint(place + ":", .bold) + " " + paint("\(finding.severity.rawValue):", tone)
        + " \(Self.visible(finding.summary)) " + paint("[\(finding.id)]", .faint)
    ]
    if let source = line(finding.range.file, start.line), source.utf8.contains(where: { $0 > 0x20 }) {
      let isHidden = finding.isSensitive || hidden.contains(start.line, of: finding.range.file)
      lines += isHidden ? notShown(start.line) : excerpt(source, finding.range, tone)
    }
    if let explanation = finding.explanation { lines.append(paint("   = ", .faint) + Self.visible(explanation)) }
    if let help = finding.help { lines.append(paint("   = ", .faint) + paint("help: ", .green) + Self.visible(help)) }
    return lines.joined(separator: "\n")
  }

  private func notShown(_ line: Int) -> [String] {
    let margin = String(repeating: " ", count: String(line).utf8.count)
    return [paint(" \(margin) |", .faint), paint(" \(line) |", .faint) + " (not shown)"]
  }

  private func excerpt(_ source: String, _ range: SourceRange, _ tone: Tone) -> [String] {
    let number = String(range.start.line)
    let margin = String(repeating: " ", count: number.utf8.count)
    let before = String(decoding: source.utf8.prefix(range.start.column - 1), as: UTF8.self)
    let isOneLine = range.end.line == range.start.line && range.end.column > range.start.column
    let width = isOneLine ? range.end.column - range.start.column : 1
    let marked = String(decoding: source.utf8.dropFirst(range.start.column - 1).prefix(width), as: UTF8.self)
    let offset = before.unicodeScalars.count
    // Long lines are cut around the mark, so that it stays in view at 80 columns.
    let room = 72 - margin.utf8.count
    let shift = offset + min(marked.unicodeScalars.count, room) > room ? max(0, offset - room / 3) : 0
    let shown = Self.visible(String(String.UnicodeScalarView(source.unicodeScalars.dropFirst(shift).prefix(room))))
    let carets = String(repeating: "^", count: max(1, min(marked.unicodeScalars.count, room - (offset - shift))))
    return [
      paint(" \(margin) |", .faint),
      paint(" \(number) |", .faint) + " " + (shift > 0 ? "…" + shown.dropFirst() : shown),
      paint(" \(margin) |", .faint) + " " + String(repeating: " ", count: offset - shift) + paint(carets, tone),
    ]
  }

  /// "2 errors, 1 warning", or "no findings".
  package static func summary(_ findings: [Diagnostic]) -> String {
    let parts = Diagnostic.Severity.allCases.reversed().compactMap { severity -> String? in
      let count = findings.count { $0.severity == severity }
      return count == 0 ? nil : "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
    }
    return parts.isEmpty ? "no findings" : parts.joined(separator: ", ")
  }

  /// Text whose control characters cannot drive the terminal.
  package static func visible(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isControl) else { return text }
    var shown = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar == "\t" {
        shown.append(" ")
      } else if isControl(scalar) {
        shown.append("\u{FFFD}")
      } else {
        shown.append(scalar)
      }
    }
    return String(shown)
  }

  /// C0, C1, and the characters that reorder text.
  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  private enum Tone: String {
    case bold = "1"
    case faint = "2"
    case red = "1;31"
    case yellow = "1;33"
    case blue = "1;34"
    case green = "32"
  }

  private func paint(_ text: String, _ tone: Tone) -> String {
    isColoured ? "\u{1B}[\(tone.rawValue)m\(text)\u{1B}[0m" : text
  }
}
