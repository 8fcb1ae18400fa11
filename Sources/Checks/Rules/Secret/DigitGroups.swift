/// Digits in groups that the same sign separates: 4111 1111 1111 1111, 2026-11-02.
struct DigitGroups {
  private(set) var groups: [Range<Int>] = []
  /// Where to look on.
  private(set) var end: Int

  /// The groups that begin at a digit.
  init(_ text: ScannedText, from start: Int) {
    var separator: UInt8 = 0
    end = start
    while groups.count < 64 {
      let close = text.run(from: end, of: SecretBytes.isDigit)
      groups.append(end..<close)
      end = close
      let next = text[close]
      guard next == 0x20 || next == 0x2D, separator == 0 || separator == next, SecretBytes.isDigit(text[close + 1])
      else { return }
      separator = next
      end = close + 1
    }
  }

  /// Stretches that are card numbers by their groups, first digits, length and check digit.
  func cards(_ text: ScannedText) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var index = 0
    while index < groups.count {
      let width = [1, 3, 4, 5].first { width in
        guard index + width <= groups.count else { return false }
        let part = groups[index..<(index + width)]
        return Self.isGrouping(part.map(\.count)) && isCard(text, part)
      }
      if let width {
        found.append(groups[index].lowerBound..<groups[index + width - 1].upperBound)
      }
      index += width ?? 1
    }
    return found
  }

  private static func isGrouping(_ sizes: [Int]) -> Bool {
    switch sizes.count {
    case 1: (13...19).contains(sizes[0])
    case 3: sizes == [4, 6, 5] || sizes == [4, 6, 4]
    default: sizes.prefix(4).allSatisfy { $0 == 4 } && (sizes.count == 4 || (1...3).contains(sizes[4]))
    }
  }

  private func isCard(_ text: ScannedText, _ part: ArraySlice<Range<Int>>) -> Bool {
    guard let first = part.first, let last = part.last else { return false }
    let before = text[first.lowerBound - 1]
    let after = text[last.upperBound]
    let isEdge = { (byte: UInt8) in !SecretBytes.isAlphanumeric(byte) && !"_/#+@".utf8.contains(byte) }
    guard isEdge(before), isEdge(after), !(before == 0x2E || before == 0x2D) || part.count > 1,
      !(after == 0x2E && SecretBytes.isDigit(text[last.upperBound + 1])), after != 0x2D || part.count > 1
    else { return false }
    let digits = part.flatMap { text.bytes[$0].map { Int($0 - 0x30) } }
    return Self.isIssued(digits) && Set(digits).count > 1 && Self.hasCheckDigit(digits) && !Self.isBarcode(digits)
  }

  /// First digits and lengths that card schemes give out.
  private static func isIssued(_ digits: [Int]) -> Bool {
    let start = digits.prefix(4).reduce(0) { $0 * 10 + $1 }
    switch start {
    case 4000...4999: return [13, 16, 19].contains(digits.count)
    case 5100...5599, 2221...2720: return digits.count == 16
    case 3400...3499, 3700...3799: return digits.count == 15
    case 3000...3059, 3600...3699, 3800...3999: return digits.count == 14
    case 3528...3589, 6011, 6440...6599, 6200...6299: return (16...19).contains(digits.count)
    default: return false
    }
  }

  /// Luhn's check digit.
  private static func hasCheckDigit(_ digits: [Int]) -> Bool {
    var sum = 0
    for (index, digit) in digits.reversed().enumerated() {
      let value = index % 2 == 1 ? digit * 2 : digit
      sum += value > 9 ? value - 9 : value
    }
    return sum % 10 == 0
  }

  /// Goods bear 13 digits as well, with a check digit of another kind.
  private static func isBarcode(_ digits: [Int]) -> Bool {
    guard digits.count == 13 else { return false }
    return digits.enumerated().reduce(0) { $0 + $1.element * ($1.offset % 2 == 1 ? 3 : 1) } % 10 == 0
  }
}
