package import Diagnostics
internal import WorkspaceModel

/// A private key in PEM, OpenSSH or PGP form.
package struct PrivateKey: Check {
  package let id = "private-key"
  package let group = CheckGroup.secrets
  package let severity = Diagnostic.Severity.error
  package let rule = "no file holds a private key"
  package let rationale = "Whoever has the key is taken for its owner, and Git keeps it after it is removed."
  package let examples = [
    CheckExample(
      """
      === workspace-setup/server.md
      ▶-----BEGIN \("OPENSSH")\(" PRIV")ATE KEY-----
      b3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQAAAAAAAAABAAAAMwAAAAtz
      """),
    CheckExample(
      """
      === workspace-setup/server.md
      -----BEGIN PUBLIC KEY-----
      MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE
      A file that begins with `-----BEGIN \("PRIV")ATE KEY-----` is a private key.
      """),
  ]

  package func findings(in input: CheckInput) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    input.forEachText { text in
      var offset = 0
      while let dash = text.first(0x2D, from: offset) {
        offset = dash + 1
        guard text.has("-----BEGIN ", at: dash) else { continue }
        let start = dash + 11
        let end = text.run(from: start) { SecretBytes.isUpper($0) || SecretBytes.isDigit($0) || $0 == 0x20 }
        offset = end
        let isKey = text.has("PRIVATE KEY", at: end - 11) || text.has("PRIVATE KEY BLOCK", at: end - 17)
        guard isKey, end - start < 60, text.has("-----", at: end), Self.hasMaterial(text, end + 5) else { continue }
        let name = String(decoding: text.bytes[start..<end], as: UTF8.self).lowercased()
        findings.append(
          finding(
            "\(name) in the open", at: text.range(dash..<(end + 5)),
            help: "replace the key everywhere it is used, then take it out"))
      }
    }
    return findings
  }

  /// Whether key material follows soon, and not just talk of keys.
  private static func hasMaterial(_ text: ScannedText, _ start: Int) -> Bool {
    var offset = start
    while offset < min(start + 500, text.bytes.count) {
      // In JSON the line end before the first line is written out, and its letter is no part of the key.
      if text[offset] == UInt8(ascii: "\\"), text[offset + 1] == UInt8(ascii: "n") { offset += 2 }
      let end = text.run(from: offset, of: SecretBytes.isBase64)
      if end - offset >= 32 { return SecretBytes.entropy(text.bytes[offset..<end]) > 2 }
      offset = max(end, offset + 1)
    }
    return false
  }
}
