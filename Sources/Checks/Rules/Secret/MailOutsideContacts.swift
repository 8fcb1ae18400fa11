package import Diagnostics
internal import WorkspaceModel

/// A person's mail address in a text, of a customer and in nobody's contact.
package struct MailOutsideContacts: Check {
  package let id = "mail-outside-contacts"
  package let group = CheckGroup.secrets
  package let severity = Diagnostic.Severity.note
  package let rule = "mail addresses of people at customers stand in their contacts"
  package let rationale = "What stands only in a text is not found when somebody asks for their data to be erased."
  package let examples = [
    CheckExample(
      """
      === customers/acme/interactions/2026-11-02-call.md
      Write to ▶mia.voss@acme.example first.
      === customers/acme/profile.md
      ---
      name: Acme
      domains: [acme.example]
      ---
      """),
    CheckExample(
      """
      === customers/acme/contacts.yaml
      contacts:
        - {id: mia-voss, name: Mia Voss, emails: [Mia.Voss@acme.example]}
      === customers/acme/interactions/2026-11-02-call.md
      Write to mia.voss@acme.example, to info@acme.example or to ann@elsewhere.example.
      === customers/acme/profile.md
      ---
      name: Acme
      domains: [acme.example]
      ---
      """),
  ]

  /// Boxes that belong to a function, by the first word of their name.
  private static let shared: Set<String> = [
    "abuse", "accounting", "accounts", "admin", "alerts", "ap", "ar", "billing", "buchhaltung", "career", "compliance",
    "contact", "datenschutz", "dpo", "einkauf", "energy", "finance", "hello", "help", "helpdesk", "hr", "info",
    "invoice", "invoices", "is", "it", "jobs", "kontakt", "legal", "mail", "marketing", "news", "newsletter", "no",
    "noreply",
    "office", "operations", "ops", "orders", "post", "postmaster", "press", "privacy", "procurement", "purchasing",
    "rechnung", "reception", "sales", "security", "service", "support", "sustainability", "team", "webmaster",
  ]

  package func findings(in input: CheckInput) -> [Diagnostic] {
    let workspace = input.workspace
    let domains = Set(workspace.customers.flatMap(\.domains).map { $0.lowercased() })
    if domains.isEmpty { return [] }
    var known = Set(workspace.people.compactMap { $0.email?.lowercased() })
    for list in workspace.contactLists {
      for contact in list.contacts { known.formUnion(contact.emails.map { $0.lowercased() }) }
    }
    var findings: [Diagnostic] = []
    input.forEachBody { _, text in
      var offset = 0
      while let sign = text.first(UInt8(ascii: "@"), from: offset) {
        offset = sign + 1
        guard let stretch = Self.address(text, around: sign) else { continue }
        offset = stretch.upperBound
        let mail = String(decoding: text.bytes[stretch], as: UTF8.self).lowercased()
        let domain = String(mail.utf8.drop { $0 != UInt8(ascii: "@") }.dropFirst()) ?? ""
        let word = mail.utf8.prefix { SecretBytes.isAlphanumeric($0) }
        guard Self.belongs(domain, to: domains), !known.contains(mail), !Self.shared.contains(String(word) ?? "")
        else { continue }
        findings.append(
          finding(
            "'\(mail)' is in nobody's contact", at: text.range(stretch),
            help: "add it to the contact in contacts.yaml, or take it out"))
      }
    }
    return findings
  }

  /// The address around a sign; nil when there is none.
  static func address(_ text: ScannedText, around sign: Int) -> Range<Int>? {
    let isName = { (byte: UInt8) in SecretBytes.isURLSafe(byte) || ".+%".utf8.contains(byte) }
    var start = sign
    while start > 0, sign - start < 64, isName(text[start - 1]) { start -= 1 }
    while start < sign, !SecretBytes.isAlphanumeric(text[start]) { start += 1 }
    var end = text.run(from: sign + 1) { SecretBytes.isAlphanumeric($0) || $0 == 0x2D || $0 == 0x2E }
    while end > sign, !SecretBytes.isAlphanumeric(text[end - 1]) { end -= 1 }
    guard start < sign, end > sign + 3, text.bytes[sign..<end].contains(0x2E) else { return nil }
    return start..<end
  }

  /// Whether a domain, or one above it, is a customer's.
  private static func belongs(_ domain: String, to domains: Set<String>) -> Bool {
    var rest = domain[...]
    while true {
      if domains.contains(String(rest)) { return true }
      guard let dot = rest.utf8.firstIndex(of: 0x2E) else { return false }
      rest = rest[rest.utf8.index(after: dot)...]
    }
  }
}
