package import Diagnostics
internal import WorkspaceModel

/// An address with a user and a password.
package struct PasswordInURL: Check {
  package let id = "password-in-url"
  package let group = CheckGroup.secrets
  package let severity = Diagnostic.Severity.error
  package let rule = "no address holds a password"
  package let rationale = "An address is copied, logged and sent on, and the password goes with it."
  package let examples = [
    CheckExample(
      """
      === workspace-setup/integrations/billing.yaml
      url: postgres://report:\("")▶n4Vt2kQ8@db.example.org/billing
      """),
    CheckExample(
      """
      === workspace-setup/integrations/billing.yaml
      url: postgres://report:${DB_PASSWORD}@db.example.org/billing
      port: https://example.org:8443/a@b
      form: https://user:password@host/path
      """),
  ]

  private static let placeholders: Set<String> = [
    "pass", "passwd", "password", "passwort", "pwd", "secret", "token", "p", "pw", "api_key", "apikey", "key",
  ]

  package func findings(in input: CheckInput) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    input.forEachText { text in
      var offset = 0
      while let colon = text.first(0x3A, from: offset) {
        offset = colon + 1
        guard text[colon + 1] == 0x2F, text[colon + 2] == 0x2F, SecretBytes.isAlphanumeric(text[colon - 1]),
          SecretBytes.isAlphanumeric(text[colon - 2])
        else { continue }
        let start = colon + 3
        let end = text.run(from: start) { !Self.endsUser($0) }
        offset = end
        guard text[end] == UInt8(ascii: "@"), end - start <= 512,
          SecretBytes.isAlphanumeric(text[end + 1]) || text[end + 1] == UInt8(ascii: "["),
          let cut = text.bytes[start..<end].firstIndex(of: 0x3A), Self.isPassword(text.bytes[(cut + 1)..<end])
        else { continue }
        findings.append(
          finding(
            "password in an address\(SecretBytes.tail(text.bytes[(cut + 1)..<end]))", at: text.range((cut + 1)..<end),
            help: "change the password, and write '${…}' in its place"))
      }
    }
    return findings
  }

  private static func endsUser(_ byte: UInt8) -> Bool {
    byte <= 0x20 || "/?#@\"'<>`|()[]\\".utf8.contains(byte)
  }

  private static func isPassword(_ bytes: some BidirectionalCollection<UInt8>) -> Bool {
    guard let first = bytes.first, !"${%<*".utf8.contains(first), Set(bytes).count > 1 else { return false }
    if placeholders.contains(String(decoding: bytes, as: UTF8.self).lowercased()) { return false }
    return !SecretBytes.isPlaceholder(bytes)
  }
}
