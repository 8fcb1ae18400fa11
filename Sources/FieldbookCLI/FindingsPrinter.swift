internal import Diagnostics
internal import FieldbookApp

/// Prints what is wrong with a workspace.
struct FindingsPrinter {
  private let fieldbook: Fieldbook
  private let console: Console
  private let findings: [Diagnostic]

  init(_ fieldbook: Fieldbook, _ console: Console) {
    self.fieldbook = fieldbook
    self.console = console
    findings = fieldbook.findings
  }

  private var prefix: String { fieldbook.pathPrefix }

  /// Each finding with its excerpt, then the count of all.
  func printText(atLeast threshold: Diagnostic.Severity = .note) {
    let printer = TextPrinter(isColoured: console.isColoured, prefix: prefix) { fieldbook.line($1, of: $0) }
    for finding in findings where finding.severity >= threshold { console.print(printer.text(finding) + "\n") }
    console.note("\(TextPrinter.summary(findings)) in \(fieldbook.fileCount) files")
  }

  /// One JSON document.
  func printJSON() { console.print(JSONPrinter.document(findings, prefix: prefix).encoded(pretty: true)) }

  /// One line for commands that do something else.
  func noteShortly() {
    if findings.isEmpty { return }
    console.note("\(TextPrinter.summary(findings)); run 'fieldbook check' to read them")
  }
}
