internal import Diagnostics
internal import Foundation

/// A place in a list that holds for one state of the workspace and one question.
struct PageCursor {
  private static let version = 1

  /// Told by what is listed.
  private let hash: String

  init(_ parts: String...) {
    var hash = StableHash()
    for part in parts { hash.combine(part.utf8) }
    self.hash = String(hash.hex.prefix(16))
  }

  /// The opaque text of a place.
  func text(_ offset: Int) -> String {
    let json = JSONValue.members(
      ("v", .integer(Self.version)), ("offset", .integer(offset)), ("hash", .string(hash)))
    return Data(json.encoded()).base64EncodedString().replacingOccurrences(of: "+", with: "-")
      .replacingOccurrences(of: "/", with: "_").replacingOccurrences(of: "=", with: "")
  }

  /// The place of a text; nil when it is none of ours, or of another state.
  func offset(_ text: String) -> Int? {
    var padded = text.replacingOccurrences(of: "-", with: "+").replacingOccurrences(of: "_", with: "/")
    while padded.utf8.count % 4 != 0 { padded += "=" }
    guard text.utf8.count < 500, let data = Data(base64Encoded: padded),
      let json = try? JSONValue(reading: data), json["v"]?.integer == Self.version, json["hash"]?.text == hash,
      let offset = json["offset"]?.integer, offset >= 0
    else { return nil }
    return offset
  }
}
