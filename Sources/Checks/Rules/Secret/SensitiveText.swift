internal import Diagnostics
internal import WorkspaceModel

/// Finds in a text what must not leave the machine, by the checks that look for secrets in files.
package struct SensitiveText: Sendable {
  /// What was found.
  package enum Kind: String, Sendable, CaseIterable {
    /// A token, key or password, which nobody gets back.
    case secret
    case card, iban, email, phone
    /// A number by which a state knows somebody.
    case id
  }

  /// A stretch of bytes.
  package struct Stretch: Sendable, Hashable {
    package var range: Range<Int>
    package var kind: Kind
  }

  private static let path: RepoPath = "text.md"
  private let checks: [any Check] = [
    SecretToken(), PrivateKey(), PasswordInURL(), AssignedSecret(), CardNumber(), IBAN(),
  ]

  /// A finder for all kinds.
  package init() {}

  /// All stretches in order, none over another.
  package func stretches(in bytes: [UInt8]) -> [Stretch] {
    let input = CheckInput(
      workspace: Workspace(), files: [WorkspaceFile(path: Self.path, content: .bytes(bytes), hash: "")],
      documents: [:], today: Day(number: 0))
    var found: [Stretch] = []
    var lineStarts = [0]
    for (place, byte) in bytes.enumerated() where byte == 0x0A { lineStarts.append(place + 1) }
    func offset(_ position: SourcePosition) -> Int {
      min(bytes.count, lineStarts[min(position.line, lineStarts.count) - 1] + position.column - 1)
    }
    for check in checks {
      for finding in check.findings(in: input) {
        let start = offset(finding.range.start)
        var end = max(start, offset(finding.range.end))
        var kind = Kind.secret
        switch finding.id {
        case "card-number": kind = .card
        case "iban": kind = .iban
        case "private-key": end = Self.endOfKey(bytes, from: end)
        default: break
        }
        if end > start { found.append(Stretch(range: start..<end, kind: kind)) }
      }
    }
    bytes.withUnsafeBufferPointer { buffer in
      let text = ScannedText(Self.path, buffer)
      found += Self.mails(text) + Self.phones(text) + PersonalNumber.stretches(in: text)
    }
    return Self.apart(found)
  }

  /// The end of a key in text form: the line that closes it, or the end of the text.
  private static func endOfKey(_ bytes: [UInt8], from start: Int) -> Int {
    let mark = Array("-----END ".utf8)
    var place = start
    while place + mark.count <= bytes.count {
      if bytes[place..<place + mark.count].elementsEqual(mark) {
        return bytes[place...].firstIndex(of: 0x0A) ?? bytes.count
      }
      place += 1
    }
    return bytes.count
  }

  private static func mails(_ text: ScannedText) -> [Stretch] {
    var found: [Stretch] = []
    var offset = 0
    while let sign = text.first(UInt8(ascii: "@"), from: offset) {
      offset = sign + 1
      guard let range = MailOutsideContacts.address(text, around: sign) else { continue }
      offset = range.upperBound
      found.append(Stretch(range: range, kind: .email))
    }
    return found
  }

  private static func phones(_ text: ScannedText) -> [Stretch] {
    var found: [Stretch] = []
    var offset = 0
    while let plus = text.first(UInt8(ascii: "+"), from: offset) {
      offset = plus + 1
      guard !SecretBytes.isURLSafe(text[plus - 1]), (0x31...0x39).contains(text[plus + 1]),
        let range = PhoneOutsideContacts.number(text, plus)
      else { continue }
      offset = range.upperBound
      found.append(Stretch(range: range, kind: .phone))
    }
    return found
  }

  /// Of two that overlap the one that begins first, and of those the longer one, stands for both.
  private static func apart(_ stretches: [Stretch]) -> [Stretch] {
    let sorted = stretches.sorted { left, right in
      let (one, two) = (left.range, right.range)
      if one.lowerBound != two.lowerBound { return one.lowerBound < two.lowerBound }
      if one.upperBound != two.upperBound { return one.upperBound > two.upperBound }
      return left.kind == .secret && right.kind != .secret
    }
    var apart: [Stretch] = []
    for stretch in sorted {
      guard let last = apart.last, stretch.range.lowerBound < last.range.upperBound else {
        apart.append(stretch)
        continue
      }
      // What overlaps in part is hidden as a whole, and stays hidden when any of it is a secret.
      apart[apart.count - 1].range = last.range.lowerBound..<max(last.range.upperBound, stretch.range.upperBound)
      if stretch.kind == .secret { apart[apart.count - 1].kind = .secret }
    }
    return apart
  }
}
