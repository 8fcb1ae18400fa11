internal import CCmarkGFM

/// Signs left in the text of the tree, found again in the HTML.
///
/// A sign starts with the byte 0xFF. The text was well-formed UTF-8 before it was parsed and entities decode to
/// well-formed UTF-8, so no document can contain that byte; cmark's escaping passes it on.
struct Marker {
  /// What to do where the sign stands.
  enum Kind: UInt8 {
    /// Before the words of a link.
    case linkOpen = 0x41
    /// Behind the words of a link.
    case linkClose
    /// In place of an image or a wiki link.
    case whole
    /// First in a heading: its id.
    case headingOpen
    /// Last in a heading: the link to itself.
    case headingClose
    /// First in a cell: how it is aligned, by the letter cmark uses.
    case align
    /// Before the words of a task.
    case checkbox
    /// In place of `<br>`.
    case lineBreak
  }

  /// Begins every sign.
  static let lead: UInt8 = 0xFF
  /// How many bytes a sign has.
  static let length = 6

  /// What to do.
  var kind: Kind
  /// With which link, heading or box.
  var index: Int

  /// A sign to be written.
  init(_ kind: Kind, _ index: Int = 0) {
    self.kind = kind
    self.index = index
  }

  /// Reads the sign that begins at an offset.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) {
    guard offset + Self.length <= bytes.count, let kind = Kind(rawValue: bytes[offset + 1]) else { return nil }
    self.kind = kind
    index = bytes[(offset + 2)..<(offset + Self.length)].reduce(0) { $0 << 6 | Int($1 & 0x3F) }
  }

  /// A text node that holds nothing but the sign; nil when memory is out.
  func makeNode() -> Node? {
    guard let pointer = cmark_node_new(CMARK_NODE_TEXT) else { return nil }
    let node = Node(pointer)
    let digit = { (shift: Int) in CChar(bitPattern: 0x80 | UInt8(index >> shift & 0x3F)) }
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: Self.length + 1) { bytes in
      bytes[0] = CChar(bitPattern: Self.lead)
      bytes[1] = CChar(bitPattern: kind.rawValue)
      bytes[2] = digit(18)
      bytes[3] = digit(12)
      bytes[4] = digit(6)
      bytes[5] = digit(0)
      bytes[6] = 0
      _ = cmark_node_set_literal(pointer, bytes.baseAddress)
    }
    return node
  }
}
