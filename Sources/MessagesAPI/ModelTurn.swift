package import Diagnostics

/// Why a model stopped.
package enum StopReason: Sendable, Hashable {
  case toolUse, endTurn, stopSequence, maxTokens, pauseTurn, refusal, contextWindowExceeded
  /// One that is younger than this program.
  case other(String)

  init(_ text: String?) {
    switch text {
    case "tool_use": self = .toolUse
    case "end_turn": self = .endTurn
    case "stop_sequence": self = .stopSequence
    case "max_tokens": self = .maxTokens
    case "pause_turn": self = .pauseTurn
    case "refusal": self = .refusal
    case "model_context_window_exceeded": self = .contextWindowExceeded
    default: self = .other(MessagesFailure.line(text ?? "none", 60))
    }
  }
}

/// One answer of a model.
package struct ModelTurn: Sendable, Hashable {
  /// A wish to use a tool.
  package struct ToolUse: Sendable, Hashable {
    package var id: String
    package var name: String
    package var input: JSONValue
  }

  /// Blocks as they came, those of unknown types too: they go back verbatim.
  package var content: [JSONValue]
  package var stop: StopReason
  /// What the server says of a refusal.
  package var details: String?
  package var usage: TokenUsage
  /// The model that answered.
  package var model: String

  /// All text blocks, one after the other.
  package var text: String {
    content.compactMap { $0["type"]?.text == "text" ? $0["text"]?.text : nil }.joined()
  }

  /// The tools that it asks for, in order.
  package var toolUses: [ToolUse] {
    content.compactMap { block in
      guard block["type"]?.text == "tool_use", let id = block["id"]?.text, let name = block["name"]?.text else {
        return nil
      }
      return ToolUse(id: id, name: name, input: block["input"] ?? .object([]))
    }
  }
}
