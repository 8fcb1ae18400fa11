package import Diagnostics
internal import WorkspaceModel

/// A `.claude/agents` file without front matter.
package struct AgentNoFrontMatter: Check {
  package let id = "agent-no-front-matter"
  package let group = CheckGroup.agents
  package let severity = Diagnostic.Severity.error
  package let rule = "an agent file begins with front matter that names and describes the agent"
  package let rationale = "Claude Code does not load a file without it, and says nothing."
  package let examples = [
    CheckExample(
      """
      === .claude/agents/sales/helper.md
      ▶You help with offers.
      """),
    CheckExample(
      """
      === .claude/agents/README.md
      How we write agents.
      === .claude/agents/sales/helper.md
      ---
      name: helper
      description: Helps with offers. Use when an offer is due.
      ---
      You help with offers.
      """),
  ]

  package func findings(in input: CheckInput) -> [Diagnostic] {
    input.workspace.agentFiles.compactMap { file in
      let source = file.source
      guard source.kind == .claudeAgent, source.fields == nil, !KindOfPath.isIndexName(source.path.nameText),
        let bytes = input.bytes(of: source.path), case .absent = ClaudeAgentText(bytes, path: source.path).state
      else { return nil }
      let width = bytes.prefix { $0 != 0x0A && $0 != 0x0D }.count
      let range = SourceRange(file: source.path, start: .start, end: SourcePosition(line: 1, column: width + 1))
      return finding(
        "no front matter, so this is no agent", at: range,
        help: "begin the file with '---', 'name: \(source.path.stem)', 'description: …' and '---'")
    }
  }
}
