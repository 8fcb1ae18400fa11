internal import Diagnostics
internal import Intelligence

/// An object that grows a member at a time and leaves out what is not known; texts are one line and cleaned.
struct Members {
  private var members: [JSONValue.Member] = []

  /// The object so far.
  var json: JSONValue { .object(members) }

  mutating func add(_ name: String, _ text: String?) {
    if let text { members.append(.init(name, .string(UntrustedText.line(text)))) }
  }

  mutating func add(_ name: String, number: Int?) {
    if let number { members.append(.init(name, .integer(number))) }
  }

  mutating func add(_ name: String, list: [String]) {
    if !list.isEmpty { members.append(.init(name, .array(list.map { .string(UntrustedText.line($0)) }))) }
  }

  mutating func add(_ name: String, json value: JSONValue?) {
    if let value { members.append(.init(name, value)) }
  }
}
