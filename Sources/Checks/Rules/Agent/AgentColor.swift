package import Diagnostics
internal import WorkspaceModel

/// A colour that Claude Code does not have.
package struct AgentColor: Check {
  package let id = "agent-color"
  package let group = CheckGroup.agents
  package let severity = Diagnostic.Severity.warning
  package let rule = "an agent's colour is one that Claude Code has"
  package let rationale = "Another colour is ignored, so the agent looks like every other one."
  package let examples = [
    CheckExample(
      """
      === .claude/agents/sales/helper.md
      ---
      name: helper
      description: Helps with offers. Use when an offer is due.
      color: ▶gren
      ---
      You help with offers.
      """),
    CheckExample(
      """
      === .claude/agents/sales/helper.md
      ---
      name: helper
      description: Helps with offers. Use when an offer is due.
      color: green
      ---
      You help with offers.
      """),
  ]

  // The last one is not documented, and is in use.
  private static let colors = ["red", "blue", "green", "yellow", "purple", "orange", "pink", "cyan", "magenta"]

  package func findings(in input: CheckInput) -> [Diagnostic] {
    AgentSubject.all(input).compactMap { agent in
      guard agent.format == .claude, let (color, range) = agent.text("color"), !Self.colors.contains(color)
      else { return nil }
      let nearest = NearestWord.to(color, among: Self.colors)
      let fixIts = nearest.map { [FixIt("write '\($0)'", edits: [.init(range: range, replacement: $0)])] }
      return finding(
        "'\(color)' is no colour of an agent", at: range,
        help: nearest.map { "did you mean '\($0)'?" } ?? "one of: \(Self.colors.dropLast().joined(separator: ", "))",
        fixIts: fixIts ?? [])
    }
  }
}
