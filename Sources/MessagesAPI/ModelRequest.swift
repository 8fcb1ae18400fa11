package import Diagnostics

/// What a model is asked, in the form of the interface.
package struct ModelRequest: Sendable, Hashable {
  package var model: String
  /// Tokens of the answer at most, thinking counted.
  package var maxTokens: Int
  /// What the model is told to be; never words of customers.
  package var system: String
  /// Definitions in a fixed order, since caches hold the bytes from the beginning.
  package var tools: [JSONValue]
  package var messages: [JSONValue]
  /// Whether it may still ask for tools; the last turn may not.
  package var mayUseTools = true

  /// A request by its parts.
  package init(model: String, maxTokens: Int, system: String, tools: [JSONValue], messages: [JSONValue]) {
    (self.model, self.maxTokens, self.system) = (model, maxTokens, system)
    (self.tools, self.messages) = (tools, messages)
  }

  /// The body that is sent.
  package var json: JSONValue {
    .members(
      ("model", .string(model)), ("max_tokens", .integer(maxTokens)), ("stream", .bool(true)),
      ("system", .array([Self.text(system, isCached: true)])), ("tools", tools.isEmpty ? nil : .array(tools)),
      ("tool_choice", tools.isEmpty || mayUseTools ? nil : .members(("type", .string("none")))),
      ("messages", .array(messages)))
  }

  /// A text block; what comes up to a cached one is kept by the server for a few minutes.
  package static func text(_ text: String, isCached: Bool = false) -> JSONValue {
    .members(
      ("type", .string("text")), ("text", .string(text)),
      ("cache_control", isCached ? .members(("type", .string("ephemeral"))) : nil))
  }

  /// A message of one of the two sides.
  package static func message(_ role: String, _ content: [JSONValue]) -> JSONValue {
    .members(("role", .string(role)), ("content", .array(content)))
  }
}

/// Tokens that a request took, as the server counts them.
package struct TokenUsage: Sendable, Hashable {
  package var input = 0
  package var output = 0
  /// Tokens that came from the server's cache.
  package var cached = 0
  /// Tokens that were put into the server's cache.
  package var kept = 0

  /// Nothing yet.
  package init() {}

  /// All that was read and written.
  package var total: Int { input + output + cached + kept }

  static func += (left: inout TokenUsage, right: TokenUsage) {
    left.input += right.input
    left.output += right.output
    left.cached += right.cached
    left.kept += right.kept
  }

  /// Takes over what a part of an answer tells; counts are of the whole answer, not of the part.
  mutating func take(_ json: JSONValue?) {
    if let count = json?["input_tokens"]?.integer { input = count }
    if let count = json?["output_tokens"]?.integer { output = count }
    if let count = json?["cache_read_input_tokens"]?.integer { cached = count }
    if let count = json?["cache_creation_input_tokens"]?.integer { kept = count }
  }
}
