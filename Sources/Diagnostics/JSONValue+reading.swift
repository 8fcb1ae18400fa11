/// Why a text is no JSON, and where.
package struct JSONError: Error, Hashable, CustomStringConvertible {
  /// What was met, in words.
  package var problem: String
  /// Where it was met.
  package var position: SourcePosition

  /// `3:14: expected ':'`.
  package var description: String { "\(position.line):\(position.column): \(problem)" }
}

extension JSONValue {
  /// Reads one document as RFC 8259 has it, at most 64 levels deep; numbers that are no `Int` keep their digits.
  package init(reading bytes: some Sequence<UInt8>) throws(JSONError) {
    var reader = JSONReader(bytes: Array(bytes))
    self = try reader.document()
  }

  /// The value of a member; nil where this is no object or has none of that name.
  package subscript(_ name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }

  /// The text of a string.
  package var text: String? {
    guard case .string(let text) = self else { return nil }
    return text
  }

  /// The items of an array.
  package var items: [JSONValue]? {
    guard case .array(let items) = self else { return nil }
    return items
  }

  /// The value of a whole number.
  package var integer: Int? {
    guard case .integer(let number) = self else { return nil }
    return number
  }
}
