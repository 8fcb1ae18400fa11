/// A tag as a strict reader of our output sees it.
struct HTMLTag {
  let name: String
  let attributes: [String]
  let isClosing: Bool

  /// All tags; nil when `<`, `>` or a quote stands where our printer never puts one.
  static func all(in html: [UInt8]) -> [HTMLTag]? {
    var tags: [HTMLTag] = []
    var index = 0
    while index < html.count {
      if html[index] == UInt8(ascii: ">") || html[index] == UInt8(ascii: "\"") { return nil }
      if html[index] == UInt8(ascii: "<") {
        guard let (tag, end) = one(in: html, from: index + 1) else { return nil }
        tags.append(tag)
        index = end
      } else {
        index += 1
      }
    }
    return tags
  }

  private static func one(in html: [UInt8], from start: Int) -> (HTMLTag, Int)? {
    var index = start
    let isClosing = index < html.count && html[index] == UInt8(ascii: "/")
    if isClosing { index += 1 }
    let name = word(html, &index)
    guard !name.isEmpty else { return nil }
    var attributes: [String] = []
    while index < html.count {
      switch html[index] {
      case UInt8(ascii: ">"): return (HTMLTag(name: name, attributes: attributes, isClosing: isClosing), index + 1)
      case UInt8(ascii: " "), UInt8(ascii: "/"): index += 1
      default:
        let attribute = word(html, &index)
        guard !attribute.isEmpty else { return nil }
        attributes.append(attribute)
        guard index < html.count, html[index] == UInt8(ascii: "=") else { continue }
        guard index + 1 < html.count, html[index + 1] == UInt8(ascii: "\""),
          let end = html[(index + 2)...].firstIndex(of: UInt8(ascii: "\"")),
          !html[(index + 2)..<end].contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: ">") })
        else { return nil }
        index = end + 1
      }
    }
    return nil
  }

  private static func word(_ html: [UInt8], _ index: inout Int) -> String {
    let start = index
    while index < html.count,
      html[index] > 0x60 && html[index] < 0x7B || html[index] == UInt8(ascii: "-")
        || html[index] > 0x2F && html[index] < 0x3A
    {
      index += 1
    }
    return String(decoding: html[start..<index], as: UTF8.self)
  }
}
