package import Diagnostics
internal import WorkspaceModel

/// A name that two agents of one format bear.
package struct AgentDuplicateName: Check {
  package let id = "agent-duplicate-name"
  package let group = CheckGroup.agents
  package let severity = Diagnostic.Severity.error
  package let rule = "no two agents of one format have the same name"
  package let rationale = "Only one of them is loaded, and which one is not said."
  package let examples = [
    CheckExample(
      """
      === .claude/agents/a.md
      ---
      name: helper
      description: Helps with offers. Use when an offer is due.
      ---
      Offers.
      === .claude/agents/sales/b.md
      ---
      name: ▶helper
      description: Helps with orders. Use when an order is in.
      ---
      Orders.
      """),
    CheckExample(
      """
      === .claude/agents/sales-support/helper.md
      ---
      name: helper
      description: Helps with offers. Use when an offer is due.
      ---
      Offers.
      === workspace-setup/agents/sales-support.yaml
      agents:
        helper:
          purpose: Helps with offers.
      """),
  ]

  package func findings(in input: CheckInput) -> [Diagnostic] {
    var first: [String: SourceRange] = [:]
    return AgentSubject.all(input).compactMap { agent in
      guard let name = agent.name else { return nil }
      let key = "\(agent.format.rawValue) \(name)"
      guard let earlier = first[key] else {
        first[key] = agent.nameRange
        return nil
      }
      return finding(
        "'\(name)' is also the name of an agent in '\(earlier.file)', line \(earlier.start.line)",
        at: agent.nameRange, help: "rename one of the two, or remove it")
    }
  }
}
