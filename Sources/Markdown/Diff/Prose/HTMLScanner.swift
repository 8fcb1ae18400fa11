/// Reads the regular HTML of our own renderer piece by piece, holes included.
struct HTMLScanner {
  /// What a piece is.
  enum Kind: UInt8 { case text, open, close, void, linkOpen, linkClose, whole }

  /// One piece.
  struct Piece {
    /// What it is.
    var kind: Kind
    /// Which element, for tags.
    var name = HTMLName.other
    /// Its bytes; none for a hole.
    var range: Range<Int>
    /// Which hole; -1 for none.
    var hole = -1
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private let holes: ArraySlice<HTMLFragments.Hole>
  private let end: Int
  private var position: Int
  private var nextHole: Int
  /// Whether something stood there that our renderer never prints.
  private(set) var isBroken = false

  /// A scanner of a part with the holes in it.
  init(_ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>, holes: ArraySlice<HTMLFragments.Hole>) {
    self.bytes = bytes
    self.holes = holes
    position = range.lowerBound
    end = range.upperBound
    nextHole = holes.startIndex
  }

  /// Which hole comes next.
  var holePosition: Int { nextHole }

  /// The next piece; nil at the end or where the HTML is not ours.
  mutating func next() -> Piece? {
    if nextHole < holes.endIndex, holes[nextHole].offset <= position {
      let hole = holes[nextHole]
      guard hole.offset == position else { return fail() }
      nextHole += 1
      let kind: Kind =
        switch hole.part {
        case .open: .linkOpen
        case .close: .linkClose
        case .whole: .whole
        }
      return Piece(kind: kind, range: position..<position, hole: nextHole - 1)
    }
    guard position < end else { return nil }
    let limit = min(end, nextHole < holes.endIndex ? holes[nextHole].offset : end)
    if bytes[position] == UInt8(ascii: "<") { return tag(before: limit) }
    let start = position
    position = min(limit, bytes.first(UInt8(ascii: "<"), from: start) ?? limit)
    return Piece(kind: .text, range: start..<position)
  }

  private mutating func fail() -> Piece? {
    isBroken = true
    position = end
    nextHole = holes.endIndex
    return nil
  }

  private mutating func tag(before limit: Int) -> Piece? {
    let start = position
    var index = start + 1
    let closes = index < limit && bytes[index] == UInt8(ascii: "/")
    if closes { index += 1 }
    let nameStart = index
    while index < limit, bytes[index] >= 0x61 && bytes[index] <= 0x7A || bytes[index] >= 0x30 && bytes[index] <= 0x39 {
      index += 1
    }
    guard index > nameStart else { return fail() }
    let name = HTMLName(bytes[nameStart..<index])
    while index < limit, bytes[index] != UInt8(ascii: ">") {
      if bytes[index] == UInt8(ascii: "<") { return fail() }
      if bytes[index] == UInt8(ascii: "\"") {
        guard let quote = bytes.first(UInt8(ascii: "\""), from: index + 1), quote < limit else { return fail() }
        index = quote
      }
      index += 1
    }
    guard index < limit else { return fail() }
    position = index + 1
    let kind: Kind = closes ? .close : name.isVoid ? .void : .open
    return Piece(kind: kind, name: name, range: start..<position)
  }
}
