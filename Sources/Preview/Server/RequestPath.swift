/// The path that a request asks for: decoded once, and proven to stay below the root.
struct RequestPath: Hashable, Sendable {
  /// The steps from the root, decoded.
  let steps: [String]
  /// Whether a folder was asked for.
  let endsInSlash: Bool

  /// Reads what stands between the method and the question mark; nil when no address of a site is written like that.
  ///
  /// A step that is empty, `.` or `..`, or that holds a slash, a backslash or a control character once it is decoded,
  /// has no place in an address, so nothing behind this type has to think of it again.
  init?(_ raw: String) {
    let bytes = Array(raw.utf8)
    guard bytes.first == UInt8(ascii: "/") else { return nil }
    var parts = bytes.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    endsInSlash = parts.last?.isEmpty ?? true
    if endsInSlash { parts = parts.dropLast() }
    var steps: [String] = []
    for part in parts {
      guard let step = Self.decoded(part) else { return nil }
      steps.append(step)
    }
    self.steps = steps
  }

  /// The file that is meant: that of the folder where a folder is.
  var file: String { endsInSlash ? (steps + ["index.html"]).joined(separator: "/") : steps.joined(separator: "/") }

  /// The address of the folder of this name, encoded for a header.
  var folder: String { "/" + steps.map { Self.encoded($0) + "/" }.joined() }

  private static func decoded(_ part: ArraySlice<UInt8>) -> String? {
    var bytes: [UInt8] = []
    var index = part.startIndex
    while index < part.endIndex {
      if part[index] == UInt8(ascii: "%") {
        guard index + 2 < part.endIndex, let high = digit(part[index + 1]), let low = digit(part[index + 2]) else {
          return nil
        }
        bytes.append(high << 4 | low)
        index += 3
      } else {
        bytes.append(part[index])
        index += 1
      }
    }
    if bytes.isEmpty || bytes.elementsEqual(".".utf8) || bytes.elementsEqual("..".utf8) { return nil }
    if bytes.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }) {
      return nil
    }
    return String(validating: bytes, as: UTF8.self)
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }

  private static func encoded(_ step: String) -> String {
    let hex = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in step.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: bytes.append(byte)
      case _ where "-._~".utf8.contains(byte): bytes.append(byte)
      default: bytes += [UInt8(ascii: "%"), hex[Int(byte >> 4)], hex[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
