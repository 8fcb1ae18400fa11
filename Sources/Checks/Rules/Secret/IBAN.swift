package import Diagnostics
internal import WorkspaceModel

/// The number of a bank account.
package struct IBAN: Check {
  package let id = "iban"
  package let group = CheckGroup.secrets
  package let severity = Diagnostic.Severity.warning
  package let rule = "no file holds the number of a bank account"
  package let rationale = "With an account number in hand a false invoice looks right."
  package let examples = [
    CheckExample(
      """
      === customers/acme/interactions/2026-11-02-email-in.md
      Our new account is ▶\("DE89") 3704 0044 0532 0130 00.
      """),
    CheckExample(
      """
      === customers/acme/interactions/2026-11-02-email-in.md
      Order DE89370400440532013001, article AB12 3456, meter SE4550000000058398257467.
      """),
  ]

  private static let lengths: [String: Int] = [
    "AD": 24, "AE": 23, "AL": 28, "AT": 20, "AZ": 28, "BA": 20, "BE": 16, "BG": 22, "BH": 22, "BR": 29, "BY": 28,
    "CH": 21, "CR": 22, "CY": 28, "CZ": 24, "DE": 22, "DK": 18, "DO": 28, "EE": 20, "EG": 29, "ES": 24, "FI": 18,
    "FO": 18, "FR": 27, "GB": 22, "GE": 22, "GI": 23, "GL": 18, "GR": 27, "GT": 28, "HR": 21, "HU": 28, "IE": 22,
    "IL": 23, "IQ": 23, "IS": 26, "IT": 27, "JO": 30, "KW": 30, "KZ": 20, "LB": 28, "LC": 32, "LI": 21, "LT": 20,
    "LU": 20, "LV": 21, "LY": 25, "MC": 27, "MD": 24, "ME": 22, "MK": 19, "MR": 27, "MT": 31, "MU": 30, "NL": 18,
    "NO": 15, "PK": 24, "PL": 28, "PS": 29, "PT": 25, "QA": 29, "RO": 24, "RS": 22, "SA": 24, "SC": 31, "SE": 24,
    "SI": 19, "SK": 24, "SM": 27, "ST": 25, "SV": 28, "TL": 23, "TN": 24, "TR": 26, "UA": 29, "VA": 22, "VG": 24,
    "XK": 20,
  ]

  package func findings(in input: CheckInput) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    input.forEachText { text in
      var index = 2
      let end = text.bytes.count - 1
      while index < end {
        guard SecretBytes.isDigit(text.bytes[index]), SecretBytes.isDigit(text.bytes[index + 1]),
          SecretBytes.isUpper(text.bytes[index - 1]), SecretBytes.isUpper(text.bytes[index - 2])
        else {
          index += 1
          continue
        }
        let start = index - 2
        index += 2
        guard !SecretBytes.isURLSafe(text[start - 1]), let stretch = Self.number(text, start) else { continue }
        index = stretch.upperBound
        findings.append(
          finding(
            "bank account number\(SecretBytes.tail(text.bytes[stretch]))", at: text.range(stretch),
            help: "keep it in the billing system and name the customer here"))
      }
    }
    return findings
  }

  /// The stretch of a valid number that begins at an offset: of its country's length, in fours or in one, and with
  /// the right check digits.
  private static func number(_ text: ScannedText, _ start: Int) -> Range<Int>? {
    guard let length = lengths[String(decoding: text.bytes[start..<(start + 2)], as: UTF8.self)] else { return nil }
    var signs: [UInt8] = []
    var offset = start
    let isGrouped = text[start + 4] == 0x20
    while signs.count < length {
      if isGrouped, !signs.isEmpty, signs.count % 4 == 0 {
        guard text[offset] == 0x20 else { return nil }
        offset += 1
      }
      let byte = text[offset]
      guard SecretBytes.isUpper(byte) || SecretBytes.isDigit(byte) else { return nil }
      signs.append(byte)
      offset += 1
    }
    guard !SecretBytes.isURLSafe(text[offset]) else { return nil }
    var rest = 0
    for byte in signs[4...] + signs[..<4] {
      rest = SecretBytes.isDigit(byte) ? (rest * 10 + Int(byte - 0x30)) % 97 : (rest * 100 + Int(byte - 0x37)) % 97
    }
    return rest == 1 ? start..<offset : nil
  }
}
