internal import Diagnostics

/// An argument of a tool.
struct ToolParameter: Sendable {
  /// What values it takes.
  enum Kind: Sendable {
    case text
    case choice([String])
    case choices([String])
    case whole(ClosedRange<Int>)
    case number
    /// `2026-11-20`.
    case day
    case flag
  }

  let name: String
  let kind: Kind
  let words: String
  let isRequired: Bool

  init(_ name: String, _ kind: Kind, _ words: String, isRequired: Bool = false) {
    (self.name, self.kind, self.words, self.isRequired) = (name, kind, words, isRequired)
  }

  var schema: JSONValue {
    var members: [JSONValue.Member] = []
    func add(_ name: String, _ value: JSONValue) { members.append(.init(name, value)) }
    switch kind {
    case .text: add("type", .string("string"))
    case .choice(let values):
      add("type", .string("string"))
      add("enum", .array(values.map(JSONValue.string)))
    case .choices(let values):
      add("type", .string("array"))
      add("items", .members(("type", .string("string")), ("enum", .array(values.map(JSONValue.string)))))
    case .whole(let range):
      add("type", .string("integer"))
      add("minimum", .integer(range.lowerBound))
      add("maximum", .integer(range.upperBound))
    case .number: add("type", .string("number"))
    case .day:
      add("type", .string("string"))
      add("format", .string("date"))
    case .flag: add("type", .string("boolean"))
    }
    add("description", .string(words))
    return .object(members)
  }
}

/// What assistants are told of a tool.
struct ToolDefinition: Sendable {
  let name: String
  let title: String
  let words: String
  let parameters: [ToolParameter]
  /// Properties of the output with their JSON types; nil for tools that answer in prose.
  var output: [(name: String, type: String, isRequired: Bool)]?
  /// Characters that clients may show of it without putting them aside.
  var largest: Int?
  /// Whether it reaches beyond the workspace.
  var isOpen = false

  /// The arguments as a JSON Schema.
  var inputSchema: JSONValue {
    let required = parameters.filter(\.isRequired).map { JSONValue.string($0.name) }
    return .members(
      ("type", .string("object")),
      (
        "properties",
        parameters.isEmpty ? nil : .object(parameters.map { JSONValue.Member($0.name, $0.schema) })
      ), ("required", required.isEmpty ? nil : .array(required)), ("additionalProperties", .bool(false)))
  }

  var json: JSONValue {
    .members(
      ("name", .string(name)), ("title", .string(title)), ("description", .string(words)),
      (
        "annotations",
        .members(
          ("readOnlyHint", .bool(!isOpen)), ("destructiveHint", .bool(false)), ("idempotentHint", .bool(!isOpen)),
          ("openWorldHint", .bool(isOpen)))
      ), ("inputSchema", inputSchema), ("outputSchema", output.map(Self.schema)),
      ("_meta", largest.map { .members(("anthropic/maxResultSizeChars", .integer($0))) }))
  }

  private static func schema(_ properties: [(name: String, type: String, isRequired: Bool)]) -> JSONValue {
    .members(
      ("type", .string("object")),
      (
        "properties",
        .object(
          properties.map { property in
            let type = JSONValue.Member("type", .string(property.type))
            let items = JSONValue.Member("items", .members(("type", .string("object"))))
            return JSONValue.Member(property.name, .object(property.name == "items" ? [type, items] : [type]))
          })
      ), ("required", .array(properties.filter(\.isRequired).map { .string($0.name) })))
  }

  /// The output of tools that list things.
  static let list: [(name: String, type: String, isRequired: Bool)] = [
    ("items", "array", true), ("total", "integer", true), ("next_cursor", "string", false), ("as_of", "string", true),
  ]

  /// The output of tools that also add things up.
  static let listWithSums: [(name: String, type: String, isRequired: Bool)] = [
    ("items", "array", true), ("total", "integer", true), ("sums", "array", true), ("next_cursor", "string", false),
    ("as_of", "string", true),
  ]

  /// Arguments of tools that list things.
  static let paging = [
    ToolParameter("limit", .whole(1...50), "Items at most, 10 unless given."),
    ToolParameter("cursor", .text, "next_cursor of the answer before."),
  ]

  /// The argument of a customer.
  static func customer(isRequired: Bool = false) -> ToolParameter {
    ToolParameter("customer", .text, "Slug, name, or the beginning of one.", isRequired: isRequired)
  }
}

/// What is wrong with a call, in words that say what to do instead.
struct ToolProblem: Error {
  let text: String

  init(_ text: String) {
    self.text = text
  }
}
