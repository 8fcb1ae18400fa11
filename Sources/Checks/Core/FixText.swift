internal import Diagnostics

/// The bytes of a file, and where in them the places of findings lie.
struct FixText {
  /// Why an edit cannot be made.
  enum Misfit: String {
    case outside = "its place lies outside the file"
    case reversed = "its end lies before its start"
    case insideCharacter = "its place lies inside a character"
    case insideLineEnd = "its place lies between CR and LF"
    case notUTF8 = "its line is not UTF-8, so that columns are uncertain"
    case behindMark = "the line begins with a byte order mark, which goes first"
  }

  /// The file as it is.
  let bytes: [UInt8]
  private let starts: [Int]
  private let hasMark: Bool

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var starts = [0]
    for (index, byte) in bytes.enumerated() where byte == 0x0A { starts.append(index + 1) }
    self.starts = starts
    hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
  }

  /// The bytes that an edit replaces.
  ///
  /// On the first line of a file with a byte order mark, some count from before the mark and some from behind it, so
  /// only the repair that removes the mark, `isRaw`, is made there; the others follow in the next round.
  func stretch(of edit: FixIt.Edit, isRaw: Bool) -> Result<Range<Int>, MisfitError> {
    let (start, end) = (edit.range.start, edit.range.end)
    if hasMark, start.line == 1, !isRaw { return .failure(.init(.behindMark)) }
    guard let from = offset(start), let upTo = offset(end) else { return .failure(.init(.outside)) }
    if upTo < from { return .failure(.init(.reversed)) }
    if cutsLineEnd(from) || cutsLineEnd(upTo), !changesReturnsAlone(from..<upTo, edit.replacement) {
      return .failure(.init(.insideLineEnd))
    }
    if cutsCharacter(from) || cutsCharacter(upTo) { return .failure(.init(.insideCharacter)) }
    if !isUTF8(line: start.line) || !isUTF8(line: end.line) { return .failure(.init(.notUTF8)) }
    return .success(from..<upTo)
  }

  /// A misfit as an error.
  struct MisfitError: Error {
    var misfit: Misfit

    init(_ misfit: Misfit) {
      self.misfit = misfit
    }
  }

  /// The replacement with the line ends of the place where it goes; an edit that is about line ends stays as it is.
  func replacement(of edit: FixIt.Edit, at stretch: Range<Int>) -> [UInt8] {
    let new = Array(edit.replacement.utf8)
    guard new.contains(0x0A), !changesReturnsAlone(stretch, edit.replacement),
      hasCarriageReturn(around: edit.range.start.line)
    else { return new }
    var converted: [UInt8] = []
    for byte in new {
      if byte == 0x0A, converted.last != 0x0D { converted.append(0x0D) }
      converted.append(byte)
    }
    return converted
  }

  /// Whether an edit puts in or takes out carriage returns and nothing else.
  private func changesReturnsAlone(_ stretch: Range<Int>, _ replacement: String) -> Bool {
    let kept = bytes[stretch].lazy.filter { $0 != 0x0D }
    return !stretch.isEmpty && kept.elementsEqual(replacement.utf8.lazy.filter { $0 != 0x0D })
  }

  private func hasCarriageReturn(around line: Int) -> Bool {
    let next = line < starts.count ? line : line - 1
    guard next > 0, next < starts.count, starts[next] >= 2 else { return false }
    return bytes[starts[next] - 2] == 0x0D
  }

  private func offset(_ place: SourcePosition) -> Int? {
    guard place.line >= 1, place.line <= starts.count, place.column >= 1 else { return nil }
    let start = starts[place.line - 1]
    let end = place.line < starts.count ? starts[place.line] - 1 : bytes.count
    guard place.column - 1 <= end - start else { return nil }
    return start + place.column - 1
  }

  private func cutsLineEnd(_ offset: Int) -> Bool {
    offset > 0 && offset < bytes.count && bytes[offset - 1] == 0x0D && bytes[offset] == 0x0A
  }

  private func cutsCharacter(_ offset: Int) -> Bool { offset < bytes.count && bytes[offset] & 0xC0 == 0x80 }

  private func isUTF8(line: Int) -> Bool {
    let end = line < starts.count ? starts[line] : bytes.count
    let content = bytes[starts[line - 1]..<end]
    return content.allSatisfy { $0 < 0x80 } || String(validating: content, as: UTF8.self) != nil
  }
}
