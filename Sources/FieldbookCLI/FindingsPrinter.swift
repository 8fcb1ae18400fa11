internal import Diagnostics
internal import FieldbookApp

/// Prints what is wrong with a workspace.
struct FindingsPrinter {
  /// Forms that findings are printed in.
  enum Format: String, CaseIterable { case text, json, sarif, junit, github, gitlab }

  private let fieldbook: Fieldbook
  private let console: Console
  private let findings: [Diagnostic]
  private let scope: String

  /// All findings of a workspace.
  init(_ fieldbook: Fieldbook, _ console: Console) {
    self.fieldbook = fieldbook
    self.console = console
    findings = fieldbook.findings
    scope = "\(fieldbook.fileCount) files"
  }

  /// The findings that a check reports.
  init(_ report: CheckReport, _ console: Console) {
    fieldbook = report.fieldbook
    self.console = console
    findings = report.findings
    let touched = report.touchedFiles.map { "\($0) changed \($0 == 1 ? "file" : "files")" }
    var words = touched ?? "\(fieldbook.fileCount) files"
    if report.older > 0 { words += "; \(report.older) known or older not shown" }
    if report.staleBaselineEntries > 0 {
      words += "; \(report.staleBaselineEntries) entries of the baseline are stale, drop them with --update-baseline"
    }
    scope = words
  }

  private var prefix: String { fieldbook.pathPrefix }

  /// All findings in one of the forms.
  func print(_ format: Format) {
    let lines = fieldbook.sourceLines()
    let line: (RepoPath, Int) -> String? = { lines.line($1, of: $0) }
    switch format {
    case .text: printText()
    case .json: console.print(JSONPrinter.document(findings, prefix: prefix).encoded(pretty: true))
    case .sarif:
      let rules = CheckDescription.all.map { check in
        RuleDescription(
          id: check.id, rule: check.rule, rationale: check.rationale, group: check.group, level: check.severity)
      }
      let printer = SARIFPrinter(toolVersion: Generator.version, rules: rules, prefix: prefix, line: line)
      console.print(printer.document(findings).encoded(pretty: true))
    case .junit: console.print(JUnitPrinter(prefix: prefix).document(findings))
    case .github:
      let text = GitHubPrinter(prefix: prefix, line: line).text(findings)
      if !text.isEmpty { console.print(text) }
    case .gitlab:
      console.print(GitLabPrinter(prefix: prefix, line: line).document(findings).encoded(pretty: true))
    }
  }

  /// Each finding with its excerpt, then the count of all.
  func printText(atLeast threshold: Diagnostic.Severity = .note) {
    let lines = fieldbook.sourceLines()
    let printer = TextPrinter(isColoured: console.isColoured, prefix: prefix, among: findings) {
      lines.line($1, of: $0)
    }
    for finding in findings where finding.severity >= threshold { console.print(printer.text(finding) + "\n") }
    console.note("\(TextPrinter.summary(findings)) in \(scope)")
  }

  /// One line for commands that do something else.
  func noteShortly() {
    if !shortly.isEmpty { console.note(shortly) }
  }

  /// That line; empty when nothing is wrong.
  var shortly: String {
    findings.isEmpty ? "" : "\(TextPrinter.summary(findings)); run 'fieldbook check' to read them"
  }
}
