/// Prints findings as a JUnit report: a suite for each check, errors as failures, the rest as output of tests that
/// passed.
package struct JUnitPrinter {
  private let prefix: String

  /// A printer that puts paths below a prefix.
  package init(prefix: String = "") {
    self.prefix = prefix
  }

  /// The report; without findings it has one test that passed, since many readers take an empty report for a failure.
  package func document(_ findings: [Diagnostic]) -> String {
    let findings = HiddenLines(findings).redacted(findings)
    let suites = Dictionary(grouping: findings, by: \.id).sorted { $0.key < $1.key }
    let failures = findings.count { $0.severity == .error }
    var lines = ["<?xml version=\"1.0\" encoding=\"UTF-8\"?>"]
    lines.append(
      "<testsuites name=\"fieldbook\" tests=\"\(max(1, findings.count))\" failures=\"\(failures)\" errors=\"0\">")
    if suites.isEmpty {
      lines.append("  <testsuite name=\"fieldbook\" tests=\"1\" failures=\"0\" errors=\"0\" skipped=\"0\" time=\"0\">")
      lines.append("    <testcase classname=\"fieldbook\" name=\"no findings\" time=\"0\"/>")
      lines.append("  </testsuite>")
    }
    for (id, found) in suites { lines += suite(id, found.sorted()) }
    lines.append("</testsuites>\n")
    return lines.joined(separator: "\n")
  }

  private func suite(_ id: String, _ findings: [Diagnostic]) -> [String] {
    let failures = findings.count { $0.severity == .error }
    let counts = "tests=\"\(findings.count)\" failures=\"\(failures)\" errors=\"0\" skipped=\"0\" time=\"0\""
    var lines = ["  <testsuite name=\"\(Self.escaped(id))\" \(counts)>"]
    for finding in findings {
      let (file, start) = (PrintedPath.text(finding.range.file, prefix), finding.range.start)
      let place = "\(file):\(start.line):\(start.column)"
      let summary = TextPrinter.visible(finding.summary)
      lines.append(
        "    <testcase classname=\"\(Self.escaped(id))\" name=\"\(Self.escaped("\(place): \(summary)"))\""
          + " file=\"\(Self.escaped(file))\" line=\"\(start.line)\" time=\"0\">")
      var words = ["\(place): \(finding.severity.rawValue): \(finding.summary) [\(id)]"]
      if let explanation = finding.explanation { words.append(explanation) }
      if let help = finding.help { words.append("help: \(help)") }
      let text = words.map { Self.escaped(TextPrinter.visible($0)) }.joined(separator: "\n")
      if finding.severity == .error {
        let type = "message=\"\(Self.escaped(summary))\" type=\"\(Self.escaped(id))\""
        lines.append("      <failure \(type)>\(text)</failure>")
      } else {
        lines.append("      <system-out>\(text)</system-out>")
      }
      lines.append("    </testcase>")
    }
    return lines + ["  </testsuite>"]
  }

  /// Text for an element or an attribute; characters that XML 1.0 does not know become U+FFFD.
  static func escaped(_ text: String) -> String {
    var output = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": output += "&amp;"
      case "<": output += "&lt;"
      case ">": output += "&gt;"
      case "\"": output += "&quot;"
      case "'": output += "&apos;"
      case "\n", "\r", "\t": output += "&#\(scalar.value);"
      case "\0"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": output += "\u{FFFD}"
      default: output.unicodeScalars.append(scalar)
      }
    }
    return output
  }
}
