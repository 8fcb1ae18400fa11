internal import WorkspaceModel

extension TypedFigure {
  /// The numbers of a text that stand by themselves: not those of dates, names and standards.
  static func all(in text: String) -> [TypedFigure] {
    var scanner = TypedFigureScanner(Array(text.utf8))
    return scanner.all()
  }
}

/// Reads numbers out of a text, byte by byte.
struct TypedFigureScanner {
  private let bytes: [UInt8]
  private var place = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Every number that can be read without doubt, in order.
  mutating func all() -> [TypedFigure] {
    var figures: [TypedFigure] = []
    while place < bytes.count {
      guard Self.isDigit(bytes[place]) else {
        place += 1
        continue
      }
      let start = place
      guard isFree(start), var figure = number() else {
        skipWord()
        continue
      }
      if !takeUnit(&figure) {
        place = figure.range.upperBound
        skipWord()
        continue
      }
      place = figure.range.upperBound
      figures.append(figure)
    }
    return figures
  }

  /// Whether what stands before lets a number begin.
  private func isFree(_ start: Int) -> Bool {
    guard start > 0 else { return true }
    let before = bytes[start - 1]
    if before >= 0x80 { return symbol(endingAt: start) != nil || endsWithSpace(start) || !isLetterBefore(start) }
    return " \t(\"'[<>~=$".utf8.contains(before)
  }

  /// Three bytes of a symbol such as a dash or a quotation mark are no letter.
  private func isLetterBefore(_ start: Int) -> Bool {
    guard start >= 3, bytes[start - 3] == 0xE2, bytes[start - 2] == 0x80 else { return true }
    // An en dash makes a range of two numbers, of which neither is told.
    return bytes[start - 1] == 0x93
  }

  private func endsWithSpace(_ start: Int) -> Bool {
    start >= 2 && bytes[start - 2] == 0xC2 && bytes[start - 1] == 0xA0
      || start >= 3 && bytes[start - 3] == 0xE2 && bytes[start - 2] == 0x80 && bytes[start - 1] == 0xAF
  }

  private mutating func skipWord() {
    while place < bytes.count, bytes[place] > 0x20 { place += 1 }
  }

  // MARK: Digits

  /// The number that begins here; nil when a point may part thousands or places.
  private func number() -> TypedFigure? {
    var index = place
    var whole: [UInt8] = []
    while index < bytes.count, Self.isDigit(bytes[index]) {
      whole.append(bytes[index])
      index += 1
    }
    var grouping: String?
    while whole.count <= 12, let (mark, length) = groupMark(at: index), grouping == nil || grouping == mark,
      grouping != nil || whole.count <= 3
    {
      grouping = mark
      whole += bytes[(index + length)..<(index + length + 3)]
      index += length + 3
    }
    var (fraction, hasComma): ([UInt8], Bool) = ([], false)
    if index + 1 < bytes.count, bytes[index] == UInt8(ascii: ".") || bytes[index] == UInt8(ascii: ","),
      Self.isDigit(bytes[index + 1])
    {
      hasComma = bytes[index] == UInt8(ascii: ",")
      var next = index + 1
      while next < bytes.count, Self.isDigit(bytes[next]) {
        fraction.append(bytes[next])
        next += 1
      }
      if fraction.count > 2 { return nil }
      index = next
    }
    guard whole.count <= 12,
      let value = Decimal4(Self.text(whole) + (fraction.isEmpty ? "" : "." + Self.text(fraction)))
    else { return nil }
    return TypedFigure(
      value: value, unit: .none, digits: place..<index, range: place..<index, places: fraction.count, scale: 1,
      grouping: grouping, hasDecimalComma: hasComma)
  }

  /// What parts thousands here, with its length.
  private func groupMark(at index: Int) -> (String, Int)? {
    let marks = [",", " ", "'", "\u{A0}", "\u{202F}", "\u{2019}"]
    for mark in marks {
      let length = mark.utf8.count
      let end = index + length + 3
      guard end <= bytes.count, bytes[index..<(index + length)].elementsEqual(mark.utf8),
        bytes[(index + length)..<end].allSatisfy(Self.isDigit), end == bytes.count || !Self.isDigit(bytes[end])
      else { continue }
      return (mark, length)
    }
    return nil
  }

  // MARK: Units

