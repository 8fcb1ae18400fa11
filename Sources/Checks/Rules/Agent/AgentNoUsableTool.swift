package import Diagnostics
internal import WorkspaceModel

/// A list of tools of which none exists.
package struct AgentNoUsableTool: Check {
  package let id = "agent-no-usable-tool"
  package let group = CheckGroup.agents
  package let severity = Diagnostic.Severity.error
  package let rule = "at least one of the tools that an agent asks for exists"
  package let rationale = "An agent whose tools are all unknown refuses to start."
  package let examples = [
    CheckExample(
      """
      === .claude/agents/sales/helper.md
      ---
      name: helper
      description: Helps with offers. Use when an offer is due.
      tools: ▶codebase, edit/editFiles
      ---
      You help with offers.
      """),
    CheckExample(
      """
      === .claude/agents/sales/talker.md
      ---
      name: talker
      description: Talks about offers. Use when nothing has to be read.
      tools: []
      ---
      You talk.
      """),
  ]

  package func findings(in input: CheckInput) -> [Diagnostic] {
    let known = KnownTools(input.workspace)
    return AgentSubject.all(input).compactMap { agent in
      guard let tools = agent.tools, let first = tools.first, let last = tools.last,
        !tools.contains(where: { known.isKnown($0.name, agent.format) })
      else { return nil }
      let isOneLine = last.range.end.line == first.range.start.line
      let range = SourceRange(file: agent.file, start: first.range.start, end: isOneLine ? last.range.end : nil)
      return finding(
        tools.count == 1 ? "the only tool is unknown" : "none of the \(tools.count) tools is known", at: range,
        help: "name tools that exist; leave 'tools' out for all, or write '[]' for none")
    }
  }
}
