/// Takes texts apart into the words that are looked up: folded, without marks, case or punctuation.
///
/// "Östermark's" is `ostermark`, "sub-meter" is `sub`, `meter` and `submeter`, "41,500" is `41500`. A sign of a writing
/// without spaces is a word by itself. The script in the browser takes queries apart in the same way.
package struct Tokenizer {
  /// How a word was written.
  package struct Shape: Sendable, Equatable {
    /// Whether it begins with a capital.
    package var isCapitalised = false
    /// Whether it is made of digits alone.
    package var isNumber = false
    /// Whether it was put together from parts with a hyphen between them.
    package var isJoined = false
  }

  /// Longer words are no words.
  private static let longest = 48

  private var word: [UInt8] = []
  private var joined: [UInt8] = []
  private var parts = 0
  private var shape = Shape()
  private var isTooLong = false

  /// A tokenizer that has read nothing.
  package init() {}

  /// All words of a text in order, as UTF-8 that is valid only during the call.
  package mutating func forEachWord(in text: String, _ body: (UnsafeBufferPointer<UInt8>, Shape) -> Void) {
    var text = text
    text.withUTF8 { bytes in
      var index = 0
      while index < bytes.count { index = step(bytes, index, body) }
      endWord(body)
      endJoined(body)
    }
  }

  /// All words of a text in order.
  package static func words(in text: String) -> [String] {
    var words: [String] = []
    var tokenizer = Tokenizer()
    tokenizer.forEachWord(in: text) { word, _ in words.append(String(decoding: word, as: UTF8.self)) }
    return words
  }

  /// Reads what stands at a place and says where to go on.
  private mutating func step(
    _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ body: (UnsafeBufferPointer<UInt8>, Shape) -> Void
  ) -> Int {
    let byte = bytes[index]
    switch byte {
    case 0x61...0x7A: append(byte, isCapital: false)
    case 0x41...0x5A: append(byte | 0x20, isCapital: true)
    case 0x30...0x39: append(digit: byte)
    case UInt8(ascii: "'"): return apostrophe(bytes, index, width: 1, body)
    case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "&"):
      let goesOn = !word.isEmpty && index + 1 < bytes.count && Self.isWordByte(bytes[index + 1])
      endWord(body)
      if !goesOn { endJoined(body) }
    case UInt8(ascii: ",") where shape.isNumber && Self.isThousands(bytes, index + 1): break
    case 0..<0x80:
      endWord(body)
      endJoined(body)
    default: return stepUnicode(bytes, index, body)
    }
    return index + 1
  }

  private mutating func stepUnicode(
    _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ body: (UnsafeBufferPointer<UInt8>, Shape) -> Void
  ) -> Int {
    let (value, width) = Self.scalar(bytes, index)
    if value == 0x2019 { return apostrophe(bytes, index, width: width, body) }
    if value >= 0x300, value <= 0x36F { return index + width }
    if value < FoldedLetters.end {
      let folded = FoldedLetters.table[Int(value)]
      if folded != 0 {
        var rest = folded
        let isCapital = word.isEmpty && Self.isUpper(value)
        while rest != 0 {
          append(UInt8(truncatingIfNeeded: rest), isCapital: isCapital)
          rest >>= 8
        }
        return index + width
      }
    }
    guard width < 4, let scalar = Unicode.Scalar(value), Self.isLetter(scalar) else {
      endWord(body)
      endJoined(body)
      return index + width
    }
    if Self.standsAlone(value) {
      endWord(body)
      endJoined(body)
      for byte in String(scalar).utf8 { append(byte, isCapital: false) }
      endWord(body)
      endJoined(body)
      return index + width
    }
    for byte in scalar.properties.lowercaseMapping.utf8 { append(byte, isCapital: false) }
    return index + width
  }

  private mutating func append(_ byte: UInt8, isCapital: Bool) {
    if word.isEmpty { shape = Shape(isCapitalised: isCapital) }
    shape.isNumber = false
    push(byte)
  }

  private mutating func append(digit: UInt8) {
    if word.isEmpty { shape = Shape(isNumber: true) }
    push(digit)
  }

  private mutating func push(_ byte: UInt8) {
    if word.count == Self.longest { isTooLong = true } else { word.append(byte) }
  }

  /// Between letters an apostrophe is nothing; with an "s" behind it, it ends the word.
  private mutating func apostrophe(
    _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, width: Int,
    _ body: (UnsafeBufferPointer<UInt8>, Shape) -> Void
  ) -> Int {
    let next = index + width
    guard !word.isEmpty, next < bytes.count, Self.isWordByte(bytes[next]) else {
      endWord(body)
      endJoined(body)
      return next
    }
    guard bytes[next] | 0x20 == UInt8(ascii: "s"), next + 1 >= bytes.count || !Self.isWordByte(bytes[next + 1]) else {
      return next
    }
    endWord(body)
    endJoined(body)
    return next + 1
  }

  private mutating func endWord(_ body: (UnsafeBufferPointer<UInt8>, Shape) -> Void) {
    guard !word.isEmpty else { return }
    if !isTooLong {
      word.withUnsafeBufferPointer { body($0, shape) }
      joined.append(contentsOf: word)
    }
    parts += isTooLong ? 9 : 1
    word.removeAll(keepingCapacity: true)
    isTooLong = false
  }

  private mutating func endJoined(_ body: (UnsafeBufferPointer<UInt8>, Shape) -> Void) {
    if parts == 2 || parts == 3, joined.count <= 32 {
      joined.withUnsafeBufferPointer { body($0, Shape(isCapitalised: shape.isCapitalised, isJoined: true)) }
    }
    joined.removeAll(keepingCapacity: true)
    parts = 0
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0xC3...: true
    default: false
    }
  }

  /// Whether exactly three digits stand at a place.
  private static func isThousands(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    guard index + 3 <= bytes.count else { return false }
    for place in index..<(index + 3) where !(0x30...0x39).contains(bytes[place]) { return false }
    return index + 3 == bytes.count || !(0x30...0x39).contains(bytes[index + 3])
  }

  private static func scalar(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> (value: UInt32, width: Int) {
    let first = bytes[index]
    let width = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard index + width <= bytes.count else { return (0xFFFD, 1) }
    var value = UInt32(first & (0xFF >> UInt8(width + 1)))
    for place in 1..<width { value = value << 6 | UInt32(bytes[index + place] & 0x3F) }
    return (value, width)
  }

  private static func isUpper(_ value: UInt32) -> Bool {
    Unicode.Scalar(value)?.properties.isUppercase ?? false
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
      .nonspacingMark, .spacingMark, .enclosingMark:
      true
    default: false
    }
  }

  /// Chinese and Japanese signs, between which nobody writes spaces.
  private static func standsAlone(_ value: UInt32) -> Bool {
    (0x3040...0x30FF).contains(value) || (0x3400...0x9FFF).contains(value) || (0xF900...0xFAFF).contains(value)
  }
}
