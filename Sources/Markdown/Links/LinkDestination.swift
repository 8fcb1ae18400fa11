/// A link's destination taken apart, on bytes.
struct LinkDestination {
  /// How far it leads.
  let reach: Link.Reach
  /// Before `?` and `#`, decoded.
  let path: String
  /// After `#`, decoded.
  let fragment: String?

  /// Reads a destination in which entities and backslash escapes are already resolved.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    reach = Self.reach(of: bytes)
    guard reach == .relative || reach == .fragment else {
      path = ""
      fragment = nil
      return
    }
    let hash = bytes.firstIndex(of: UInt8(ascii: "#"))
    let beforeHash = bytes[..<(hash ?? bytes.endIndex)]
    let query = beforeHash.firstIndex(of: UInt8(ascii: "?"))
    path = Self.decoded(beforeHash[..<(query ?? beforeHash.endIndex)])
    fragment = hash.map { Self.decoded(bytes[($0 + 1)...]) }
  }

  /// Allows http, https, mailto, tel, relative paths and fragments; everything else is refused.
  ///
  /// Browsers drop tabs and line ends from an address, cut spaces in front and read `\` as `/`. So a control character
  /// anywhere refuses the address, and two slashes of either sort in front do too.
  static func reach(of bytes: UnsafeBufferPointer<UInt8>) -> Link.Reach {
    if bytes.contains(where: { $0 < 0x20 || $0 == 0x7F }) { return .refused }
    let trimmed = bytes.drop { $0 == UInt8(ascii: " ") }
    guard let first = trimmed.first else { return .relative }
    if first == UInt8(ascii: "#") { return .fragment }
    if trimmed.prefix(2).count == 2,
      trimmed.prefix(2).allSatisfy({ $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") })
    {
      return .refused
    }
    guard let colon = trimmed.firstIndex(where: isSchemeEnd), trimmed[colon] == UInt8(ascii: ":") else {
      return .relative
    }
    let scheme = trimmed[trimmed.startIndex..<colon].map { isUpper($0) ? $0 + 32 : $0 }
    guard let initial = scheme.first, isLower(initial), scheme.allSatisfy(isSchemeByte) else {
      // Not a scheme for any browser ("12:30.md"), unless something that is not ASCII or is encoded tries to look so.
      let disguises = scheme.contains { $0 >= 0x80 || $0 == UInt8(ascii: "%") || $0 == UInt8(ascii: "\\") }
      return disguises ? .refused : .relative
    }
    if scheme.elementsEqual("http".utf8) || scheme.elementsEqual("https".utf8) { return .external }
    if scheme.elementsEqual("mailto".utf8) || scheme.elementsEqual("tel".utf8) { return .contact }
    return .refused
  }

  /// Reads `%41` once; a percent sign without two digits stays.
  static func decoded(_ bytes: some RandomAccessCollection<UInt8>) -> String {
    guard bytes.contains(UInt8(ascii: "%")) else { return String(decoding: bytes, as: UTF8.self) }
    var output: [UInt8] = []
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      bytes.formIndex(after: &index)
      let digits = bytes[index...].prefix(2)
      if byte == UInt8(ascii: "%"), digits.count == 2, let high = digits.first.flatMap(hexValue),
        let low = digits.last.flatMap(hexValue)
      {
        output.append(high << 4 | low)
        bytes.formIndex(&index, offsetBy: 2)
      } else {
        output.append(byte)
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  private static func isSchemeEnd(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ":") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#")
  }

  private static func isSchemeByte(_ byte: UInt8) -> Bool {
    isLower(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "+")
      || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
  }

  private static func isLower(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) }
  private static func isUpper(_ byte: UInt8) -> Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) }

  private static func hexValue(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - 48
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - 87
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - 55
    default: nil
    }
  }
}
