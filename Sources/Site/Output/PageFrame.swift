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

  /// Appends what comes before the main content.
  func open(head: String, title: String, assets: String, into bytes: inout [UInt8]) {
    bytes += parts[0]
    bytes += head.utf8
    bytes += parts[1]
    PageEscape.append(title, to: &bytes)
    bytes += parts[2]
    bytes += assets.utf8
    bytes += parts[3]
  }

  /// Appends what comes behind the main content.
  func close(into bytes: inout [UInt8]) { bytes += parts[4] }

  private static func find(_ marker: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
    var index = bytes.startIndex
    while index + marker.count <= bytes.endIndex {
      if bytes[index] == marker[0], bytes[index..<(index + marker.count)].elementsEqual(marker) { return index }
      index += 1
    }
    return nil
  }
}
