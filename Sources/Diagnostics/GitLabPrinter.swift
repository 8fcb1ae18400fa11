/// Prints findings as a GitLab code quality report.
package struct GitLabPrinter {
  private let prefix: String
  private let line: (RepoPath, Int) -> String?

  /// A printer that puts paths below the workspace's folder within the repository.
  package init(prefix: String = "", line: @escaping (RepoPath, Int) -> String?) {
    self.prefix = prefix
    self.line = line
  }

  /// The report, in the order of places; GitLab keeps one finding of a fingerprint, so that each has its own.
  package func document(_ findings: [Diagnostic]) -> JSONValue {
    let findings = findings.sorted()
    let names = Fingerprint.all(findings, line: line)
    return .array(zip(HiddenLines(findings).redacted(findings), names).map(entry))
  }

  private func entry(_ finding: Diagnostic, _ name: String) -> JSONValue {
    let (start, end) = (max(1, finding.range.start.line), max(1, finding.range.end.line))
    return .members(
      ("description", .string(TextPrinter.visible(finding.summary))), ("check_name", .string(finding.id)),
      ("fingerprint", .string(name)), ("severity", .string(Self.severity(of: finding))),
      (
        "location",
        .members(
          ("path", .string(PrintedPath.text(finding.range.file, prefix))),
          ("lines", .members(("begin", .integer(start)), ("end", end > start ? .integer(end) : nil))))
      ))
  }

  private static func severity(of finding: Diagnostic) -> String {
    switch finding.severity {
    case .note: "info"
    case .warning: "minor"
    case .error: finding.isSensitive ? "critical" : "major"
    }
  }
}
