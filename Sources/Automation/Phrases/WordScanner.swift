/// What stands between two words.
enum WordGap: UInt8, Comparable {
  case none, comma, clause, sentence, paragraph

  static func < (left: WordGap, right: WordGap) -> Bool { left.rawValue < right.rawValue }
}

/// One word of a text.
struct ScannedWord {
  /// Of the folded letters: words that differ by case and accents only have the same.
  var hash: UInt64
  /// Bytes of the text.
  var start: Int
  var end: Int
  /// What stands before it.
  var gap: WordGap
}

/// Cuts a text into folded words, one pass over its bytes.
///
/// Words are letters, digits and apostrophes. Case and the accents of Latin letters do not count.
struct WordScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var index: Int
  private let end: Int

  /// A scanner of a part of a text.
  init(_ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>) {
    self.bytes = bytes
    index = range.lowerBound
    end = range.upperBound
  }

  private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325
  private static let prime: UInt64 = 0x0100_0000_01B3

  /// For each byte the folded letter, 0 for what ends a word, 1 for what needs a second look.
  private static let folded: [UInt8] = (0...255).map { byte in
    switch UInt8(byte) {
    case 0x30...0x39, 0x61...0x7A: UInt8(byte)
    case 0x41...0x5A: UInt8(byte) + 32
    case UInt8(ascii: "'"): UInt8(byte)
    case 0x80...0xFF: 1
    default: 0
    }
  }

  /// The next word; nil at the end.
  mutating func next() -> ScannedWord? {
    Self.folded.withUnsafeBufferPointer { folded in
      var gap = WordGap.none
      while index < end {
        let byte = bytes[index]
        let kind = folded[Int(byte)]
        if kind > 1 ? byte != UInt8(ascii: "'") : kind == 1 && letter(at: index) != nil { return word(gap, folded) }
        let width = kind == 1 ? Self.width(byte) : 1
        gap = max(gap, self.gap(byte))
        index += width
      }
      return nil
    }
  }

  private mutating func word(_ gap: WordGap, _ folded: UnsafeBufferPointer<UInt8>) -> ScannedWord {
    var word = ScannedWord(hash: Self.seed, start: index, end: index, gap: gap)
    var lastLetter = index
    // An apostrophe counts when a letter follows.
    var isApostrophePending = false
    func add(_ byte: UInt8) {
      if isApostrophePending {
        word.hash = (word.hash ^ UInt64(UInt8(ascii: "'"))) &* Self.prime
        isApostrophePending = false
      }
      word.hash = (word.hash ^ UInt64(byte)) &* Self.prime
    }
    while index < end {
      let byte = bytes[index]
      let kind = folded[Int(byte)]
      if kind > 1, byte != UInt8(ascii: "'") {
        add(kind)
        index += 1
        lastLetter = index
      } else if byte == UInt8(ascii: "'") {
        if isApostrophePending { break }
        isApostrophePending = true
        index += 1
      } else if kind == 1, let letter = letter(at: index) {
        switch letter {
        case .apostrophe:
          isApostrophePending = true
          index += 3
          continue
        case .nothing: break
        case .one(let first): add(first)
        case .two(let first, let second):
          add(first)
          add(second)
        }
        index = min(end, index + Self.width(byte))
        lastLetter = index
      } else {
        break
      }
    }
    index = lastLetter
    word.end = lastLetter
    return word
  }

  private func gap(_ byte: UInt8) -> WordGap {
    switch byte {
    case UInt8(ascii: ","): return .comma
    case UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "|"): return .clause
    case UInt8(ascii: "!"), UInt8(ascii: "?"): return .sentence
    case UInt8(ascii: "."):
      // "3.5" and "e.g.x" go on.
      return index + 1 >= end || bytes[index + 1] <= 0x22 || bytes[index + 1] == UInt8(ascii: ")")
        || bytes[index + 1] == UInt8(ascii: "*")
        ? .sentence : .none
    case 0x0A:
      var next = index + 1
      while next < end, bytes[next] == 0x20 || bytes[next] == 0x0D || bytes[next] == 0x09 { next += 1 }
      guard next < end else { return .none }
      return bytes[next] == 0x0A || "-*#>|".utf8.contains(bytes[next]) ? .paragraph : .none
    case 0xE2:
      // Dashes.
      return index + 2 < end && bytes[index + 1] == 0x80 && (bytes[index + 2] == 0x93 || bytes[index + 2] == 0x94)
        ? .clause : .none
    default: return .none
    }
  }

  private enum Letter {
    case apostrophe, nothing
    case one(UInt8)
    case two(UInt8, UInt8)
  }

  private static func width(_ lead: UInt8) -> Int { lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4 }

  /// Base letters of U+00C0 to U+017F; a space for what is no letter.
  private static let latin = Array(
    ("aaaaaaaceeeeiiiidnooooo ouuuuytsaaaaaaaceeeeiiiidnooooo ouuuuyty"
      + "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs")
      .utf8)

  /// What a character outside of ASCII is as a part of a word; nil when it ends one.
  private func letter(at place: Int) -> Letter? {
    let lead = bytes[place]
    guard place + Self.width(lead) <= end else { return nil }
    switch lead {
    case 0xC2: return bytes[place + 1] == 0xAD ? .nothing : nil
    case 0xC3:
      switch bytes[place + 1] {
      case 0x9F: return .two(UInt8(ascii: "s"), UInt8(ascii: "s"))
      case 0x86, 0xA6: return .two(UInt8(ascii: "a"), UInt8(ascii: "e"))
      default: return Self.letter(Int(bytes[place + 1]) - 0x80)
      }
    case 0xC4: return Self.letter(64 + Int(bytes[place + 1]) - 0x80)
    case 0xC5:
      if bytes[place + 1] == 0x92 || bytes[place + 1] == 0x93 { return .two(UInt8(ascii: "o"), UInt8(ascii: "e")) }
      return Self.letter(128 + Int(bytes[place + 1]) - 0x80)
    // Accents that stand by themselves.
    case 0xCC: return .nothing
    case 0xCD: return bytes[place + 1] <= 0xAF ? .nothing : .one(lead)
    case 0xE2:
      let isQuote = bytes[place + 1] == 0x80 && bytes[place + 2] == 0x99
      return isQuote && place > 0 && Self.folded[Int(bytes[place - 1])] != 0 ? .apostrophe : nil
    case 0xC6...0xDF: return .two(lead, bytes[place + 1])
    case 0xE3...0xEF: return .two(bytes[place + 1], bytes[place + 2])
    default: return nil
    }
  }

  private static func letter(_ place: Int) -> Letter? {
    guard latin.indices.contains(place) else { return nil }
    let letter = latin[place]
    return letter == 0x20 ? nil : .one(letter)
  }

  /// The folded words of a short text.
  static func words(_ text: String) -> [ScannedWord] {
    Array(text.utf8).withUnsafeBufferPointer { bytes in
      var scanner = WordScanner(bytes, in: 0..<bytes.count)
      var words: [ScannedWord] = []
      while let word = scanner.next() { words.append(word) }
      return words
    }
  }

  /// The hash of one word.
  static func hash(_ word: String) -> UInt64 { words(word).first?.hash ?? 0 }
}
