/// Prints findings as workflow commands, which GitHub shows as annotations beside the changed lines.
package struct GitHubPrinter {
  /// Annotations of one level that GitHub shows for a step; it drops further ones silently.
  package static let limit = 10

  private let prefix: String
  private let columns: UnitColumns

  /// A printer that puts paths below the workspace's folder within the repository.
  package init(prefix: String = "", line: @escaping (RepoPath, Int) -> String?) {
    self.prefix = prefix
    columns = UnitColumns(line: line)
  }

  /// One command a line: errors, then warnings, then one line that counts what is left out; empty without findings.
  package func text(_ findings: [Diagnostic]) -> String {
    let findings = HiddenLines(findings).redacted(findings).sorted()
    var lines: [String] = []
    var isCut = false
    for severity in [Diagnostic.Severity.error, .warning] {
      let wanted = findings.filter { $0.severity == severity }
      isCut = isCut || wanted.count > Self.limit
      lines += wanted.prefix(Self.limit).map(command)
    }
    if isCut || findings.contains(where: { $0.severity == .note }) {
      let shown = lines.count
      let words = "\(TextPrinter.summary(findings)); \(shown) shown here, run 'fieldbook check' to read all"
      lines.append("::notice title=fieldbook::\(Self.escapedText(words))")
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private func command(_ finding: Diagnostic) -> String {
    let range = finding.range
    var properties = [
      ("file", PrintedPath.text(range.file, prefix)), ("line", String(range.start.line)),
    ]
    // GitHub takes columns only for what begins and ends on one line.
    if range.end.line != range.start.line {
      properties.append(("endLine", String(range.end.line)))
    } else if let (start, end) = columns.columns(of: range) {
      properties.append(("col", String(start)))
      if end > start { properties.append(("endColumn", String(end))) }
    }
    properties.append(("title", finding.id))
    let list = properties.map { "\($0.0)=\(Self.escapedProperty($0.1))" }.joined(separator: ",")
    var words = TextPrinter.visible(finding.summary)
    if let help = finding.help { words += "\n" + TextPrinter.visible(help) }
    return "::\(finding.severity == .error ? "error" : "warning") \(list)::\(Self.escapedText(words))"
  }

  static func escapedText(_ text: String) -> String { escaped(text, "%\r\n") }

  static func escapedProperty(_ text: String) -> String { escaped(text, "%\r\n:,") }

  private static func escaped(_ text: String, _ special: String) -> String {
    let hex = Array("0123456789ABCDEF".utf8)
    var output: [UInt8] = []
    for byte in text.utf8 {
      if special.utf8.contains(byte) {
        output += [UInt8(ascii: "%"), hex[Int(byte >> 4)], hex[Int(byte & 15)]]
      } else {
        output.append(byte)
      }
    }
    return String(decoding: output, as: UTF8.self)
  }
}
