internal import Checks
package import Diagnostics
internal import Synchronization

/// Puts placeholders in the place of mail addresses, numbers and secrets, the same ones throughout a run.
///
/// What they stand for is kept in memory only. Secrets are never put back.
package final class Redactor: Sendable {
  private struct Ledger {
    var placeholders: [String: String] = [:]
    var originals: [String: String] = [:]
    var counts: [SensitiveText.Kind: Int] = [:]
  }

  private let finder = SensitiveText()
  private let ledger = Mutex(Ledger())

  /// A redactor that has seen nothing yet.
  package init() {}

  /// How many different values were replaced so far.
  package var count: Int { ledger.withLock { $0.placeholders.count } }

  /// The text with placeholders such as `[EMAIL_1]`.
  package func redacted(_ text: String) -> String {
    let bytes = Array(text.utf8)
    let stretches = finder.stretches(in: bytes)
    if stretches.isEmpty { return text }
    return ledger.withLock { ledger in
      var output: [UInt8] = []
      var start = 0
      for stretch in stretches {
        output += bytes[start..<stretch.range.lowerBound]
        output += Self.placeholder(String(decoding: bytes[stretch.range], as: UTF8.self), stretch.kind, &ledger).utf8
        start = stretch.range.upperBound
      }
      return String(decoding: output + bytes[start...], as: UTF8.self)
    }
  }

  /// The same for every text in a value, so that its form stays sound.
  package func redacted(_ value: JSONValue) -> JSONValue { Self.mapped(value, redacted) }

  private static func placeholder(_ text: String, _ kind: SensitiveText.Kind, _ ledger: inout Ledger) -> String {
    // One address is one person, however its capitals are written.
    let key = "\(kind.rawValue) \(kind == .email ? text.lowercased() : text)"
    if let known = ledger.placeholders[key] { return known }
    ledger.counts[kind, default: 0] += 1
    let placeholder = "[\(kind.rawValue.uppercased())_\(ledger.counts[kind] ?? 0)]"
    ledger.placeholders[key] = placeholder
    if kind != .secret { ledger.originals[placeholder] = text }
    return placeholder
  }

  /// The text with what its placeholders stand for, for this machine only.
  package func restored(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "[")) else { return text }
    return ledger.withLock { ledger in
      var output = ""
      var rest = text[...]
      while let open = rest.firstIndex(of: "[") {
        output += rest[..<open]
        rest = rest[open...]
        guard let close = rest.firstIndex(of: "]"), rest.distance(from: open, to: close) < 24,
          let original = ledger.originals[String(rest[open...close])]
        else {
          output += "["
          rest = rest.dropFirst()
          continue
        }
        output += original
        rest = rest[rest.index(after: close)...]
      }
      return output + rest
    }
  }

  /// The same for every text in a value.
  package func restored(_ value: JSONValue) -> JSONValue { Self.mapped(value, restored) }

  private static func mapped(_ value: JSONValue, _ change: (String) -> String) -> JSONValue {
    switch value {
    case .string(let text): .string(change(text))
    case .array(let items): .array(items.map { mapped($0, change) })
    case .object(let members): .object(members.map { JSONValue.Member($0.name, mapped($0.value, change)) })
    default: value
    }
  }
}
