/// Cuts text into words, signs and white space, never inside a character as readers see it or inside an entity.
///
/// A word is a run of letters and digits, with the apostrophe of "don't" and the point of "1.5"; Chinese and Japanese
/// have no spaces, so each of their signs is a word. Whatever extends a character stays with it.
struct WordScanner {
  /// What a piece of text is.
  enum Kind: UInt8 { case space, word, sign }

  private let bytes: UnsafeBufferPointer<UInt8>
  private let end: Int
  private let readsEntities: Bool
  /// Where the next piece begins.
  private(set) var position: Int

  /// A scanner of a part of well-formed UTF-8.
  init(_ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>, readsEntities: Bool) {
    self.bytes = bytes
    position = range.lowerBound
    end = range.upperBound
    self.readsEntities = readsEntities
  }

  /// The next piece; nil at the end.
  mutating func next() -> (kind: Kind, range: Range<Int>)? {
    guard position < end else { return nil }
    let start = position
    if Self.isSpace(bytes[position]) {
      while position < end, Self.isSpace(bytes[position]) { position += 1 }
      return isFollowedByExtender ? (extendSign(), start..<position) : (.space, start..<position)
    }
    let first = step()
    switch first {
    case .letter, .digit:
      continueWord(after: first)
      return (.word, start..<position)
    case .ideograph: return (.word, start..<position)
    case .sign: return (.sign, start..<position)
    }
  }

  private enum Group { case letter, digit, ideograph, sign }

  /// A space with an accent on it is a sign.
  private mutating func extendSign() -> Kind {
    consumeExtenders()
    return .sign
  }

  private var isFollowedByExtender: Bool {
    position < end && bytes[position] >= 0x80 && ScalarGroup.extends(scalar(at: position).value)
  }

  private mutating func continueWord(after first: Group) {
    var last = first
    while position < end {
      let before = position
      let byte = bytes[position]
      let joins =
        last == .letter && (byte == UInt8(ascii: "'") || isTypographicApostrophe(at: position))
        || last == .digit && (byte == UInt8(ascii: ".") || byte == UInt8(ascii: ","))
      let next = step()
      if next == .letter || next == .digit {
        last = next
      } else if joins, position < end, position - before <= 3, step() == last {
        continue
      } else {
        position = before
        return
      }
    }
  }

  private func isTypographicApostrophe(at place: Int) -> Bool {
    place + 2 < end && bytes[place] == 0xE2 && bytes[place + 1] == 0x80 && bytes[place + 2] == 0x99
  }

  /// Takes one character with all that extends it.
  private mutating func step() -> Group {
    let byte = bytes[position]
    let group: Group
    if byte < 0x80 {
      group = Self.isDigit(byte) ? .digit : Self.isLetter(byte) ? .letter : .sign
      position = byte == UInt8(ascii: "&") && readsEntities ? entityEnd(from: position) : position + 1
    } else {
      let (value, length) = scalar(at: position)
      position += length
      group =
        switch ScalarGroup(value) {
        case .letter: .letter
        case .digit: .digit
        case .ideograph: .ideograph
        case .sign: .sign
        case .region: takeSecondRegion()
        }
    }
    consumeExtenders()
    return group
  }

  private mutating func takeSecondRegion() -> Group {
    if position < end, bytes[position] >= 0x80 {
      let (value, length) = scalar(at: position)
      if ScalarGroup(value) == .region { position += length }
    }
    return .sign
  }

  /// Takes accents, joiners and what joiners join.
  private mutating func consumeExtenders() {
    while position < end, bytes[position] >= 0x80 {
      let (value, length) = scalar(at: position)
      guard ScalarGroup.extends(value) else { break }
      position += length
      if value == 0x200D, position < end, bytes[position] >= 0x80 { position += scalar(at: position).length }
    }
  }

  /// Behind `&amp;`, or behind `&` alone.
  private func entityEnd(from start: Int) -> Int {
    var index = start + 1
    while index < end, index - start < 10 {
      if bytes[index] == UInt8(ascii: ";") { return index + 1 }
      guard Self.isLetter(bytes[index]) || Self.isDigit(bytes[index]) || bytes[index] == UInt8(ascii: "#") else {
        break
      }
      index += 1
    }
    return start + 1
  }

  private func scalar(at place: Int) -> (value: UInt32, length: Int) {
    let first = bytes[place]
    let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard first >= 0xC0, place + length <= end else { return (0xFFFD, 1) }
    var value = UInt32(first & (0x7F >> UInt8(length)))
    for index in place + 1..<place + length { value = value << 6 | UInt32(bytes[index] & 0x3F) }
    return (value, length)
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte >= 0x09 && byte <= 0x0D }
  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
  private static func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }
}
