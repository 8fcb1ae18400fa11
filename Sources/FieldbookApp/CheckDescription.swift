internal import Checks
package import Diagnostics

/// A check as `fieldbook explain` and the site describe it.
package struct CheckDescription: Sendable {
  package var id: String
  /// "links", "front matter".
  package var group: String
  package var severity: Diagnostic.Severity
  /// What must hold, in one line.
  package var rule: String
  package var rationale: String
  /// Marked with ▶ where a finding begins.
  package var examples: [String]
  /// What looks similar and is fine.
  package var nearMisses: [String]

  /// All checks, in the order of the catalogue.
  package static let all: [CheckDescription] = CheckCatalog.all.map { check in
    let texts = check.examples.map(\.text)
    return CheckDescription(
      id: check.id, group: check.group.rawValue, severity: check.severity, rule: check.rule,
      rationale: check.rationale, examples: texts.filter { $0.contains("▶") },
      nearMisses: texts.filter { !$0.contains("▶") })
  }
}