  /// Reads what the number counts; false when it is part of something else.
  private func takeUnit(_ figure: inout TypedFigure) -> Bool {
    let end = figure.digits.upperBound
    let after = skippingSpace(end)
    let isAttached = after == end
    let sign = currencyBefore(figure.digits.lowerBound)
    if after == bytes.count {
      figure.unit = sign.map { .money($0) } ?? .none
      return true
    }
    if isAttached, "-/:_".utf8.contains(bytes[after]) { return false }
    if isAttached, bytes[after] == UInt8(ascii: "."), after + 1 < bytes.count, bytes[after + 1] > 0x20 { return false }
    if bytes[after...].starts(with: "\u{2013}".utf8) { return false }
    if bytes[after] == UInt8(ascii: "%") {
      (figure.unit, figure.range) = (.percent, figure.range.lowerBound..<(after + 1))
      return true
    }
    if bytes[after...].starts(with: "×".utf8) {
      (figure.unit, figure.range) = (.times, figure.range.lowerBound..<(after + 2))
      return true
    }
    let word = self.word(at: after)
    // "0x1F", "8h30": the letters belong to the digits behind them.
    if word.upperBound < bytes.count, Self.isDigit(bytes[word.upperBound]) { return !isAttached }
    return takeWord(Self.text(bytes[word]), word.upperBound, &figure, isAttached: isAttached, sign: sign)
  }

  private func takeWord(
    _ word: String, _ end: Int, _ figure: inout TypedFigure, isAttached: Bool, sign: String?
  ) -> Bool {
    func become(_ unit: TypedFigure.Unit, scale: Int = 1) -> Bool {
      figure.unit = unit
      figure.range = figure.range.lowerBound..<end
      figure.scale = scale
      figure.value = figure.value * Decimal4(scale)
      return true
    }
    switch word {
    case "percent": return become(.percent)
    case "day", "days": return become(.days)
    case "x", "times": return become(.times)
    case "hour", "hours", "week", "weeks", "month", "months", "quarter", "quarters", "year", "years":
      return become(.other)
    case "of" where !isAttached: return takeWhole(end, &figure)
    default: break
    }
    if let sign {
      if word == "k" || word == "M" { return become(.money(sign), scale: word == "k" ? 1_000 : 1_000_000) }
      figure.unit = .money(sign)
      return word.isEmpty || !isAttached
    }
    let (scale, code): (Int, Substring) =
      word.first == "k"
      ? (1_000, word.dropFirst())
      : word.first == "M" && word.count == 4
        ? (1_000_000, word.dropFirst())
        : (1, word[...])
    if code.utf8.count == 3, code.utf8.allSatisfy({ (0x41...0x5A).contains($0) }) {
      return become(.money(String(code)), scale: scale)
    }
    return word.isEmpty || !isAttached
  }

  /// The other side of "3 of 4".
  private func takeWhole(_ end: Int, _ figure: inout TypedFigure) -> Bool {
    var other = self
    other.place = skippingSpace(end)
    guard figure.unit == .none, other.place > end, other.place < bytes.count, Self.isDigit(bytes[other.place]),
      let whole = other.number(), whole.places == 0
    else { return true }
    figure.unit = .of(whole.value)
    figure.range = figure.range.lowerBound..<whole.range.upperBound
    return true
  }

  /// "EUR 45,000", "€45k".
  private func currencyBefore(_ start: Int) -> String? {
    if let code = symbol(endingAt: start) { return code }
    guard start > 1, bytes[start - 1] == 0x20 else { return nil }
    if let code = symbol(endingAt: start - 1) { return code }
    guard start >= 4 else { return nil }
    let code = bytes[(start - 4)..<(start - 1)]
    let isAlone = start == 4 || !Self.isLetter(bytes[start - 5])
    return isAlone && code.allSatisfy { (0x41...0x5A).contains($0) } ? Self.text(code) : nil
  }

  private func symbol(endingAt end: Int) -> String? {
    let symbols = [("€", "EUR"), ("£", "GBP"), ("$", "USD")]
    return symbols.first { mark, _ in
      end >= mark.utf8.count && bytes[(end - mark.utf8.count)..<end].elementsEqual(mark.utf8)
    }?.1
  }

  private func skippingSpace(_ index: Int) -> Int {
    if index < bytes.count, bytes[index] == 0x20 { return index + 1 }
    for space in ["\u{A0}", "\u{202F}"] where bytes[index...].starts(with: space.utf8) {
      return index + space.utf8.count
    }
    return index
  }

  private func word(at start: Int) -> Range<Int> {
    var end = start
    while end < bytes.count, Self.isLetter(bytes[end]) { end += 1 }
    return start..<end
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) || byte >= 0xC3 }
  private static func text(_ bytes: some Sequence<UInt8>) -> String { String(decoding: Array(bytes), as: UTF8.self) }
}
