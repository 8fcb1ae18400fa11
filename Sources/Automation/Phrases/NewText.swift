/// Leaves out of a mail what somebody wrote before: quoted lines, forwarded mails, signatures.
enum NewText {
  /// The parts of a text that are new, in order; lines are never cut.
  static func parts(of bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    let lines = lines(of: bytes)
    var parts: [Range<Int>] = []
    var place = 0
    func text(_ number: Int) -> String {
      guard lines.indices.contains(number) else { return "" }
      let line = UnsafeBufferPointer(rebasing: bytes[lines[number]])
      return String(decoding: line.drop { $0 == 0x20 || $0 == 0x09 }.prefix(240), as: UTF8.self).trimmed
    }
    while place < lines.count {
      let line = text(place)
      if line.hasPrefix(">") || line.hasPrefix("&gt;") {
        place += 1
        continue
      }
      if isEnd(line, next: text(place + 1), then: text(place + 2)) { break }
      if isFarewell(line) {
        // What follows is a name and an address, unless somebody thought of something more.
        place += 1
        while place < lines.count, !isPostscript(text(place)) { place += 1 }
        continue
      }
      if let last = parts.last, last.upperBound == lines[place].lowerBound {
        parts[parts.count - 1] = last.lowerBound..<lines[place].upperBound
      } else {
        parts.append(lines[place])
      }
      place += 1
    }
    return parts
  }

  private static func lines(of bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    for place in bytes.indices where bytes[place] == 0x0A {
      lines.append(start..<place + 1)
      start = place + 1
    }
    if start < bytes.count { lines.append(start..<bytes.count) }
    return lines
  }

  private static let introductions: [(begin: String, end: [String])] = [
    ("On ", ["wrote:", "writes:"]), ("Am ", ["schrieb:", "geschrieben:"]), ("Den ", ["skrev:"]),
    ("Le ", ["écrit :", "écrit:"]),
    ("Il ", ["scritto:"]), ("El ", ["escribió:"]), ("Op ", ["schreef:"]), ("Em ", ["escreveu:"]),
  ]

  private static let headers: [(first: String, second: [String])] = [
    ("From:", ["Sent:", "Date:", "To:"]), ("Von:", ["Gesendet:", "Datum:", "An:"]),
    ("Från:", ["Skickat:", "Datum:", "Till:"]),
    ("De :", ["Envoyé :", "Date :"]), ("Da:", ["Inviato:", "Data:"]),
  ]

  /// Whether everything from here on is older.
  private static func isEnd(_ line: String, next: String, then: String) -> Bool {
    if line == "--" || line == "-- " || line.hasPrefix("____________") { return true }
    if line.hasPrefix("-----"),
      line.contains("Message") || line.contains("Nachricht") || line.contains("meddelande")
        || line.lowercased().contains("forward")
    {
      return true
    }
    if line.hasPrefix("---------- Forwarded") || line.hasPrefix("Begin forwarded message") { return true }
    for (begin, ends) in introductions where line.hasPrefix(begin) {
      // Long ones are broken in two; "Am 3. März schrieb Maja Lind <…>:" has the verb in the middle.
      let both = line.hasSuffix(":") ? line : "\(line) \(next)"
      if ends.contains(where: { both.hasSuffix($0) }) { return true }
      if both.hasSuffix(":"), both.contains(where: \.isNumber),
        ends.contains(where: { both.contains(" \($0.dropLast()) ") })
      {
        return true
      }
    }
    for (first, seconds) in headers where plain(line).hasPrefix(first) {
      if seconds.contains(where: { plain(next).hasPrefix($0) || plain(then).hasPrefix($0) }) { return true }
    }
    return false
  }

  private static func plain(_ line: String) -> String { line.filter { $0 != "*" } }

  private static let farewells: Set<String> = [
    "kind regards", "best regards", "regards", "warm regards", "best", "best wishes", "many thanks", "thanks",
    "thank you", "cheers", "yours sincerely", "yours faithfully", "sincerely", "with kind regards",
    "mit freundlichen grüßen", "mit freundlichen grüssen", "viele grüße", "beste grüße", "liebe grüße",
    "freundliche grüße",
    "mfg", "vänliga hälsningar", "med vänlig hälsning", "med vänliga hälsningar", "hälsningar", "mvh", "cordialement",
    "bien à vous", "cordiali saluti", "sent from my iphone", "sent from my phone",
  ]

  private static func isFarewell(_ line: String) -> Bool {
    guard line.utf8.count <= 40 else { return false }
    let words = line.lowercased().filter { $0.isLetter || $0 == " " }.trimmed
    return farewells.contains(words)
  }

  private static func isPostscript(_ line: String) -> Bool {
    ["PS", "P.S.", "PPS", "P. S."].contains { line.hasPrefix($0) }
  }
}

extension String {
  /// Without blanks at both ends.
  var trimmed: String {
    let start = drop(while: \.isWhitespace)
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...last])
  }
}
