package import Diagnostics
internal import WorkspaceModel

/// A description that is missing, too short or too long.
package struct AgentDescription: Check {
  package let id = "agent-description"
  package let group = CheckGroup.agents
  package let severity = Diagnostic.Severity.error
  package let rule = "an agent is described in 10 to 1,500 characters"
  package let rationale =
    "The description decides when work is handed to the agent, and it is read with every request."
  package let examples = [
    CheckExample(
      """
      === .claude/agents/sales/helper.md
      ▶---
      name: helper
      ---
      You help with offers.
      """),
    CheckExample(
      """
      === workspace-setup/agents/sales-support.yaml
      agents:
        helper:
          purpose: ▶Helps
      """),
    CheckExample(
      """
      === .claude/agents/sales/helper.md
      ---
      name: helper
      description: Helps now.
      ---
      You help with offers.
      """),
  ]

  package func findings(in input: CheckInput) -> [Diagnostic] {
    AgentSubject.all(input).compactMap { agent in
      let key = agent.descriptionKey
      guard let (text, range) = agent.text(key) else {
        if let node = agent.node?[key], !node.isNull { return nil }
        return finding(
          "agent without '\(key)'", at: agent.place, help: "add '\(key):' and say what it does and when to use it")
      }
      let length = text.unicodeScalars.count
      if (10...1500).contains(length) { return nil }
      var finding = finding(
        "\(length) characters in '\(key)', fit are 10 to 1,500", at: range,
        help: length < 10 ? "say what the agent does and when to use it" : "move examples into the body")
      finding.severity = .warning
      return finding
    }
  }
}
