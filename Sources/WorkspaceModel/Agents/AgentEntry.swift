internal import Diagnostics

/// One agent, joined from its YAML form and the file that assistants read.
package struct AgentEntry: Sendable {
  /// What it is called.
  package let name: String
  /// The workspace's own form, which people edit.
  package var own: AgentDefinition?
  /// The `.claude/agents` form.
  package var claude: AgentDefinition?
  /// The file of the own form.
  package var ownSource: RecordSource?
  /// The `.claude/agents` file.
  package var claudeSource: RecordSource?

  /// The form that decides where both say something.
  package var definition: AgentDefinition? { own ?? claude }

  /// All agents of a workspace by name, in order; of two forms of one kind the first in path order stands.
  package static func all(_ workspace: Workspace) -> [AgentEntry] {
    var entries: [String: AgentEntry] = [:]
    for file in workspace.agentFiles.sorted(by: { $0.source.path < $1.source.path }) {
      for agent in file.agents where isSafe(agent.name) {
        var entry = entries[agent.name] ?? AgentEntry(name: agent.name)
        switch agent.format {
        case .workspace where entry.own == nil: (entry.own, entry.ownSource) = (agent, file.source)
        case .claude where entry.claude == nil: (entry.claude, entry.claudeSource) = (agent, file.source)
        default: break
        }
        entries[agent.name] = entry
      }
    }
    return entries.values.sorted { $0.name < $1.name }
  }

  /// Whether a name may become a part of an address.
  private static func isSafe(_ name: String) -> Bool { !name.contains("/") && RepoPath(name).isSafeToWrite }

  /// When to take it, without the words "Use when" and without a full stop.
  package var useWhen: String? {
    if let text = own?.useWhen { return Self.withoutStop(text) }
    guard let text = claude?.purpose, let found = text.firstRange(of: "Use when ") else { return nil }
    return Self.withoutStop(String(text[found.upperBound...]))
  }

  /// What it is for, without when to use it.
  package var purpose: String? {
    if let text = own?.purpose { return text }
    guard let text = claude?.purpose else { return nil }
    guard let found = text.firstRange(of: "Use when ") else { return text }
    var words = text[..<found.lowerBound]
    while words.last == " " { words = words.dropLast() }
    return words.isEmpty ? text : String(words)
  }

  /// Where the assistant's form lies or will lie.
  package var generatedFile: String {
    claudeSource?.path.description ?? ".claude/agents/\(own?.category ?? "other")/\(name).md"
  }

  private static func withoutStop(_ text: String) -> String { text.hasSuffix(".") ? String(text.dropLast()) : text }
}
