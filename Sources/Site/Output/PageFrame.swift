/// The frame around pages of one section and depth, rendered once and then only filled.
struct PageFrame: Sendable {
  private let parts: [[UInt8]]

  /// Cuts a rendered shell at its markers for head, title, assets of the layout and main content.
  init(_ shell: String) throws(ThemeError) {
    var rest = Array(shell.utf8)[...]
    var parts: [[UInt8]] = []
    for marker in [
      "<!--fieldbook:head-->", "<!--fieldbook:title-->", "<!--fieldbook:assets-->", "<!--fieldbook:main-->",
    ] {
      guard let place = Self.find(Array(marker.utf8), in: rest) else {
        throw ThemeError(
          file: "layouts/shell.mustache", line: nil, message: "'\(marker)' is missing, or does not come in this order")
      }
      parts.append(Array(rest[..<place]))
      rest = rest[(place + marker.utf8.count)...]
    }
    parts.append(Array(rest))
    self.parts = parts
  }

  /// A whole page.
  func page(head: String, title: String, assets: String, main: String) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(
      parts.reduce(main.utf8.count + head.utf8.count + title.utf8.count + assets.utf8.count) { $0 + $1.count })
    bytes += parts[0]
    bytes += head.utf8
    bytes += parts[1]
    bytes += PageEscape.escaped(title).utf8
    bytes += parts[2]
    bytes += assets.utf8
    bytes += parts[3]
    bytes += main.utf8
    bytes += parts[4]
    return bytes
  }

  private static func find(_ marker: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
    var index = bytes.startIndex
    while index + marker.count <= bytes.endIndex {
      if bytes[index] == marker[0], bytes[index..<(index + marker.count)].elementsEqual(marker) { return index }
      index += 1
    }
    return nil
  }
}
