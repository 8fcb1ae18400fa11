package import Diagnostics
package import WorkspaceModel

/// Applies the levels that `fieldbook.yaml` gives to checks, by path; the last line that fits counts.
package struct CheckLevels {
  private let rules: [Settings.CheckLevel]

  /// The levels of a workspace.
  package init(_ settings: Settings) {
    rules = settings.checkLevels
  }

  /// Findings with their levels; those that are off are gone, except what may not be switched off.
  package func applied(to findings: [Diagnostic]) -> [Diagnostic] {
    if rules.isEmpty { return findings }
    return findings.compactMap { finding in
      guard let rule = rules.last(where: { $0.applies(to: finding.id, at: finding.range.file) }) else { return finding }
      var finding = finding
      switch rule.level {
      case .off: return nil
      case .note: finding.severity = .note
      case .warning: finding.severity = .warning
      case .error: finding.severity = .error
      }
      return finding
    }
  }
}
