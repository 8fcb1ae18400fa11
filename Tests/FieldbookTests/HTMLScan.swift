/// Finds what a link check needs in a page: addresses, ids, and tags that must not be there.
struct HTMLScan {
  /// Values of `href`, `src` and `action` attributes.
  private(set) var addresses: [String] = []
  /// Values of `id` attributes.
  private(set) var ids: [String] = []
  /// Names of all tags that open.
  private(set) var tags: Set<String> = []
  /// Names of all attributes.
  private(set) var attributes: Set<String> = []

  /// Reads a page as a browser's tokenizer would, as far as our own output needs it.
  init(_ html: [UInt8]) {
    var index = 0
    while index < html.count {
      guard html[index] == UInt8(ascii: "<") else {
        index += 1
        continue
      }
      if html[index...].starts(with: "<!--".utf8) {
        index += 4
        while index < html.count, !html[index...].starts(with: "-->".utf8) { index += 1 }
        continue
      }
      index += 1
      guard index < html.count, Self.isLetter(html[index]) else { continue }
      let start = index
      while index < html.count, Self.isName(html[index]) { index += 1 }
      tags.insert(String(decoding: html[start..<index], as: UTF8.self).lowercased())
      readAttributes(html, &index)
    }
  }

  private mutating func readAttributes(_ html: [UInt8], _ index: inout Int) {
    while index < html.count, html[index] != UInt8(ascii: ">") {
      guard Self.isName(html[index]) else {
        index += 1
        continue
      }
      let start = index
      while index < html.count, Self.isName(html[index]) { index += 1 }
      let name = String(decoding: html[start..<index], as: UTF8.self).lowercased()
      attributes.insert(name)
      guard index + 1 < html.count, html[index] == UInt8(ascii: "="), html[index + 1] == UInt8(ascii: "\"") else {
        continue
      }
      let valueStart = index + 2
      index = valueStart
      while index < html.count, html[index] != UInt8(ascii: "\"") { index += 1 }
      let value = Self.decoded(String(decoding: html[valueStart..<index], as: UTF8.self))
      index += 1
      if ["href", "src", "action"].contains(name) { addresses.append(value) }
      if name == "id" { ids.append(value) }
    }
  }

  private static func decoded(_ text: String) -> String {
    text.replacing("&quot;", with: "\"").replacing("&#39;", with: "'").replacing("&lt;", with: "<")
      .replacing("&gt;", with: ">").replacing("&amp;", with: "&")
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) }

  private static func isName(_ byte: UInt8) -> Bool {
    isLetter(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ":")
  }
}
