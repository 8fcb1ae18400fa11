package import Diagnostics

/// An assistant with a purpose, from the workspace's YAML form or from a `.claude/agents` file.
package struct AgentDefinition: Sendable {
  package enum Format: String, Sendable { case workspace, claude }

  /// Lower-case name, the agent's identity.
  package var name: String
  package var format: Format
  /// "customer-intelligence", "sales-support", "automation", "analytics".
  package var category: String?
  /// Where the definition begins.
  package var range: SourceRange
  /// One sentence.
  package var purpose: String?
  /// Completes "Use when …".
  package var useWhen: String?
  package var tools: [String]
  package var output: String?
  package var model: String?
  package var maxTurns: Int?
  /// Size of context pack to begin with.
  package var tier: String?
  /// Person id.
  package var owner: String?
  package var instructions: String?

  init(name: String, category: String?, range: SourceRange, _ fields: inout FieldReader) {
    self.name = name
    format = .workspace
    self.category = category
    self.range = range
    // The checks speak of a missing purpose, as of a missing name: in both formats with the same words.
    purpose = fields.text("purpose")
    useWhen = fields.text("use_when")
    tools = fields.texts("tools").flatMap { ToolList.items($0).map(\.text) }
    output = fields.text("output")
    model = fields.text("model")
    maxTurns = fields.integer("max_turns", in: 1...1000)
    tier = fields.text("tier")
    owner = fields.text("owner")
    instructions = fields.text("instructions")
    fields.accept("claude")
  }

  init(claude source: RecordSource, category: String?, _ fields: inout FieldReader) {
    name = fields.text("name") ?? source.slug
    format = .claude
    self.category = category
    range = SourceRange(wholeFile: source.path)
    purpose = fields.text("description")
    tools = fields.texts("tools").flatMap { ToolList.items($0).map(\.text) }
    model = fields.text("model")
    maxTurns = fields.integer("maxTurns", in: 1...1000)
    // Claude Code ignores keys it does not know, and so do we here.
    for entry in source.fields?.entries ?? [] { fields.accept(entry.key) }
  }
}

/// A file of agents of one category.
package struct AgentFile: WorkspaceRecord {
  package var source: RecordSource
  package var category: String?
  package var agents: [AgentDefinition]

  init(_ source: RecordSource, _ fields: inout FieldReader) {
    self.source = source
    let category = fields.text("category") ?? source.slug
    self.category = category
    let nodes = source.fields?["agents"]
    agents = fields.dictionary("agents", owner: "agent") { name, reader in
      let start = nodes?.entries?.first { $0.key == name }?.keyStart ?? .start
      let end = SourcePosition(line: start.line, column: start.column + name.utf8.count)
      return AgentDefinition(
        name: name, category: category, range: SourceRange(file: source.path, start: start, end: end), &reader)
    }
  }

  init(claude source: RecordSource, category: String?, _ fields: inout FieldReader) {
    self.source = source
    self.category = category
    agents = [AgentDefinition(claude: source, category: category, &fields)]
  }
}
