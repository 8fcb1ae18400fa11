package import Diagnostics
internal import WorkspaceModel

/// A permission mode that does not exist, or that asks for nothing any more.
package struct AgentPermissionMode: Check {
  package let id = "agent-permission-mode"
  package let group = CheckGroup.agents
  package let severity = Diagnostic.Severity.error
  package let rule = "an agent's permission mode exists and does not switch off all questions"
  package let rationale = "With bypassPermissions, text that a customer wrote can make the agent run any command."
  package let examples = [
    CheckExample(
      """
      === .claude/agents/sales/helper.md
      ---
      name: helper
      description: Helps with offers. Use when an offer is due.
      permissionMode: ▶bypassPermissions
      ---
      You help with offers.
      """),
    CheckExample(
      """
      === .claude/agents/sales/helper.md
      ---
      name: helper
      description: Helps with offers. Use when an offer is due.
      permissionMode: acceptEdits
      ---
      You help with offers.
      """),
  ]

  private static let modes = ["default", "acceptEdits", "plan", "dontAsk", "auto", "bypassPermissions"]

  package func findings(in input: CheckInput) -> [Diagnostic] {
    AgentSubject.all(input).compactMap { agent in
      guard agent.format == .claude, let (mode, range) = agent.text("permissionMode") else { return nil }
      if mode == "bypassPermissions" {
        var finding = finding(
          "'bypassPermissions' lets the agent do anything unasked", at: range, help: "write 'default' or 'acceptEdits'")
        finding.severity = .warning
        return finding
      }
      if Self.modes.contains(mode) { return nil }
      let nearest = NearestWord.to(mode, among: Self.modes.dropLast())
      let fixIts = nearest.map { [FixIt("write '\($0)'", edits: [.init(range: range, replacement: $0)])] }
      return finding(
        "'\(mode)' is no permission mode", at: range, explanation: "The agent is loaded as if nothing had been said.",
        help: nearest.map { "did you mean '\($0)'?" } ?? "one of: \(Self.modes.dropLast().joined(separator: ", "))",
        fixIts: fixIts ?? [])
    }
  }
}
