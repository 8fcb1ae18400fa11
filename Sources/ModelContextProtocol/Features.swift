package import Diagnostics

/// What a tool came to.
package struct ToolResult: Sendable, Hashable {
  /// Content blocks.
  package var content: [JSONValue]
  /// The complete answer of a tool that has an output schema.
  package var structured: JSONValue?
  package var isError = false

  /// Prose, with links behind it.
  package static func text(_ text: String, links: [JSONValue] = []) -> ToolResult {
    ToolResult(content: [ContentBlock.text(text)] + links)
  }

  /// Data, also as text for clients that read nothing else.
  package static func data(_ value: JSONValue) -> ToolResult {
    ToolResult(
      content: [ContentBlock.text(String(decoding: value.encoded(), as: UTF8.self))], structured: value)
  }

  /// What is wrong with the call, and what to call instead.
  package static func problem(_ text: String) -> ToolResult {
    ToolResult(content: [ContentBlock.text(text)], isError: true)
  }

  var json: JSONValue {
    .members(
      ("content", .array(content)), ("structuredContent", structured), ("isError", isError ? .bool(true) : nil))
  }
}

/// Pieces of content.
package enum ContentBlock {
  /// Words.
  package static func text(_ text: String) -> JSONValue {
    .members(("type", .string("text")), ("text", .string(text)))
  }

  /// A text with its address.
  package static func resource(_ uri: String, _ text: String, type: String = "text/markdown") -> JSONValue {
    .members(("type", .string("resource")), ("resource", contents(uri, text, type: type)))
  }

  /// An address to read at.
  package static func link(_ uri: String, name: String, type: String = "text/markdown") -> JSONValue {
    .members(
      ("type", .string("resource_link")), ("uri", .string(uri)), ("name", .string(name)), ("mimeType", .string(type)))
  }

  /// What reading an address gives.
  package static func contents(_ uri: String, _ text: String, type: String = "text/markdown") -> JSONValue {
    .members(("uri", .string(uri)), ("mimeType", .string(type)), ("text", .string(text)))
  }

  /// A message of a prompt, spoken by the user.
  package static func message(_ block: JSONValue) -> JSONValue {
    .members(("role", .string("user")), ("content", block))
  }
}

/// A page of a list.
package struct FeaturePage: Sendable {
  package var items: [JSONValue]
  package var nextCursor: String?

  /// Items, and where the next ones are.
  package init(_ items: [JSONValue], nextCursor: String? = nil) {
    (self.items, self.nextCursor) = (items, nextCursor)
  }
}

/// What may be said for an argument.
package struct CompletionValues: Sendable {
  /// At most a hundred.
  package var values: [String]
  package var total: Int

  /// The first hundred of all that fit.
  package init(_ all: [String]) {
    (values, total) = (Array(all.prefix(100)), all.count)
  }
}

/// What a completion is for.
package enum CompletionReference: Sendable, Hashable {
  case prompt(String)
  case template(String)
}

/// What a server has to offer; every function may run many times at once.
package protocol MCPFeatures: Sendable {
  /// Definitions in a fixed order.
  func tools() async throws -> [JSONValue]
  /// An unknown tool throws; anything wrong with the arguments is a result that says so.
  func call(_ tool: String, _ arguments: JSONValue, progress: @escaping @Sendable (Int, Int?) -> Void) async throws
    -> ToolResult
  func resources(cursor: String?) async throws -> FeaturePage
  func templates() async throws -> [JSONValue]
  /// The contents; nil when nothing lies there.
  func read(_ uri: String) async throws -> [JSONValue]?
  func prompts() async throws -> [JSONValue]
  func prompt(_ name: String, _ arguments: [String: String]) async throws -> (
    messages: [JSONValue], description: String
  )
  /// Nil when there is no such prompt or template.
  func complete(
    _ reference: CompletionReference, argument: String, value: String, given: [String: String]
  ) async throws -> CompletionValues?
}
