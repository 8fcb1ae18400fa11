internal import ByteCoding
internal import Diagnostics

extension MarkdownDocument {
  /// The form of the encoding, its first byte: a cache entry with another one is rendered anew.
  ///
  /// Raise it with every change of the HTML, too.
  package static let codingVersion: UInt8 = 2

  /// The document in a compact binary form that begins with ``codingVersion``.
  package func encoded() -> [UInt8] {
    var writer = ByteWriter()
    encode(into: &writer)
    return writer.bytes
  }

  /// Reads ``encoded()``; nil when the bytes are damaged or of another version.
  package init?(decoding bytes: [UInt8]) {
    guard let document = bytes.withUnsafeBufferPointer({ Self.decoded($0) }) else { return nil }
    self = document
  }

  /// Reads a document that fills a buffer.
  static func decoded(_ bytes: UnsafeBufferPointer<UInt8>) -> MarkdownDocument? {
    var reader = ByteReader(bytes)
    guard let document = try? MarkdownDocument(from: &reader), reader.isAtEnd else { return nil }
    return document
  }

  /// Appends the document.
  func encode(into writer: inout ByteWriter) {
    writer.bytes.reserveCapacity(writer.bytes.count + html.bytes.count + plainText.utf8.count + links.count * 64 + 256)
    writer.bytes.append(Self.codingVersion)
    writer.write(bytes: html.bytes)
    writer.write(links.count)
    for link in links { link.encode(into: &writer) }
    writer.write(html.holes.count)
    var offset = 0
    for hole in html.holes {
      writer.write(hole.offset - offset)
      offset = hole.offset
      writer.write(hole.link)
      writer.bytes.append(hole.part.rawValue)
    }
    writer.write(headings.count)
    for heading in headings { heading.encode(into: &writer) }
    writer.write(plainText)
    writer.write(lead.lowerBound)
    writer.write(lead.count)
    writer.write(words)
    writer.write(taskItems.done)
    writer.write(taskItems.total)
    writer.write(title)
    writer.write(codeLanguages.count)
    for language in codeLanguages { writer.write(language) }
    writer.write(figures.count)
    for figure in figures { figure.encode(into: &writer) }
  }

  private init(from reader: inout ByteReader) throws(ByteReader.Damage) {
    guard try reader.byte() == Self.codingVersion else { throw ByteReader.Damage() }
    let html = Array(try reader.slice())
    var links: [Link] = []
    for _ in 0..<(try reader.count(ofAtLeast: 10)) { links.append(try Link(from: &reader)) }
    let holes = try Self.holes(from: &reader, bytes: html.count, links: links.count)
    self.html = HTMLFragments(bytes: html, holes: holes, links: links)
    headings = []
    for _ in 0..<(try reader.count(ofAtLeast: 7)) { headings.append(try Heading(from: &reader)) }
    plainText = try reader.text()
    let start = try reader.number()
    let end = start + (try reader.number())
    guard end <= plainText.utf8.count else { throw ByteReader.Damage() }
    lead = start..<end
    words = try reader.number()
    taskItems = TaskItems(done: try reader.number(), total: try reader.number())
    title = try reader.optionalText()
    codeLanguages = []
    for _ in 0..<(try reader.count(ofAtLeast: 1)) { codeLanguages.append(try reader.text()) }
    figures = try FigurePlace.places(from: &reader, links: links, plainText: plainText)
  }

  private static func holes(
    from reader: inout ByteReader, bytes: Int, links: Int
  ) throws(ByteReader.Damage) -> [HTMLFragments.Hole] {
    var holes: [HTMLFragments.Hole] = []
    var offset = 0
    for _ in 0..<(try reader.count(ofAtLeast: 3)) {
      offset += try reader.number()
      let link = try reader.number()
      guard offset <= bytes, link < links, let part = HTMLFragments.Hole.Part(rawValue: try reader.byte()) else {
        throw ByteReader.Damage()
      }
      holes.append(HTMLFragments.Hole(offset: offset, link: link, part: part))
    }
    return holes
  }
}

extension Link {
  fileprivate func encode(into writer: inout ByteWriter) {
    writer.bytes.append(kind.rawValue)
    writer.bytes.append(reach.rawValue)
    writer.bytes.append(hasOwnText ? 1 : 0)
    writer.write(destination)
    writer.write(path)
    writer.write(fragment)
    writer.write(title)
    writer.write(text)
    range.encode(into: &writer)
  }

  fileprivate init(from reader: inout ByteReader) throws(ByteReader.Damage) {
    guard let kind = Kind(rawValue: try reader.byte()), let reach = Reach(rawValue: try reader.byte()) else {
      throw ByteReader.Damage()
    }
    self.kind = kind
    self.reach = reach
    hasOwnText = try reader.byte() != 0
    destination = try reader.text()
    path = try reader.text()
    fragment = try reader.optionalText()
    title = try reader.text()
    text = try reader.text()
    range = try Range(from: &reader)
  }
}

extension Heading {
  fileprivate func encode(into writer: inout ByteWriter) {
    writer.write(level)
    writer.write(text)
    writer.write(id)
    range.encode(into: &writer)
  }

  fileprivate init(from reader: inout ByteReader) throws(ByteReader.Damage) {
    level = try reader.number()
    guard (1...6).contains(level) else { throw ByteReader.Damage() }
    text = try reader.text()
    id = try reader.text()
    range = try Range(from: &reader)
  }
}

extension Range<SourcePosition> {
  fileprivate func encode(into writer: inout ByteWriter) {
    for number in [lowerBound.line, lowerBound.column, upperBound.line, upperBound.column] { writer.write(number) }
  }

  fileprivate init(from reader: inout ByteReader) throws(ByteReader.Damage) {
    let start = SourcePosition(line: try reader.number(), column: try reader.number())
    let end = SourcePosition(line: try reader.number(), column: try reader.number())
    guard start <= end else { throw ByteReader.Damage() }
    self = start..<end
  }
}
