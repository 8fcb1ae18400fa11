package import Diagnostics
internal import WorkspaceModel

/// A telephone number in a customer's text that is in nobody's contact.
package struct PhoneOutsideContacts: Check {
  package let id = "phone-outside-contacts"
  package let group = CheckGroup.secrets
  package let severity = Diagnostic.Severity.note
  package let rule = "telephone numbers of people at customers stand in their contacts"
  package let rationale = "What stands only in a text is not found when somebody asks for their data to be erased."
  package let examples = [
    CheckExample(
      """
      === customers/acme/interactions/2026-11-02-call.md
      Her mobile is ▶+46 70 174 06 58.
      """),
    CheckExample(
      """
      === customers/acme/contacts.yaml
      contacts:
        - {id: mia-voss, name: Mia Voss, phones: ["+46701740658"]}
      === customers/acme/interactions/2026-11-02-call.md
      Her mobile is +46 (0)70 174 06 58. The budget moved by +12 500 000 SEK, and sites by +3.
      """),
  ]

  package func findings(in input: CheckInput) -> [Diagnostic] {
    var known: Set<[UInt8]> = []
    for list in input.workspace.contactLists {
      for phone in list.contacts.flatMap(\.phones) { known.insert(Self.digits(Array(phone.utf8))) }
    }
    var findings: [Diagnostic] = []
    input.forEachBody { source, text in
      guard source.path.isInside("customers") else { return }
      var offset = 0
      while let plus = text.first(UInt8(ascii: "+"), from: offset) {
        offset = plus + 1
        guard !SecretBytes.isURLSafe(text[plus - 1]), (0x31...0x39).contains(text[plus + 1]),
          let stretch = Self.number(text, plus)
        else { continue }
        offset = stretch.upperBound
        if known.contains(Self.digits(Array(text.bytes[stretch]))) { continue }
        findings.append(
          finding(
            "telephone number\(SecretBytes.tail(text.bytes[stretch])) is in nobody's contact", at: text.range(stretch),
            help: "add it to the contact in contacts.yaml, or take it out"))
      }
    }
    return findings
  }

  /// A number of 8 to 15 digits with single signs between them; an amount in thousands is none.
  static func number(_ text: ScannedText, _ plus: Int) -> Range<Int>? {
    var end = plus + 1
    var groups: [Int] = [0]
    while true {
      if SecretBytes.isDigit(text[end]) {
        groups[groups.count - 1] += 1
        end += 1
        continue
      }
      let next = text.run(from: end) { " -./()".utf8.contains($0) }
      guard next > end, next - end <= 2, SecretBytes.isDigit(text[next]) else { break }
      groups.append(0)
      end = next
    }
    let count = groups.reduce(0, +)
    guard (8...15).contains(count), !SecretBytes.isURLSafe(text[end]), text[end] != UInt8(ascii: "%") else {
      return nil
    }
    let isAmount = groups.count > 1 && groups.dropFirst().allSatisfy { $0 == 3 } && count <= 9
    return isAmount ? nil : plus..<end
  }

  /// The digits that are dialled from abroad: without the (0) for calls within the country.
  private static func digits(_ bytes: [UInt8]) -> [UInt8] {
    var digits: [UInt8] = []
    for (index, byte) in bytes.enumerated() where SecretBytes.isDigit(byte) {
      let isTrunk =
        byte == 0x30 && index > 0 && bytes[index - 1] == 0x28 && index + 1 < bytes.count && bytes[index + 1] == 0x29
      if !isTrunk { digits.append(byte) }
    }
    return digits
  }
}
