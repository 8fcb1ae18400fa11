package import Diagnostics

/// The id of a request, echoed with the type that it came with.
package enum RequestID: Hashable, Sendable {
  /// A whole number by its digits, however long.
  case number(String)
  case text(String)

  /// An id as JSON-RPC allows it here: a text or a whole number, never null.
  init?(_ value: JSONValue) {
    switch value {
    case .string(let text): self = .text(text)
    case .integer(let number): self = .number(String(number))
    case .number(let digits) where digits.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-") }):
      self = .number(digits)
    default: return nil
    }
  }

  /// As it stands in an answer.
  var json: JSONValue {
    switch self {
    case .number(let digits): Int(digits).map(JSONValue.integer) ?? .number(digits)
    case .text(let text): .string(text)
    }
  }
}

/// Why a request cannot be answered, as JSON-RPC tells it.
package struct MCPError: Error, Sendable, Hashable {
  package var code: Int
  /// One sentence, without paths and contents.
  package var message: String
  package var data: JSONValue?

  /// An error by its parts.
  package init(_ code: Int, _ message: String, data: JSONValue? = nil) {
    (self.code, self.message, self.data) = (code, message, data)
  }

  static func parse(_ message: String) -> MCPError { MCPError(-32700, message) }
  static func invalidRequest(_ message: String) -> MCPError { MCPError(-32600, message) }
  static func unknownMethod(_ name: String) -> MCPError {
    MCPError(-32601, "There is no method '\(name.prefix(80))'.")
  }
  /// What is asked for does not exist or is malformed.
  package static func invalidParameters(_ message: String, data: JSONValue? = nil) -> MCPError {
    MCPError(-32602, message, data: data)
  }
  /// A mistake of ours.
  package static func failure(_ message: String) -> MCPError { MCPError(-32603, message) }

  var json: JSONValue {
    .members(("code", .integer(code)), ("message", .string(message)), ("data", data))
  }
}
