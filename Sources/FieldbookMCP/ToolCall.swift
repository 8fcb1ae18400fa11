internal import Diagnostics
internal import WorkspaceModel

/// The arguments of one call, held against the definition before anything else looks at them.
struct ToolCall: Sendable {
  let definition: ToolDefinition
  private let values: [String: JSONValue]

  init(_ definition: ToolDefinition, _ arguments: JSONValue) throws(ToolProblem) {
    self.definition = definition
    guard case .object(let members) = arguments else { throw ToolProblem("Arguments have to be an object.") }
    let names = definition.parameters.map(\.name)
    var values: [String: JSONValue] = [:]
    var problems: [String] = []
    for member in members where member.value != .null {
      guard let parameter = definition.parameters.first(where: { $0.name == member.name }) else {
        let name = UntrustedWords.short(member.name)
        let near = NearestWord.to(member.name, among: names).map { "; did you mean '\($0)'?" }
        problems.append(
          "There is no argument '\(name)'\(near ?? (names.isEmpty ? "" : "; known: \(names.joined(separator: ", "))"))."
        )
        continue
      }
      if let problem = Self.problem(member.value, parameter) { problems.append(problem) }
      values[member.name] = member.value
    }
    for parameter in definition.parameters where parameter.isRequired && values[parameter.name] == nil {
      problems.append("'\(parameter.name)' is missing: \(parameter.words)")
    }
    if !problems.isEmpty { throw ToolProblem(problems.prefix(8).joined(separator: " ")) }
    self.values = values
  }

  private static func problem(_ value: JSONValue, _ parameter: ToolParameter) -> String? {
    let name = parameter.name
    switch (parameter.kind, value) {
    case (.text, .string(let text)):
      return text.utf8.count > 2000 ? "'\(name)' may have 2,000 bytes at most." : nil
    case (.choice(let allowed), .string(let text)):
      if allowed.contains(text) { return nil }
      let near = NearestWord.to(text, among: allowed).map { "; did you mean '\($0)'?" } ?? ""
      return "'\(name)' is one of \(allowed.joined(separator: ", "))\(near)."
    case (.choices(let allowed), .array(let items)):
      let isFine = items.allSatisfy { $0.text.map(allowed.contains) ?? false }
      return isFine ? nil : "'\(name)' lists some of \(allowed.joined(separator: ", "))."
    case (.whole(let range), .integer(let number)):
      return range.contains(number) ? nil : "'\(name)' lies between \(range.lowerBound) and \(range.upperBound)."
    case (.number, .integer), (.number, .number): return nil
    case (.day, .string(let text)):
      return Day(iso: text) == nil ? "'\(name)' is a day such as 2026-11-20." : nil
    case (.flag, .bool): return nil
    case (.text, _): return "'\(name)' is a text."
    case (.choice(let allowed), _): return "'\(name)' is one of \(allowed.joined(separator: ", "))."
    case (.choices(let allowed), _): return "'\(name)' lists some of \(allowed.joined(separator: ", "))."
    case (.whole, _): return "'\(name)' is a whole number."
    case (.number, _): return "'\(name)' is a number."
    case (.day, _): return "'\(name)' is a day such as 2026-11-20."
    case (.flag, _): return "'\(name)' is true or false."
    }
  }

  func text(_ name: String) -> String? { values[name]?.text }

  func texts(_ name: String) -> [String]? { values[name]?.items?.compactMap(\.text) }

  func whole(_ name: String) -> Int? { values[name]?.integer }

  func number(_ name: String) -> Decimal4? {
    switch values[name] {
    case .integer(let number): Decimal4(number)
    case .number(let digits): Decimal4(digits)
    default: nil
    }
  }

  func day(_ name: String) -> Day? { text(name).flatMap { Day(iso: $0) } }

  func flag(_ name: String) -> Bool? { if case .bool(let flag)? = values[name] { flag } else { nil } }

  /// What the answer depends on beside the workspace: all arguments but the place in the list.
  var key: String {
    let rest = values.filter { $0.key != "cursor" && $0.key != "limit" }.sorted { $0.key < $1.key }
    let members = rest.map { JSONValue.Member($0.key, $0.value) }
    return definition.name + String(decoding: JSONValue.object(members).encoded(), as: UTF8.self)
  }
}

/// Words of others in sentences of ours.
enum UntrustedWords {
  /// A name in quotes cannot run on.
  static func short(_ text: String) -> String {
    String(
      text.unicodeScalars.filter { $0.properties.isAlphabetic || "0123456789 _-./".unicodeScalars.contains($0) }.prefix(
        60
      ).map { Character($0) })
  }
}
