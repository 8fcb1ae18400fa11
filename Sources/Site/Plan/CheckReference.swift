/// A check as the site explains it.
package struct CheckReference: Sendable {
  package var id: String
  package var group: String
  package var severity: String
  /// What must hold, in one line.
  package var rule: String
  /// Why it matters.
  package var rationale: String
  /// Small workspaces, marked where a finding begins.
  package var examples: [String]
  /// Small workspaces without a finding.
  package var nearMisses: [String]

  /// A check by its parts.
  package init(
    id: String, group: String, severity: String, rule: String, rationale: String, examples: [String],
    nearMisses: [String]
  ) {
    self.id = id
    self.group = group
    self.severity = severity
    self.rule = rule
    self.rationale = rationale
    self.examples = examples
    self.nearMisses = nearMisses
  }
}
