/// HTML with holes as it is written from the pieces of two documents.
struct ProseOutput {
  /// Which of the two documents a piece is from.
  enum Side { case old, new }

  /// A word's lot.
  enum Mark {
    case inserted, removed

    /// Its opening tag.
    var open: StaticString { self == .inserted ? "<ins>" : "<del>" }
    /// Its closing tag.
    var close: StaticString { self == .inserted ? "</ins>" : "</del>" }
  }

  /// The HTML so far.
  var bytes: [UInt8] = []
  /// The holes so far.
  private(set) var holes: [HTMLFragments.Hole] = []
  /// Put before every id.
  let idPrefix: [UInt8]
  private let old: HTMLFragments
  private let new: HTMLFragments

  /// Output from two documents.
  init(old: HTMLFragments, new: HTMLFragments, idPrefix: String) {
    self.old = old
    self.new = new
    self.idPrefix = Array(idPrefix.utf8)
  }

  /// The document of a side.
  func html(_ side: Side) -> HTMLFragments { side == .old ? old : new }

  /// Copies bytes that hold no tag.
  mutating func copy(_ range: Range<Int>, _ side: Side) {
    bytes.append(contentsOf: side == .old ? old.bytes[range] : new.bytes[range])
  }

  /// Copies a hole; that of the old document gets a link behind all those of the new one.
  mutating func hole(_ index: Int, _ side: Side) {
    let hole = side == .old ? old.holes[index] : new.holes[index]
    let link = side == .old ? hole.link + new.links.count : hole.link
    holes.append(HTMLFragments.Hole(offset: bytes.count, link: link, part: hole.part))
  }

  /// Writes the closing hole of a link.
  mutating func closeLink(opened index: Int, _ side: Side) {
    let hole = side == .old ? old.holes[index] : new.holes[index]
    let link = side == .old ? hole.link + new.links.count : hole.link
    holes.append(HTMLFragments.Hole(offset: bytes.count, link: link, part: .close))
  }

  /// Writes an opening tag; ids of the new document get the prefix, those of the old one go.
  mutating func tag(
    _ range: Range<Int>, _ side: Side, class added: StaticString? = nil, status: StaticString? = nil, value: Int? = nil
  ) {
    if added == nil, value == nil, !html(side).bytes[range].contains(UInt8(ascii: " ")) { return copy(range, side) }
    let tag = HTMLAttributes(html(side).bytes[range])
    bytes.append("<")
    bytes.append(contentsOf: tag.name)
    for attribute in tag.list {
      let isID = HTMLAttributes.isEqual(attribute.name, "id")
      let isClass = HTMLAttributes.isEqual(attribute.name, "class")
      if isID, side == .old { continue }
      if isClass, added != nil { continue }
      if value != nil, HTMLAttributes.isEqual(attribute.name, "value") { continue }
      bytes.append(" ")
      bytes.append(contentsOf: attribute.name)
      guard let content = attribute.value else { continue }
      bytes.append("=\"")
      if isID { Escape.appendEscaped(idPrefix, to: &bytes) }
      if HTMLAttributes.isEqual(attribute.name, "href"), content.first == UInt8(ascii: "#") {
        bytes.append("#")
        Escape.appendQuery(idPrefix, to: &bytes)
        bytes.append(contentsOf: content.dropFirst())
      } else {
        bytes.append(contentsOf: content)
      }
      bytes.append("\"")
    }
    if let added {
      bytes.append(" class=\"")
      if let own = tag["class"], !own.isEmpty {
        bytes.append(contentsOf: own)
        bytes.append(" ")
      }
      bytes.append(added)
      bytes.append("\"")
    }
    if let value { bytes.append(contentsOf: " value=\"\(value)\"".utf8) }
    if let status {
      bytes.append(" data-diff=\"")
      bytes.append(status)
      bytes.append("\"")
    }
    bytes.append(HTMLAttributes.isEqual(tag.name, "hr") ? " />" : ">")
  }
}
