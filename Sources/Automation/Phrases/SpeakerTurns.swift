/// Who said something.
package enum SpeakerSide: String, CaseIterable, Sendable {
  /// Somebody at the customer.
  case external
  /// Somebody of ours; also what we wrote down in our own words.
  case `internal`
  /// A machine, or nobody can tell.
  case unknown
}

/// Tells for each part of an interaction's text who said it.
struct SpeakerTurns {
  /// A part of the text with one speaker.
  struct Turn: Hashable {
    var side: SpeakerSide
    var range: Range<Int>
  }

  /// How a text is laid out.
  enum Form {
    /// One person wrote it all.
    case letter(SpeakerSide)
    /// Lines that begin with a name.
    case talk
    /// Our own notes, in which others are quoted.
    case notes
  }

  /// Names that people are called by, folded, with their side.
  private let names: [(name: String, side: SpeakerSide)]

  /// Turns of a conversation between these people; full names, first and last names are all known.
  init(_ people: [(name: String, side: SpeakerSide)]) {
    var names: [String: SpeakerSide] = [:]
    for (name, side) in people {
      let parts = name.split(separator: " ").map { String($0).lowercased() }
      for key in Set([name.lowercased()] + [parts.first, parts.last].compactMap(\.self)) where key.count > 1 {
        // Two people of one name on both sides: nobody can tell.
        names[key] = names[key].map { $0 == side ? side : .unknown } ?? side
      }
    }
    for word in ["customer", "client", "prospect", "buyer"] where names[word] == nil { names[word] = .external }
    self.names = names.map { ($0.key, $0.value) }.sorted { $0.name < $1.name }
  }

  /// The turns of the parts of a text, in order.
  func turns(of bytes: UnsafeBufferPointer<UInt8>, _ parts: [Range<Int>], _ form: Form) -> [Turn] {
    switch form {
    case .letter(let side): return parts.map { Turn(side: side, range: $0) }
    case .talk: return parts.flatMap { spoken(bytes, $0, otherwise: .unknown) }
    case .notes:
      return parts.flatMap { spoken(bytes, $0, otherwise: .internal) }.flatMap { turn in
        turn.side == .internal ? quoted(bytes, turn.range) : [turn]
      }
    }
  }

  /// Cuts at lines that begin with a name; paragraphs without one go on as they began in talk, and as ours in notes.
  private func spoken(
    _ bytes: UnsafeBufferPointer<UInt8>, _ part: Range<Int>, otherwise: SpeakerSide
  ) -> [Turn] {
    var turns: [Turn] = []
    var side = otherwise
    var place = part.lowerBound
    var wasBlank = true
    while place < part.upperBound {
      var end = place
      while end < part.upperBound, bytes[end] != 0x0A { end += 1 }
      end = min(end + 1, part.upperBound)
      let line = String(decoding: UnsafeBufferPointer(rebasing: bytes[place..<min(end, place + 80)]), as: UTF8.self)
      let isBlank = line.allSatisfy(\.isWhitespace)
      if let named = speaker(of: line) {
        side = named
      } else if otherwise == .internal, wasBlank || line.hasPrefix("-") || line.hasPrefix("#") || line.hasPrefix("*") {
        side = .internal
      }
      wasBlank = isBlank
      if let last = turns.last, last.side == side {
        turns[turns.count - 1].range = last.range.lowerBound..<end
      } else {
        turns.append(Turn(side: side, range: place..<end))
      }
      place = end
    }
    return turns
  }

  /// `**Dilys** 13:47:`, `Gareth:`, `- Karin: …`, `[13:47] Dilys:`.
  private func speaker(of line: String) -> SpeakerSide? {
    var rest = line.drop { $0 == " " || $0 == "-" || $0 == "*" || $0 == "•" || $0 == "\t" || $0 == "_" }
    if rest.first == "[", let close = rest.firstIndex(of: "]") {
      rest = rest[rest.index(after: close)...].drop { $0 == " " || $0 == "*" }
    }
    guard let colon = rest.firstIndex(of: ":"), rest[..<colon].count <= 48 else { return nil }
    var head = String(rest[..<colon]).lowercased()
    if let star = head.firstIndex(of: "*") { head = String(head[..<star]) }
    if let bracket = head.firstIndex(where: { $0 == "(" || $0 == "," || $0.isNumber }) {
      head = String(head[..<bracket])
    }
    return side(of: head.trimmed)
  }

  private func side(of name: String) -> SpeakerSide? {
    var (low, high) = (0, names.count)
    while low < high {
      let middle = (low + high) / 2
      if names[middle].name < name { low = middle + 1 } else { high = middle }
    }
    return low < names.count && names[low].name == name ? names[low].side : nil
  }

  /// Gives what stands in quotation marks to whoever was named last in the paragraph, else to whoever is named next.
  private func quoted(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> [Turn] {
    var turns: [Turn] = []
    var place = range.lowerBound
    var open: Int?
    var lastNamed: SpeakerSide?
    var wordStart: Int?
    func close(_ end: Int, _ side: SpeakerSide) {
      if place < end { turns.append(Turn(side: side, range: place..<end)) }
      place = end
    }
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      let isLetter = byte >= 0x80 || (byte | 32) >= 0x61 && (byte | 32) <= 0x7A
      let mark = Self.mark(bytes, index, range.upperBound)
      if isLetter, mark == nil {
        if wordStart == nil { wordStart = index }
      } else if let start = wordStart {
        wordStart = nil
        if open == nil, let side = side(of: word(bytes, start..<index)) { lastNamed = side }
      }
      if byte == 0x0A, index + 1 < range.upperBound, bytes[index + 1] == 0x0A {
        // A quotation that is never closed ends with its paragraph.
        if open != nil { close(index, lastNamed ?? .unknown) }
        open = nil
        lastNamed = nil
      }
      if let width = mark {
        if open == nil {
          close(index, .internal)
          open = index
        } else {
          let side = lastNamed ?? named(after: index + width, bytes, range.upperBound) ?? .unknown
          close(index + width, side)
          open = nil
        }
        index += width
      } else {
        index += 1
      }
    }
    close(range.upperBound, open == nil ? .internal : lastNamed ?? .unknown)
    return turns
  }

  private func word(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self).lowercased()
  }

  /// The side of a name within the next words, as in `"…", said Reto`.
  private func named(after start: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ end: Int) -> SpeakerSide? {
    let text = String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<min(end, start + 48)]), as: UTF8.self)
    let line = text.split(separator: "\n", omittingEmptySubsequences: false).first ?? ""
    for word in line.split(whereSeparator: { !$0.isLetter }).prefix(5) {
      if let side = side(of: word.lowercased()) { return side }
    }
    return nil
  }

  /// The bytes of a double quotation mark; nil when there is none.
  private static func mark(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int, _ end: Int) -> Int? {
    if bytes[place] == UInt8(ascii: "\"") { return 1 }
    guard bytes[place] == 0xE2, place + 2 < end, bytes[place + 1] == 0x80 else { return nil }
    return [0x9C, 0x9D, 0x9E].contains(bytes[place + 2]) ? 3 : nil
  }
}
