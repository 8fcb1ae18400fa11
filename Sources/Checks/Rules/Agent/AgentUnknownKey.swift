package import Diagnostics
internal import WorkspaceModel

/// A key that Claude Code does not read.
package struct AgentUnknownKey: Check {
  package let id = "agent-unknown-key"
  package let group = CheckGroup.agents
  package let severity = Diagnostic.Severity.note
  package let rule = "every key in the front matter of an agent is one that Claude Code reads"
  package let rationale = "Other keys are ignored, so what a misspelt one says never holds."
  package let examples = [
    CheckExample(
      """
      === .claude/agents/sales/helper.md
      ---
      name: helper
      description: Helps with offers. Use when an offer is due.
      ▶max_turns: 3
      ---
      You help with offers.
      """),
    CheckExample(
      """
      === .claude/agents/sales/helper.md
      ---
      name: helper
      description: Helps with offers. Use when an offer is due.
      maxTurns: 3
      ---
      You help with offers.
      """),
  ]

  package func findings(in input: CheckInput) -> [Diagnostic] {
    AgentSubject.all(input).filter { $0.format == .claude }.flatMap { agent in
      let entries = agent.node?.entries ?? []
      return entries.filter { !Self.isRead($0.key) }.map { entry in
        let end = SourcePosition(line: entry.keyStart.line, column: entry.keyStart.column + entry.key.utf8.count)
        let range = SourceRange(file: agent.file, start: entry.keyStart, end: end)
        let nearest = NearestWord.to(
          entry.key, among: ClaudeAgentText.knownKeys.filter { name in !entries.contains { $0.key == name } })
        let fixIts = nearest.map { [FixIt("rename it to '\($0)'", edits: [.init(range: range, replacement: $0)])] }
        return finding(
          "Claude Code does not read '\(entry.key)'", at: range,
          help: nearest.map { "did you mean '\($0)'?" } ?? "leave it if another tool reads it", fixIts: fixIts ?? [])
      }
    }
  }

  /// Keys of agents, and those that every record of a workspace may have.
  private static func isRead(_ key: String) -> Bool {
    ClaudeAgentText.knownKeys.contains(key) || ["audience", "draft", "fieldbook"].contains(key)
  }
}
