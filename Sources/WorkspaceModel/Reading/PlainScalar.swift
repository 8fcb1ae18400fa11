/// What readers of YAML 1.1 make of texts without quotes.
enum PlainScalar {
  /// What such a reader takes a text for, when that would change it; nil when it stays the same.
  static func misreading(of text: String) -> String? {
    let bytes = Array(text.utf8)
    guard let first = bytes.first, bytes.count <= 64 else { return nil }
    switch first {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
      return number(bytes)
    case UInt8(ascii: "f"), UInt8(ascii: "F"), UInt8(ascii: "n"), UInt8(ascii: "N"), UInt8(ascii: "o"),
      UInt8(ascii: "O"), UInt8(ascii: "t"), UInt8(ascii: "T"), UInt8(ascii: "y"), UInt8(ascii: "Y"):
      return bytes.count <= 5 ? word(text.lowercased()) : nil
    default: return nil
    }
  }

  private static func word(_ text: String) -> String? {
    switch text {
    case "yes", "on", "y", "true": "the flag true"
    case "no", "off", "n", "false": "the flag false"
    default: nil
    }
  }

  private static func number(_ bytes: [UInt8]) -> String? {
    let hasSign = bytes[0] == UInt8(ascii: "+") || bytes[0] == UInt8(ascii: "-")
    let digits = hasSign ? bytes[1...] : bytes[...]
    guard let first = digits.first else { return nil }
    if digits.allSatisfy(isDigit) {
      if digits.count > 15 { return "a number that loses its last digits" }
      if first == UInt8(ascii: "0"), digits.count > 1 {
        guard let octal = Int(String(decoding: digits, as: UTF8.self), radix: 8) else {
          return "a number without its leading zero"
        }
        return "the number \(octal)"
      }
      return bytes[0] == UInt8(ascii: "+") ? "a number without its sign" : nil
    }
    if first == UInt8(ascii: "0"), let mark = digits.dropFirst().first, "xXbo".utf8.contains(mark) {
      let radix = mark == UInt8(ascii: "b") ? 2 : mark == UInt8(ascii: "o") ? 8 : 16
      return Int(String(decoding: digits.dropFirst(2), as: UTF8.self), radix: radix).map { "the number \($0)" }
    }
    if digits.contains(UInt8(ascii: ":")) { return sexagesimal(digits) }
    if digits.contains(UInt8(ascii: "_")), isDigit(first), digits.allSatisfy({ isDigit($0) || $0 == UInt8(ascii: "_") })
    {
      return "a number without its underscores"
    }
    return fraction(digits)
  }

  /// `12:30`, which counts sixties.
  private static func sexagesimal(_ bytes: ArraySlice<UInt8>) -> String? {
    var total = 0
    let parts = bytes.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    for (index, part) in parts.enumerated() {
      guard !part.isEmpty, part.count <= (index == 0 ? 6 : 2), part.allSatisfy(isDigit),
        let value = Int(String(decoding: part, as: UTF8.self)), index == 0 || value < 60, parts.count <= 4
      else { return nil }
      total = total * 60 + value
    }
    return "the number \(total)"
  }

  /// `1.10`, `1e3`: numbers that are printed differently.
  private static func fraction(_ bytes: ArraySlice<UInt8>) -> String? {
    let exponent = bytes.firstIndex { $0 == UInt8(ascii: "e") || $0 == UInt8(ascii: "E") }
    let parts = bytes[..<(exponent ?? bytes.endIndex)].split(
      separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count <= 2, parts.allSatisfy({ $0.allSatisfy(isDigit) }), parts.contains(where: { !$0.isEmpty }) else {
      return nil
    }
    if let exponent {
      let power = bytes[(exponent + 1)...].drop { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") }
      return !power.isEmpty && power.allSatisfy(isDigit) ? "a number written out" : nil
    }
    guard parts.count == 2 else { return nil }
    if parts[0].isEmpty || parts[1].isEmpty { return "a number with a zero more" }
    if parts[1].last == UInt8(ascii: "0") { return "a number without its last zero" }
    return parts[0].count > 1 && parts[0].first == UInt8(ascii: "0") ? "a number without its leading zero" : nil
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
