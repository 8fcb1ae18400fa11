/// The names in a list of tools that is written as one text.
package enum ToolList {
  /// A name and where it begins.
  package struct Item: Hashable, Sendable {
    /// The name with what stands in parentheses behind it: `Agent(a, b)`.
    package var text: String
    /// Bytes of the list before it.
    package var offset: Int
  }

  /// Cuts at commas and blanks outside of parentheses; a parenthesis that is never closed goes on to the end.
  package static func items(_ text: String) -> [Item] {
    let bytes = Array(text.utf8)
    var items: [Item] = []
    var start = 0
    var depth = 0
    func finish(_ end: Int) {
      if end > start { items.append(Item(text: String(decoding: bytes[start..<end], as: UTF8.self), offset: start)) }
    }
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth = max(0, depth - 1)
      case UInt8(ascii: ","), 0x09, 0x0A, 0x0D, 0x20:
        if depth > 0 { continue }
        finish(index)
        start = index + 1
      default: break
      }
    }
    finish(bytes.count)
    return items
  }
}
