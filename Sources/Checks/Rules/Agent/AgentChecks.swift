/// The checks of this group.
enum AgentChecks {
  /// One an entry, in order of id.
  static let all: [any Check] = [
    AgentBody(), AgentColor(), AgentDescription(), AgentDuplicateName(), AgentFormsDiffer(), AgentModel(), AgentName(),
    AgentNoFrontMatter(), AgentNoUsableTool(), AgentPermissionMode(), AgentUnknownKey(), AgentUnknownTool(),
    AgentYAML(),
  ]
}
