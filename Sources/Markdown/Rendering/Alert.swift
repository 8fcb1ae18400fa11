/// The five kinds of alert that GitHub knows.
enum Alert: String, CaseIterable {
  /// Worth knowing.
  case note = "NOTE"
  /// Makes things easier.
  case tip = "TIP"
  /// Needed to succeed.
  case important = "IMPORTANT"
  /// Needs attention now.
  case warning = "WARNING"
  /// Has bad outcomes.
  case caution = "CAUTION"

  /// Reads a mark such as `[!NOTE]` that stands alone, in any case.
  init?(_ text: UnsafeBufferPointer<UInt8>) {
    var words = text[...]
    while let last = words.last, last == 0x20 || last == 0x09 { words.removeLast() }
    guard words.count > 3, words.first == UInt8(ascii: "["), words.last == UInt8(ascii: "]"),
      words[words.startIndex + 1] == UInt8(ascii: "!")
    else { return nil }
    let name = words.dropFirst(2).dropLast().map { $0 & 0xDF }
    guard let found = Self.allCases.first(where: { name.elementsEqual($0.rawValue.utf8) }) else { return nil }
    self = found
  }

  /// The markup in front of its paragraphs, title included.
  var opening: String {
    let label = rawValue.prefix(1) + rawValue.dropFirst().lowercased()
    return "<div class=\"alert alert-\(rawValue.lowercased())\" role=\"note\">\n<p class=\"alert-title\">\(label)</p>"
  }
}
