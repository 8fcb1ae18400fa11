package import Diagnostics
internal import WorkspaceModel

/// Front matter of an agent that a YAML parser refuses.
package struct AgentYAML: Check {
  package let id = "agent-yaml"
  package let group = CheckGroup.agents
  package let severity = Diagnostic.Severity.error
  package let rule = "the front matter of an agent is valid YAML"
  package let rationale =
    "Claude Code skips such a file without a word; pages show what could be told of it all the same."
  package let examples = [
    CheckExample(
      """
      === .claude/agents/sales/helper.md
      ---
      name: helper
      description: Helps with offers. Examples▶: the user asks for a quote
      ---
      You help with offers.
      """),
    CheckExample(
      """
      === .claude/agents/sales/helper.md
      ---
      name: helper
      description: "Helps with offers. Examples: the user asks for a quote"
      ---
      You help with offers.
      """),
  ]

  package func findings(in input: CheckInput) -> [Diagnostic] {
    input.workspace.agentFiles.compactMap { file in
      guard file.source.kind == .claudeAgent, let text = ClaudeAgentText(of: file.source.path, in: input),
        case .recovered(let node, let problem, let fixIts) = text.state
      else { return nil }
      let keys = (node.entries ?? []).filter { $0.value.text != nil || $0.value.items != nil }.map { "'\($0.key)'" }
      let saved = keys.isEmpty ? "nothing could be told" : "read all the same: \(keys.joined(separator: ", "))"
      return finding(
        "\(problem.summary), so Claude Code skips this agent (\(saved))", at: problem.range,
        help: fixIts.first?.summary ?? problem.help, fixIts: fixIts)
    }
  }
}
