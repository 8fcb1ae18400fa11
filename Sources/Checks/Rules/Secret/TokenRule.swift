/// How one kind of token looks.
struct TokenRule: Sendable {
  /// What messages call it.
  let name: String
  /// What it begins with: looked for first.
  let prefix: String
  /// Whether a letter or digit before the prefix means that it is part of a word.
  var isWord = false
  /// The end of the token whose prefix ends at an offset; nil when it is none.
  let end: @Sendable (_ text: ScannedText, _ start: Int) -> Int?

  /// All kinds, those of one prefix before shorter ones.
  static let all: [TokenRule] =
    ["a", "b", "e", "o", "p", "r", "s"].map { kind in
      TokenRule(
        name: "Slack token", prefix: "xox\(kind)-", end: run(SecretBytes.isURLSafe, 18...300, bits: 2.5, digit: true))
    }
    + ["p", "o", "u", "s", "r"].map { kind in
      TokenRule(name: "GitHub token", prefix: "gh\(kind)_", end: run(SecretBytes.isAlphanumeric, 36...255, bits: 3))
    }
    + ["AKIA", "ASIA"].map { kind in
      TokenRule(name: "AWS access key", prefix: kind, isWord: true, end: run(isBase32, 16...16, bits: 2.5))
    }
    + ["sk_live_", "rk_live_", "whsec_"].map { kind in
      TokenRule(name: "Stripe key", prefix: kind, end: run(SecretBytes.isBase64, 16...255, bits: 3))
    }
    + ["sk-ant-", "sk-proj-", "sk-svcacct-", "sk-or-v1-"].map { kind in
      TokenRule(
        name: kind == "sk-ant-" ? "Anthropic key" : "API key", prefix: kind, isWord: true,
        end: run(SecretBytes.isURLSafe, 20...300, bits: 3, digit: true))
    } + [
      TokenRule(
        name: "Slack app token", prefix: "xapp-", end: run(SecretBytes.isURLSafe, 24...300, bits: 3, digit: true)),
      TokenRule(name: "Slack webhook address", prefix: "hooks.slack.com/", end: slackHook),
      TokenRule(name: "Salesforce session id", prefix: "00D", isWord: true, end: salesforce),
      TokenRule(
        name: "Google API key", prefix: "AIza", isWord: true, end: run(SecretBytes.isURLSafe, 35...35, bits: 3)),
      TokenRule(name: "Google service account key", prefix: "private_key_id", end: serviceAccount),
      TokenRule(name: "GitHub token", prefix: "github_pat_", end: run(SecretBytes.isURLSafe, 50...255, bits: 3)),
      TokenRule(
        name: "GitLab token", prefix: "glpat-", end: run(SecretBytes.isURLSafe, 20...300, bits: 3, dots: true)),
      TokenRule(name: "API key", prefix: "sk-", isWord: true, end: plainKey),
      TokenRule(name: "SendGrid key", prefix: "SG.", isWord: true, end: sendGrid),
      TokenRule(name: "Mailgun key", prefix: "key-", isWord: true, end: run(SecretBytes.isHex, 32...32, bits: 2.5)),
      TokenRule(
        name: "Hugging Face token", prefix: "hf_", isWord: true, end: run(SecretBytes.isAlphanumeric, 30...64, bits: 3)),
      TokenRule(
        name: "npm token", prefix: "npm_", isWord: true, end: run(SecretBytes.isAlphanumeric, 36...36, bits: 3)),
      TokenRule(
        name: "PyPI token", prefix: "pypi-", isWord: true, end: run(SecretBytes.isURLSafe, 50...500, bits: 3)),
      TokenRule(name: "DigitalOcean token", prefix: "dop_v1_", end: run(SecretBytes.isHex, 64...64, bits: 2.5)),
      TokenRule(name: "age key", prefix: "AGE-SECRET-KEY-1", end: run(isUpperOrDigit, 58...58, bits: 3)),
      TokenRule(
        name: "Granola key", prefix: "grn_", isWord: true,
        end: run(SecretBytes.isURLSafe, 20...255, bits: 3, digit: true)),
      TokenRule(name: "JSON web token", prefix: "eyJ", isWord: true, end: WebToken.end),
    ]

