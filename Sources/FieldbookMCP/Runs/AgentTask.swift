/// What somebody wants an agent to do.
package struct AgentTask: Sendable, Hashable {
  /// Name of the agent.
  package var agent: String
  /// What to do, in the words of whoever asks.
  package var words: String?
  /// The customer it is about, by slug, name, or the beginning of one; other customers are out of reach then.
  package var customer: String?
  /// An id or a short name such as `opus`, instead of the agent's own.
  package var model: String?
  /// Answers of the model at most, instead of the agent's own number.
  package var turns: Int?
  /// Tokens of all answers together at most.
  package var tokens = 400_000
  /// Whether mail addresses, numbers and secrets are replaced by placeholders.
  package var isRedacted = true

  /// A task for an agent.
  package init(agent: String) {
    self.agent = agent
  }
}

/// Names of models.
enum ModelName {
  /// What an agent runs on that names none.
  static let standard = "claude-sonnet-5-5"

  private static let aliases = [
    "sonnet": standard, "opus": "claude-opus-5-5", "haiku": "claude-haiku-5-5", "fable": "claude-fable-5-2",
    "inherit": standard,
  ]

  /// The id of a name; nil for what no model of the vendor is called.
  static func id(_ name: String?) -> String? {
    guard let name else { return standard }
    if let known = aliases[name] { return known }
    let isID = name.hasPrefix("claude-") && name.utf8.count <= 100
    let isPlain = name.utf8.allSatisfy { byte in
      (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D || byte == 0x2E
    }
    return isID && isPlain ? name : nil
  }
}
