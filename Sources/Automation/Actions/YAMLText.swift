/// Writes texts so that every reader of YAML reads them back as they are.
enum YAMLText {
  /// A text on one line, in quotes where YAML would take it for something else.
  static func scalar(_ text: String) -> String {
    let isPlain =
      !text.isEmpty
      && text.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"):
          true
        default: "_-./ ".utf8.contains(byte)
        }
      } && text.first != " " && text.last != " " && text.first != "-" && text.first != "."
      && !["true", "false", "null", "yes", "no", "on", "off", "y", "n"].contains(text.lowercased())
      && !(text.first?.isNumber ?? false)
    return isPlain ? text : quoted(text)
  }

  /// A text in quotes.
  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      // What has no picture, and the line ends that only YAML knows.
      case _ where scalar.properties.generalCategory == .control || scalar.properties.generalCategory == .format,
        "\u{2028}", "\u{2029}", "\u{FFFE}", "\u{FFFF}":
        let digits = String(scalar.value, radix: 16)
        let isLong = scalar.value > 0xFFFF
        quoted +=
          (isLong ? "\\U" : "\\u") + String(repeating: "0", count: (isLong ? 8 : 4) - digits.utf8.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  /// A number, day or moment as it is; anything else as a text.
  static func value(_ text: String) -> String {
    let isNumber =
      !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E || $0 == 0x2D }
      && text.utf8.contains { (0x30...0x39).contains($0) }
    return isNumber ? text : scalar(text)
  }

  /// `{path: a.md, quote: "…"}` of the parts that are there.
  static func flow(_ parts: [(String, String?)]) -> String {
    "{" + parts.compactMap { name, value in value.map { "\(name): \($0)" } }.joined(separator: ", ") + "}"
  }
}
