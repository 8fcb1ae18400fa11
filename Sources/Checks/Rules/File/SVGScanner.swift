/// Reads the tags of a drawing, for what is more than drawing; not a parser: what looks like a tag is one.
struct SVGScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var index = 0
  /// What was found, in order.
  private(set) var found: [(offsets: Range<Int>, problem: String)] = []

  /// A reader of one file.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  /// Reads to the end.
  mutating func run() {
    while let open = TextScan.first(UInt8(ascii: "<"), in: bytes, from: index) {
      index = open + 1
      if TextScan.matches("!--", in: bytes, at: index) {
        skip(past: "-->")
      } else if TextScan.matches("![CDATA[", in: bytes, at: index) {
        skip(past: "]]>")
      } else if TextScan.matches("!ENTITY", in: bytes, at: index) {
        found.append((index..<index + 7, "entity definition in an SVG"))
      } else if index < bytes.count, bytes[index] != UInt8(ascii: "/"), bytes[index] != UInt8(ascii: "!") {
        tag()
      }
    }
  }

  private mutating func skip(past end: StaticString) {
    while index < bytes.count, !TextScan.matches(end, in: bytes, at: index) { index += 1 }
  }

  private mutating func tag() {
    let start = index
    let name = word(endingAt: " \t\r\n/>")
    if ["script", "foreignobject", "iframe", "object", "embed", "audio", "video"].contains(name) {
      let shown = String(decoding: bytes[start..<index], as: UTF8.self)
      found.append((start..<index, "element '\(shown)' in an SVG"))
    }
    while index < bytes.count, bytes[index] != UInt8(ascii: ">") {
      if bytes[index] <= 0x20 || bytes[index] == UInt8(ascii: "/") || bytes[index] == UInt8(ascii: "=") {
        index += 1
      } else {
        attribute(of: name)
      }
    }
    if name == "style" {
      let content = index
      while index < bytes.count, !TextScan.matches("</", in: bytes, at: index) { index += 1 }
      style(content..<index)
    }
  }

  private mutating func attribute(of element: String) {
    let start = index
    let name = word(endingAt: " \t\r\n=/>")
    let nameEnd = index
    if index == start { index += 1 }
    if name.hasPrefix("on"), name.utf8.count > 2 {
      found.append((start..<nameEnd, "event handler '\(name)' in an SVG"))
    }
    while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
    guard index < bytes.count, bytes[index] == UInt8(ascii: "=") else { return }
    index += 1
    while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
    guard index < bytes.count else { return }
    let quote = bytes[index]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return }
    let value = index + 1
    index = TextScan.first(quote, in: bytes, from: value) ?? bytes.count
    let range = value..<max(value, index)
    index = min(index + 1, bytes.count)
    if name == "href" || name == "src" {
      if isScript(range) {
        found.append((range, "script address in an SVG"))
      } else if element != "a", isExternal(range) {
        found.append((range, "address outside in an SVG"))
      }
    } else {
      style(range)
    }
  }

  /// Reads a word in lower case, without the prefix of its namespace.
  private mutating func word(endingAt stops: StaticString) -> String {
    let start = index
    let stopBytes = UnsafeBufferPointer(start: stops.utf8Start, count: stops.utf8CodeUnitCount)
    while index < bytes.count, !stopBytes.contains(bytes[index]) { index += 1 }
    let whole = bytes[start..<index]
    let local = whole.lastIndex(of: UInt8(ascii: ":")).map { whole[($0 + 1)...] } ?? whole
    return String(decoding: local.map(TextScan.lower), as: UTF8.self)
  }

  /// Finds `@import` and `url(…)` that leads outside.
  private mutating func style(_ range: Range<Int>) {
    for place in range {
      if bytes[place] == UInt8(ascii: "@"), startsLower("@import", place) {
        found.append((place..<place + 7, "import of a style in an SVG"))
      } else if TextScan.lower(bytes[place]) == UInt8(ascii: "u"), startsLower("url(", place) {
        var start = place + 4
        while start < range.upperBound, [0x20, 0x22, 0x27].contains(bytes[start]) { start += 1 }
        let end = bytes[start..<range.upperBound].firstIndex { ")\"' ".utf8.contains($0) } ?? range.upperBound
        if isExternal(start..<end) { found.append((start..<end, "address outside in an SVG")) }
      }
    }
  }

  private func isExternal(_ range: Range<Int>) -> Bool {
    ["http:", "https:", "ftp:", "//"].contains { startsLower($0, range.lowerBound) }
  }

  private func isScript(_ range: Range<Int>) -> Bool {
    let text = bytes[range].filter { $0 > 0x20 }.prefix(11).map(TextScan.lower)
    return text.starts(with: "javascript:".utf8) || text.starts(with: "data:text/".utf8)
  }

  private func startsLower(_ text: String, _ offset: Int) -> Bool {
    var index = offset
    for byte in text.utf8 {
      guard index < bytes.count, TextScan.lower(bytes[index]) == byte else { return false }
      index += 1
    }
    return true
  }
}
