extension Href {
  /// The address as a link of a page, ending in `index.html` so that it opens from disk as well.
  func relative(to root: String) -> String {
    let anchor = fragment.map { "#" + $0 } ?? ""
    guard path.utf8.first == UInt8(ascii: "/") else { return path + anchor }
    var bytes = Array(root.utf8)
    AddressBytes.append(path.utf8.dropFirst(), to: &bytes)
    if bytes.count == root.utf8.count || bytes.last == UInt8(ascii: "/") { bytes += "index.html".utf8 }
    bytes += anchor.utf8
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends the same, escaped for HTML.
  func append(to bytes: inout [UInt8], root: String) {
    if path.utf8.first == UInt8(ascii: "/") {
      bytes.append(contentsOf: root.utf8)
      AddressBytes.append(path.utf8.dropFirst(), to: &bytes, isEscaped: true)
      if path.utf8.last == UInt8(ascii: "/") { bytes.append(contentsOf: "index.html".utf8) }
    } else {
      PageEscape.append(path, to: &bytes)
    }
    guard let fragment else { return }
    bytes.append(UInt8(ascii: "#"))
    PageEscape.append(fragment, to: &bytes)
  }
}

/// Percent-encodes what an address may not hold.
enum AddressBytes {
  private static let hex = Array("0123456789ABCDEF".utf8)

  /// Appends a path; one that goes into HTML has its ampersands and apostrophes escaped, the only two that both know.
  static func append(_ path: some Sequence<UInt8>, to bytes: inout [UInt8], isEscaped: Bool = false) {
    for byte in path {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"):
        bytes.append(byte)
      case UInt8(ascii: "&") where isEscaped: bytes.append(contentsOf: "&amp;".utf8)
      case UInt8(ascii: "'") where isEscaped: bytes.append(contentsOf: "&#39;".utf8)
      case _ where "~!$&'()*+,;=:@".utf8.contains(byte): bytes.append(byte)
      default:
        bytes.append(UInt8(ascii: "%"))
        bytes.append(hex[Int(byte >> 4)])
        bytes.append(hex[Int(byte & 15)])
      }
    }
  }
}
