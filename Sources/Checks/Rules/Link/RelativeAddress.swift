internal import Diagnostics

/// Writes destinations of links.
enum RelativeAddress {
  /// How a file is named by a link that stands in another; what follows the path in `destination` is kept.
  static func address(of target: RepoPath, from file: RepoPath, keeping destination: String = "") -> String {
    let from = file.parent.isRoot ? [] : file.parent.components
    let to = target.components
    var common = 0
    while common < from.count, common < to.count - 1, from[common] == to[common] { common += 1 }
    var parts = Array(repeating: Array("..".utf8)[...], count: from.count - common)
    parts += to[common...]
    var bytes: [UInt8] = parts.first?.contains(UInt8(ascii: ":")) == true ? Array("./".utf8) : []
    for byte in parts.joined(separator: [UInt8(ascii: "/")]) { append(byte, to: &bytes) }
    let tail = destination.utf8.firstIndex { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") }
    return String(decoding: bytes, as: UTF8.self) + (tail.map { destination[$0...] } ?? "")
  }

  /// Percent-encodes what would end or change a destination.
  private static func append(_ byte: UInt8, to bytes: inout [UInt8]) {
    guard byte <= 0x20 || byte == 0x7F || "()<>?#%\\[]\"".utf8.contains(byte) else { return bytes.append(byte) }
    let digits = Array("0123456789ABCDEF".utf8)
    bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
  }
}
