/// Numbers by which states know people, where their form or check digits tell them from other numbers.
enum PersonalNumber {
  /// All of them in a text.
  static func stretches(in text: ScannedText) -> [SensitiveText.Stretch] {
    var found: [SensitiveText.Stretch] = []
    var index = 0
    let count = text.bytes.count
    while index < count {
      guard SecretBytes.isAlphanumeric(text[index]) else {
        index += 1
        continue
      }
      let end = text.run(from: index) { SecretBytes.isAlphanumeric($0) || $0 == 0x2D }
      let word = Array(text.bytes[index..<end])
      if isNumber(word) { found.append(SensitiveText.Stretch(range: index..<end, kind: .id)) }
      index = end
    }
    return found
  }

  static func isNumber(_ word: [UInt8]) -> Bool {
    switch word.count {
    case 9: isSpanish(word) || isBritish(word)
    case 11: isAmerican(word) || isGerman(word)
    case 15: isFrench(word)
    case 16: isItalian(word)
    default: false
    }
  }

  /// Letters (`A`), digits (`9`) and other signs as they are.
  private static func fits(_ word: [UInt8], _ shape: StaticString) -> Bool {
    guard word.count == shape.utf8CodeUnitCount else { return false }
    for (place, byte) in word.enumerated() {
      switch shape.utf8Start[place] {
      case UInt8(ascii: "A"): if !SecretBytes.isUpper(byte) { return false }
      case UInt8(ascii: "9"): if !SecretBytes.isDigit(byte) { return false }
      case let sign: if byte != sign { return false }
      }
    }
    return true
  }

  private static func number(_ digits: some Sequence<UInt8>) -> Int { digits.reduce(0) { $0 * 10 + Int($1 - 0x30) } }

  /// Social security numbers of the United States; some areas are never given out.
  private static func isAmerican(_ word: [UInt8]) -> Bool {
    guard fits(word, "999-99-9999") else { return false }
    let area = number(word[..<3])
    return area != 0 && area != 666 && area < 900 && number(word[4..<6]) != 0 && number(word[7...]) != 0
  }

  /// National insurance numbers of the United Kingdom.
  private static func isBritish(_ word: [UInt8]) -> Bool {
    fits(word, "AA999999A") && (0x41...0x44).contains(word[8]) && !"DFIQUV".utf8.contains(word[0])
      && !"DFIQUVO".utf8.contains(word[1])
  }

  /// Spanish identity documents, by their check letter.
  private static func isSpanish(_ word: [UInt8]) -> Bool {
    fits(word, "99999999A") && Array("TRWAGMYFPDXBNJZSQVHLCKE".utf8)[number(word[..<8]) % 23] == word[8]
  }

  /// Italian tax codes.
  private static func isItalian(_ word: [UInt8]) -> Bool { fits(word, "AAAAAA99A99A999A") }

  /// German tax numbers, by their check digit.
  private static func isGerman(_ word: [UInt8]) -> Bool {
    guard fits(word, "99999999999"), word[0] != 0x30 else { return false }
    // One or two digits occur more than once among the first ten, never more than three times.
    let counts = Dictionary(word[..<10].map { ($0, 1) }, uniquingKeysWith: +).values.sorted(by: >)
    guard let most = counts.first, most == 2 || most == 3, counts.dropFirst().allSatisfy({ $0 == 1 }) else {
      return false
    }
    var product = 10
    for digit in word[..<10] {
      var sum = (Int(digit - 0x30) + product) % 10
      if sum == 0 { sum = 10 }
      product = sum * 2 % 11
    }
    return (11 - product) % 10 == Int(word[10] - 0x30)
  }

  /// French social security numbers, by their key.
  private static func isFrench(_ word: [UInt8]) -> Bool {
    guard fits(word, "999999999999999"), word[0] == 0x31 || word[0] == 0x32 else { return false }
    let month = number(word[3..<5])
    return ((1...12).contains(month) || (20...42).contains(month))
      && 97 - number(word[..<13]) % 97 == number(word[13...])
  }
}
