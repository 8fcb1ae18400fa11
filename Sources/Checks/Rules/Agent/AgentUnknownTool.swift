package import Diagnostics
internal import WorkspaceModel

/// A tool that does not exist.
package struct AgentUnknownTool: Check {
  package let id = "agent-unknown-tool"
  package let group = CheckGroup.agents
  package let severity = Diagnostic.Severity.warning
  package let rule = "the tools of an agent exist"
  package let rationale = "An unknown tool is dropped without a word, so the agent works without it."
  package let examples = [
    CheckExample(
      """
      === .claude/agents/sales/helper.md
      ---
      name: helper
      description: Helps with offers. Use when an offer is due.
      tools: Read, ▶Greb, ▶mcp__fieldbook__list_deal
      ---
      You help with offers.
      """),
    CheckExample(
      """
      === workspace-setup/agents/sales-support.yaml
      agents:
        helper:
          purpose: Helps with offers.
          tools: [crm_query, ▶slack_serch]
      === workspace-setup/agents/tools-map.yaml
      tools:
        crm_query: mcp__fieldbook__list_deals
        slack_search: mcp__fieldbook__search_workspace
      """),
    CheckExample(
      """
      === workspace-setup/agents/tools-map.yaml
      tools:
        usage_query: ▶mcp__fieldbook__get_customer
      """),
    CheckExample(
      """
      === .claude/agents/sales/helper.md
      ---
      name: helper
      description: Helps with offers. Use when an offer is due.
      tools: Read Agent(writer, reader), Bash(git log:*) mcp__crm__anything mcp__fieldbook mcp__fieldbook__get_deal
      ---
      You help with offers.
      """),
  ]

  package func findings(in input: CheckInput) -> [Diagnostic] {
    let known = KnownTools(input.workspace)
    var findings: [Diagnostic] = []
    for agent in AgentSubject.all(input) {
      for tool in agent.tools ?? [] where !known.isKnown(tool.name, agent.format) {
        let place = agent.format == .claude ? "Claude Code has" : "tools-map.yaml names"
        findings.append(
          unknown("'\(tool.name)' is no tool that \(place)", tool.range, known.nearest(to: tool.name, agent.format)))
      }
    }
    for entry in known.map where !KnownTools.isKnown(entry.tool) {
      findings.append(
        unknown(
          "'\(entry.name)' stands for '\(entry.tool)', which is no tool", entry.range,
          KnownTools.nearest(to: entry.tool)))
    }
    return findings
  }

  private func unknown(_ summary: String, _ range: SourceRange, _ nearest: String?) -> Diagnostic {
    var fixIts: [FixIt] = []
    if let nearest, range.end > range.start {
      fixIts = [FixIt("write '\(nearest)'", edits: [.init(range: range, replacement: nearest)])]
    }
    return finding(
      summary, at: range, help: nearest.map { "did you mean '\($0)'?" } ?? "remove it, or correct its name",
      fixIts: fixIts)
  }
}
