extension Diagnostic {
  /// Checks whose findings mark something that must not be copied into terminals, logs and reports.
  package static let sensitiveIDs: Set<String> = [
    "secret-token", "private-key", "password-in-url", "assigned-secret", "card-number", "iban",
  ]

  /// Whether the marked text is a secret.
  package var isSensitive: Bool { Self.sensitiveIDs.contains(id) }
}

/// The lines on which secrets were found, which no printer shows.
struct HiddenLines {
  private var byFile: [RepoPath: [Int: [SourceRange]]] = [:]

  init(_ findings: [Diagnostic]) {
    for finding in findings where finding.isSensitive {
      for line in Self.lines(of: finding.range) {
        byFile[finding.range.file, default: [:]][line, default: []].append(finding.range)
      }
    }
  }

  /// Whether a line is one of them.
  func contains(_ line: Int, of file: RepoPath) -> Bool { byFile[file]?[line] != nil }

  /// Findings as they may be printed: what another check quotes from a secret is left out, and so are edits of it.
  func redacted(_ findings: [Diagnostic]) -> [Diagnostic] {
    findings.map { finding in
      var finding = finding
      if finding.isSensitive {
        finding.fixIts = []
      } else if hides(finding.range) {
        finding.summary = "text that holds a secret (not shown)"
        finding.help = "remove the secret first"
        finding.fixIts = []
      } else if !byFile.isEmpty {
        finding.fixIts.removeAll { fix in fix.edits.contains { hides($0.range) } }
      }
      return finding
    }
  }

  private func hides(_ range: SourceRange) -> Bool {
    // A finding about a file as a whole quotes nothing of its first line.
    guard let lines = byFile[range.file], range != SourceRange(wholeFile: range.file) else { return false }
    return Self.lines(of: range).contains { line in
      lines[line]?.contains { $0.start <= range.end && range.start <= $0.end } ?? false
    }
  }

  private static func lines(of range: SourceRange) -> ClosedRange<Int> {
    range.start.line...max(range.start.line, range.end.line)
  }
}
