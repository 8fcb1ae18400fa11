/// The edits of one file that were accepted so far, none meeting another.
struct FileEdits {
  /// A stretch of bytes and what takes its place.
  struct Piece {
    var stretch: Range<Int>
    var bytes: [UInt8]
  }

  let text: FixText
  private var pieces: [Piece] = []

  init(_ bytes: [UInt8]) {
    text = FixText(bytes)
  }

  /// Whether two stretches share a byte, or one is empty and lies in or at the edge of the other.
  static func meet(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
    if !left.isEmpty, !right.isEmpty { return left.overlaps(right) }
    return left.lowerBound <= right.upperBound && right.lowerBound <= left.upperBound
  }

  func meets(_ piece: Piece) -> Bool {
    let place = index(of: piece)
    if place > 0, Self.meet(pieces[place - 1].stretch, piece.stretch) { return true }
    return place < pieces.count && Self.meet(pieces[place].stretch, piece.stretch)
  }

  mutating func insert(_ piece: Piece) { pieces.insert(piece, at: index(of: piece)) }

  /// The file with all edits; every other byte stays what and where it was.
  func applied() -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(text.bytes.count)
    var offset = 0
    for piece in pieces {
      output += text.bytes[offset..<piece.stretch.lowerBound]
      output += piece.bytes
      offset = piece.stretch.upperBound
    }
    return output + text.bytes[offset...]
  }

  /// The place among the accepted ones, found by halving.
  private func index(of piece: Piece) -> Int {
    var (low, high) = (0, pieces.count)
    while low < high {
      let middle = (low + high) / 2
      let other = pieces[middle].stretch
      if (other.lowerBound, other.upperBound) < (piece.stretch.lowerBound, piece.stretch.upperBound) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }
}
