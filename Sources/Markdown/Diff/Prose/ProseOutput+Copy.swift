extension ProseOutput {
  /// Copies a part of a document with all its tags and holes, its words marked if asked.
  ///
  /// The part is whole blocks or words only. Words between block tags are whole, so that a mark around them nests
  /// right.
  mutating func copy(_ range: Range<Int>, holes: Range<Int>, _ side: Side, mark: Mark? = nil) {
    let source = html(side)
    source.bytes.withUnsafeBufferPointer { bytes in
      var copier = Copier(bytes: bytes, side: side, mark: mark)
      var scanner = HTMLScanner(bytes, in: range, holes: source.holes[holes])
      while let piece = scanner.next() { copier.copy(piece, to: &self) }
      copier.closeMark(in: &self)
    }
  }
}

/// Copies piece by piece.
private struct Copier {
  let bytes: UnsafeBufferPointer<UInt8>
  let side: ProseOutput.Side
  let mark: ProseOutput.Mark?
  private var isMarked = false
  private var isInPre = false
  private var isInOwnMark = false

  init(bytes: UnsafeBufferPointer<UInt8>, side: ProseOutput.Side, mark: ProseOutput.Mark?) {
    (self.bytes, self.side, self.mark) = (bytes, side, mark)
  }

  mutating func copy(_ piece: HTMLScanner.Piece, to output: inout ProseOutput) {
    let isTag = piece.hole < 0 && piece.kind != .text
    if side == .old, skips(piece, isTag: isTag) { return }
    if isTag, !piece.name.isInline || isInPre {
      closeMark(in: &output)
      if piece.name == .pre { isInPre = piece.kind == .open }
    } else if let mark, !isMarked, isInPre || !isBlank(piece) {
      output.bytes.append(mark.open)
      isMarked = true
    }
    write(piece, to: &output)
  }

  mutating func closeMark(in output: inout ProseOutput) {
    if let mark, isMarked { output.bytes.append(mark.close) }
    isMarked = false
  }

  /// The link of an old heading to itself and the way back from an old footnote are left out; the number of a footnote
  /// stays, without the way to it.
  private mutating func skips(_ piece: HTMLScanner.Piece, isTag: Bool) -> Bool {
    guard isTag, piece.name == .a else { return isInOwnMark }
    if piece.kind == .close {
      isInOwnMark = false
    } else if let style = HTMLAttributes(Array(bytes[piece.range])[...])["class"] {
      isInOwnMark =
        HTMLAttributes.isEqual(style, "heading-anchor") || HTMLAttributes.isEqual(style, "footnote-backref")
    }
    return true
  }

  private func isBlank(_ piece: HTMLScanner.Piece) -> Bool {
    piece.kind == .text && bytes[piece.range].allSatisfy { $0 <= 0x20 }
  }

  private func write(_ piece: HTMLScanner.Piece, to output: inout ProseOutput) {
    switch piece.kind {
    case .text, .void: output.copy(piece.range, side)
    case .open where piece.name == .del: output.bytes.append("<s>")
    case .close where piece.name == .del: output.bytes.append("</s>")
    case .close: output.copy(piece.range, side)
    case .open: output.tag(piece.range, side)
    case .linkOpen, .linkClose, .whole: output.hole(piece.hole, side)
    }
  }
}
