package import Diagnostics
internal import WorkspaceModel

/// A random text that is given to something called a password or a token.
package struct AssignedSecret: Check {
  package let id = "assigned-secret"
  package let group = CheckGroup.secrets
  package let severity = Diagnostic.Severity.warning
  package let rule = "no password, secret, token or API key is written out"
  package let rationale = "It looks like a real one, which everybody who reads the repository could use."
  package let examples = [
    CheckExample(
      """
      === workspace-setup/integrations/usage.yaml
      api_key: ▶9f\("Kq2vT7")xLr4ZwB1
      """),
    CheckExample(
      """
      === workspace-setup/integrations/usage.yaml
      token: ${USAGE_TOKEN_2026}
      secret: vault/sales/usage-2026
      password: ask the owner of the integration
      max_tokens: 8f3Kq2vT7xLr4ZwB1
      """),
  ]

  private static let words = [
    "password", "passwd", "passwort", "pwd", "secret", "token", "api_key", "apikey", "api-key", "access_key",
    "accesskey", "access-key", "secret_key", "secretkey", "client_secret", "private_token", "auth_token",
  ].map { Array($0.utf8) }

  private let filter = PairFilter(words, foldsCase: true)
  private let scanner = TokenScanner()

  package func findings(in input: CheckInput) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    input.forEachText { text in
      let fixed = text
      filter.forEachCandidate(in: fixed.bytes) { offset, number in
        let word = Self.words[number]
        guard offset + word.count < fixed.bytes.count else { return nil }
        for index in word.indices where Self.folded(fixed.bytes[offset + index]) != word[index] { return nil }
        guard let value = Self.value(in: fixed, after: offset + word.count),
          !scanner.hasToken(in: fixed, at: value.lowerBound)
        else { return nil }
        let name = String(decoding: word, as: UTF8.self)
        findings.append(
          finding(
            "\(name)\(SecretBytes.tail(fixed.bytes[value])) is written out", at: text.range(value),
            help: "change it if it is real, and name the variable or vault that holds it instead"))
        return value.upperBound
      }
    }
    return findings
  }

  private static func folded(_ byte: UInt8) -> UInt8 { SecretBytes.isUpper(byte) ? byte + 32 : byte }

  /// The value that is given to a name which ends at an offset; nil when there is none that could be secret.
  private static func value(in text: ScannedText, after name: Int) -> Range<Int>? {
    let isMark = { (byte: UInt8) in "\"'`*_ \t\\".utf8.contains(byte) }
    var offset = text.run(from: name, limit: 5, of: isMark)
    guard offset - name <= 4, text[offset] == 0x3A || text[offset] == 0x3D else { return nil }
    // ':=' and '=>' give, '==' compares, '://' is an address.
    if text[offset + 1] == 0x2F || text[offset] == 0x3D && text[offset + 1] == 0x3D { return nil }
    offset += text[offset + 1] == 0x3D || text[offset + 1] == 0x3E ? 2 : 1
    let start = text.run(from: offset, limit: 7, of: isMark)
    guard start - offset <= 6 else { return nil }
    let end = text.run(from: start, limit: 257) { (0x21...0x7E).contains($0) && !"\"'`<>(){}[]|,;\\".utf8.contains($0) }
    let value = text.bytes[start..<end]
    guard (12...256).contains(value.count), !"([{".utf8.contains(text[end]) || text[end] == 0,
      let first = value.first, !"$%&*@!".utf8.contains(first), isMixed(value)
    else { return nil }
    return SecretBytes.isRandom(value, 3.5) ? start..<end : nil
  }

  /// Whether letters and digits stand within one part, as they do in no word, path, day or number.
  private static func isMixed(_ value: some Collection<UInt8>) -> Bool {
    if value.contains(0x3A), value.contains(0x2F) { return false }
    return value.split { !SecretBytes.isAlphanumeric($0) }.contains { part in
      guard part.count >= 6 else { return false }
      var changes = 0
      var previous = SecretBytes.isDigit(part.first ?? 0)
      for byte in part where SecretBytes.isDigit(byte) != previous {
        changes += 1
        previous.toggle()
      }
      return changes >= 2
    }
  }
}
