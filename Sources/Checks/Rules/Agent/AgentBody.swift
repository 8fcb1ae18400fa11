package import Diagnostics
internal import WorkspaceModel

/// Instructions that are missing or too long to be followed.
package struct AgentBody: Check {
  package let id = "agent-body"
  package let group = CheckGroup.agents
  package let severity = Diagnostic.Severity.warning
  package let rule = "an agent's instructions are there, and no longer than 10,000 characters"
  package let rationale = "The body is the whole of what the agent is told; a very long one crowds out the work."
  package let examples = [
    CheckExample(
      """
      === .claude/agents/sales/helper.md
      ▶---
      name: helper
      description: Helps with offers. Use when an offer is due.
      ---

      """),
    CheckExample(
      """
      === .claude/agents/sales/helper.md
      ---
      name: helper
      description: Helps with offers. Use when an offer is due.
      ---
      Help.
      === workspace-setup/agents/sales-support.yaml
      agents:
        helper:
          purpose: Helps with offers, as this sentence says, which opens the body.
      """),
  ]

  private static let limit = 10_000

  package func findings(in input: CheckInput) -> [Diagnostic] {
    AgentSubject.all(input).compactMap { agent in
      if agent.format == .workspace {
        guard let (text, range) = agent.text("instructions") else { return nil }
        return tooLong(text.unicodeScalars.count, at: range)
      }
      guard let body = agent.body else {
        return finding("agent without instructions", at: agent.place, help: "write what the agent is to do")
      }
      let length = body.bytes.count { $0 & 0xC0 != 0x80 }
      let start = SourcePosition(line: body.firstLine, column: 1)
      return tooLong(length, at: SourceRange(file: agent.file, start: start))
    }
  }

  private func tooLong(_ length: Int, at range: SourceRange) -> Diagnostic? {
    guard length > Self.limit else { return nil }
    return finding(
      "\(length) characters of instructions, the limit is 10,000", at: range,
      help: "move details into files that the agent reads when it needs them")
  }
}
