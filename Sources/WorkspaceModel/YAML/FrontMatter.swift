/// A Markdown file cut into its front matter and its body.
package struct FrontMatter: Sendable {
  /// Text between the `---` lines; nil when the file begins with something else.
  package var yaml: ArraySlice<UInt8>?
  /// What follows.
  package var body: ArraySlice<UInt8>
  /// Line of the file on which the YAML begins.
  package var yamlFirstLine: Int
  /// Line of the file on which the body begins.
  package var bodyFirstLine: Int
  /// Set when an opening `---` is never closed.
  package var isUnclosed: Bool

  /// Cuts a file after a first line of `---` and at the next line of `---` or `...`; CRLF counts as a line end.
  package init(_ bytes: ArraySlice<UInt8>) {
    yaml = nil
    body = bytes
    yamlFirstLine = 1
    bodyFirstLine = 1
    isUnclosed = false
    guard let first = Self.line(in: bytes, from: bytes.startIndex), Self.isFence(bytes[first.text], "---") else {
      return
    }
    var start = first.next
    var lineNumber = 2
    while let line = Self.line(in: bytes, from: start) {
      if Self.isFence(bytes[line.text], "---") || Self.isFence(bytes[line.text], "...") {
        yaml = bytes[first.next..<start]
        body = bytes[line.next...]
        yamlFirstLine = 2
        bodyFirstLine = lineNumber + 1
        return
      }
      start = line.next
      lineNumber += 1
    }
    isUnclosed = true
  }

  private static func line(in bytes: ArraySlice<UInt8>, from start: Int) -> (text: Range<Int>, next: Int)? {
    guard start < bytes.endIndex else { return nil }
    guard let end = bytes[start...].firstIndex(of: 0x0A) else { return (start..<bytes.endIndex, bytes.endIndex) }
    return (start..<end, end + 1)
  }

  private static func isFence(_ line: ArraySlice<UInt8>, _ fence: String) -> Bool {
    var line = line
    while let last = line.last, last == 0x0D || last == 0x20 || last == 0x09 { line = line.dropLast() }
    return line.elementsEqual(fence.utf8)
  }
}
