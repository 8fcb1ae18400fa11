/// Writes values so that YAML reads the same back.
enum YAMLText {
  /// A text, in quotes where a plain one would be read as something else.
  static func scalar(_ text: String) -> String {
    isPlain(text) ? text : quoted(text)
  }

  /// A text in double quotes.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for character in text.unicodeScalars {
      if character == "\"" || character == "\\" { result.unicodeScalars.append("\\") }
      result.unicodeScalars.append(character)
    }
    return result + "\""
  }

  /// `[a, b]`.
  static func list(_ texts: [String]) -> String {
    "[" + texts.map(scalar).joined(separator: ", ") + "]"
  }

  private static let reserved: Set<String> = [
    "yes", "no", "on", "off", "true", "false", "null", "y", "n", "none", "nan", "inf",
  ]

  // Narrower than YAML: what is not surely plain is quoted.
  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.utf8.first, let last = text.utf8.last else { return false }
    guard isLetter(first) || first >= 0x80, last != UInt8(ascii: " "), last != UInt8(ascii: "-") else { return false }
    guard !reserved.contains(text.lowercased()) else { return false }
    return text.utf8.allSatisfy { byte in
      isLetter(byte) || byte >= 0x80 || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || byte == UInt8(ascii: " ") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
        || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "@")
        || byte == UInt8(ascii: "(") || byte == UInt8(ascii: ")") || byte == UInt8(ascii: "+")
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}

/// Gathers the lines of a file.
struct Lines {
  /// What was gathered.
  private(set) var text = ""

  /// Adds a line.
  mutating func add(_ line: String) {
    text += line
    text += "\n"
  }

  /// Adds `key: value` with the value as it is.
  mutating func field(_ key: String, raw value: String?) {
    if let value { add("\(key): \(value)") }
  }

  /// Adds `key: value` with a text.
  mutating func field(_ key: String, _ value: String?) {
    if let value { add("\(key): \(YAMLText.scalar(value))") }
  }

  /// Adds `key: 2026-11-20`.
  mutating func field(_ key: String, _ day: DemoDay?) {
    if let day { add("\(key): \(day.iso)") }
  }

  /// Adds `key: [a, b]`, or nothing when there is none.
  mutating func field(_ key: String, _ texts: [String]) {
    if !texts.isEmpty { add("\(key): \(YAMLText.list(texts))") }
  }

  /// Adds a block list of texts, or nothing when there is none.
  mutating func block(_ key: String, _ texts: [String]) {
    guard !texts.isEmpty else { return }
    add("\(key):")
    for text in texts { add("  - \(YAMLText.scalar(text))") }
  }
}