  private static func isBase32(_ byte: UInt8) -> Bool { SecretBytes.isUpper(byte) || (0x32...0x37).contains(byte) }

  private static func isUpperOrDigit(_ byte: UInt8) -> Bool { SecretBytes.isUpper(byte) || SecretBytes.isDigit(byte) }

  /// A run of so many bytes of a sort, no longer, and random.
  private static func run(
    _ isPart: @escaping @Sendable (UInt8) -> Bool, _ length: ClosedRange<Int>, bits: Double, digit: Bool = false,
    dots: Bool = false
  ) -> @Sendable (ScannedText, Int) -> Int? {
    { text, start in
      // One more than fits, so that a longer run is told apart and is not gone through again and again.
      var end = text.run(from: start, limit: length.upperBound + 1) { isPart($0) || dots && $0 == 0x2E }
      while end > start, text[end - 1] == 0x2E || text[end - 1] == 0x2D { end -= 1 }
      guard length.contains(end - start), end == text.bytes.count || !SecretBytes.isAlphanumeric(text[end]) else {
        return nil
      }
      let body = text.bytes[start..<end]
      guard SecretBytes.isRandom(body, bits), !digit || body.contains(where: SecretBytes.isDigit) else { return nil }
      return end
    }
  }

  /// `services/T…/B…/…`, `triggers/…` and `workflows/…`.
  private static func slackHook(_ text: ScannedText, _ start: Int) -> Int? {
    guard text.has("services/T", at: start) || text.has("triggers/", at: start) || text.has("workflows/", at: start)
    else { return nil }
    let end = text.run(from: start) { SecretBytes.isAlphanumeric($0) || $0 == 0x2F }
    let last = text.bytes[start..<end].split(separator: 0x2F).last ?? []
    return last.count >= 16 && SecretBytes.isRandom(last, 2.5) ? end : nil
  }

  /// The id of an organisation, `!` and the session.
  private static func salesforce(_ text: ScannedText, _ start: Int) -> Int? {
    let mark = text.run(from: start, of: SecretBytes.isAlphanumeric)
    guard mark - start == 12 || mark - start == 15, text[mark] == UInt8(ascii: "!") else { return nil }
    let end = text.run(from: mark + 1) { SecretBytes.isAlphanumeric($0) || $0 == 0x2E || $0 == 0x5F }
    return end - mark > 40 && SecretBytes.isRandom(text.bytes[mark..<end], 3) ? end : nil
  }

  /// The field that only the file of a key has: `"private_key_id": "…"`.
  private static func serviceAccount(_ text: ScannedText, _ start: Int) -> Int? {
    let value = text.run(from: start) { "\"' :=\t\\".utf8.contains($0) }
    let end = text.run(from: value, of: SecretBytes.isHex)
    guard value > start, value - start < 12, end - value == 40 else { return nil }
    return SecretBytes.isRandom(text.bytes[value..<end], 2.5) ? end : nil
  }

  /// Mixed letters and digits, since `sk-` also begins names.
  private static func plainKey(_ text: ScannedText, _ start: Int) -> Int? {
    let end = text.run(from: start, of: SecretBytes.isAlphanumeric)
    let body = text.bytes[start..<end]
    guard body.count >= 20, body.count <= 200, text[end] != 0x2D, text[end] != 0x5F,
      body.contains(where: SecretBytes.isDigit), body.contains(where: SecretBytes.isLetter),
      body.count >= 32 || body.contains(where: SecretBytes.isUpper) && body.contains(where: SecretBytes.isLower)
    else { return nil }
    return SecretBytes.isRandom(body, 3) ? end : nil
  }

  private static func sendGrid(_ text: ScannedText, _ start: Int) -> Int? {
    let dot = text.run(from: start, of: SecretBytes.isURLSafe)
    guard dot - start == 22, text[dot] == 0x2E else { return nil }
    let end = text.run(from: dot + 1, of: SecretBytes.isURLSafe)
    return end - dot == 44 && SecretBytes.isRandom(text.bytes[start..<end], 3) ? end : nil
  }
}
