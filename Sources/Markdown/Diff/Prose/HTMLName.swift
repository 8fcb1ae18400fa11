/// The elements that our renderer prints.
enum HTMLName: UInt8 {
  // Blocks that hold blocks, or words without a paragraph.
  case root, ul, ol, li, blockquote, div, section, table, thead, tbody, tr
  // Blocks that hold words.
  case p, h1, h2, h3, h4, h5, h6, td, th, bare
  // Blocks of lines.
  case pre
  // Blocks without content.
  case hr
  // Inside words.
  case em, strong, del, code, sup, a, br, input, other

  /// Reads a name; an unknown one is other.
  init(_ name: Slice<UnsafeBufferPointer<UInt8>>) {
    var packed: UInt64 = 0
    if name.count == 10, name.elementsEqual("blockquote".utf8) {
      self = .blockquote
      return
    }
    if name.count <= 8 { for byte in name { packed = packed << 8 | UInt64(byte) } }
    self = Self.packed[packed] ?? .other
  }

  private static let packed: [UInt64: HTMLName] = {
    let names: [(String, HTMLName)] = [
      ("ul", .ul), ("ol", .ol), ("li", .li), ("div", .div), ("section", .section), ("table", .table),
      ("thead", .thead), ("tbody", .tbody), ("tr", .tr), ("p", .p), ("h1", .h1), ("h2", .h2), ("h3", .h3),
      ("h4", .h4), ("h5", .h5), ("h6", .h6), ("td", .td), ("th", .th), ("pre", .pre), ("hr", .hr), ("em", .em),
      ("strong", .strong), ("del", .del), ("code", .code), ("sup", .sup), ("a", .a), ("br", .br),
      ("input", .input),
    ]
    var packed: [UInt64: HTMLName] = [:]
    for (name, value) in names { packed[name.utf8.reduce(0) { $0 << 8 | UInt64($1) }] = value }
    return packed
  }()

  /// Whether it holds blocks.
  var isContainer: Bool { rawValue <= HTMLName.tr.rawValue }
  /// Whether it holds words and nothing else.
  var isLeaf: Bool { rawValue >= HTMLName.p.rawValue && rawValue <= HTMLName.bare.rawValue }
  /// Whether it stands inside words.
  var isInline: Bool { rawValue >= HTMLName.em.rawValue }
  /// Whether it never has an end.
  var isVoid: Bool { self == .hr || self == .br || self == .input }
  /// The level of a heading.
  var headingLevel: Int? {
    rawValue >= HTMLName.h1.rawValue && rawValue <= HTMLName.h6.rawValue ? Int(rawValue - HTMLName.h1.rawValue) : nil
  }

  /// What may be compared with one another: a paragraph with bare words, any two headings, any two lists or cells.
  var family: HTMLName {
    switch self {
    case .bare: .p
    case .h1, .h2, .h3, .h4, .h5, .h6: .h1
    case .ol: .ul
    case .th: .td
    default: self
    }
  }
}
