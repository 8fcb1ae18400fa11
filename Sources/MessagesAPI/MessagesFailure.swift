internal import Diagnostics

/// Why the interface gave no answer.
package enum MessagesFailure: Error, Sendable, Hashable {
  /// The server refused, in its own words.
  case refused(status: Int, kind: String, message: String, requestID: String?)
  /// No answer came, or it broke off.
  case connection(String)
  /// The answer was none that the interface documents.
  case unreadable(String)

  /// One line that names the kind of error and the id by which the vendor finds it, never headers or bodies.
  package var words: String {
    switch self {
    case .refused(let status, let kind, let message, let requestID):
      let id = requestID.map { ", request \($0)" } ?? ""
      return "the server refused with \(kind) (\(status)\(id)): \(message)"
    case .connection(let reason): return "the connection failed: \(reason)"
    case .unreadable(let reason): return "the answer cannot be read: \(reason)"
    }
  }

  /// Whether asking once more may help.
  var isPassing: Bool {
    switch self {
    case .refused(let status, _, _, _): status == 408 || status == 409 || status == 429 || status >= 500
    case .connection: true
    case .unreadable: false
    }
  }

  /// Reads the body of a refusal.
  init(status: Int, body: [UInt8], requestID: String?) {
    let json = try? JSONValue(reading: body)
    self.init(status: status, json: json, requestID: requestID)
  }

  /// Reads an error that came as an event after everything seemed fine.
  init(event json: JSONValue, requestID: String?) {
    let status =
      switch json["error"]?["type"]?.text {
      case "overloaded_error": 529
      case "rate_limit_error": 429
      case "timeout_error": 504
      case "api_error": 500
      default: 400
      }
    self.init(status: status, json: json, requestID: requestID)
  }

  private init(status: Int, json: JSONValue?, requestID: String?) {
    let kind = json?["error"]?["type"]?.text ?? "error"
    let message = json?["error"]?["message"]?.text ?? "no reason given"
    self = .refused(
      status: status, kind: Self.line(kind, 60), message: Self.line(message, 300),
      requestID: (json?["request_id"]?.text ?? requestID).map { Self.line($0, 80) })
  }

  /// Words of a server on one line, without characters that move a terminal's cursor.
  static func line(_ text: String, _ limit: Int) -> String {
    let shown = text.unicodeScalars.map { scalar -> Character in
      scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) || scalar.properties.isDefaultIgnorableCodePoint
        ? " " : Character(scalar)
    }
    return String(shown.prefix(limit))
  }
}
