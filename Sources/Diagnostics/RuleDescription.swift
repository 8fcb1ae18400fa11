/// What a report says about a rule besides its findings.
package struct RuleDescription: Sendable, Hashable {
  /// The id that findings carry: "broken-link".
  package var id: String
  /// What must hold, in one line.
  package var rule: String
  /// Why it matters, in a sentence or two.
  package var rationale: String
  /// What it is about: "links".
  package var group: String
  /// How bad a finding is unless the workspace says otherwise.
  package var level: Diagnostic.Severity

  /// A description by its parts.
  package init(id: String, rule: String, rationale: String, group: String, level: Diagnostic.Severity) {
    self.id = id
    self.rule = rule
    self.rationale = rationale
    self.group = group
    self.level = level
  }
}
