package import Diagnostics
internal import WorkspaceModel

/// The number of a payment card.
package struct CardNumber: Check {
  package let id = "card-number"
  package let group = CheckGroup.secrets
  package let severity = Diagnostic.Severity.error
  package let rule = "no file holds the number of a payment card"
  package let rationale = "Card numbers may be kept only in systems that are certified for them, and Git is none."
  package let examples = [
    CheckExample(
      """
      === customers/acme/interactions/2026-11-02-email-in.md
      Please charge ▶\("4111")-1111-1111-1111, or ▶\("3782") 822463 10005.
      """),
    CheckExample(
      """
      === customers/acme/deals/q3.md
      ---
      title: Q3
      external_ids:
        billing: "\("4111")111111111111"
      ---
      Meter 4111111111111112, ticket a4111111111111111, order 4000 1200 900.
      """),
  ]

  /// After so many the rest of a file is left alone.
  private static let limit = 100

  package func findings(in input: CheckInput) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    input.forEachText { text in
      var left = Self.limit
      var index = 0
      let count = text.bytes.count
      while index < count {
        guard SecretBytes.isDigit(text.bytes[index]) else {
          index += 1
          continue
        }
        // Most digits are days and amounts: what is over before it could be a card is passed over.
        let end = text.run(from: index, limit: 64) { SecretBytes.isDigit($0) || $0 == 0x20 || $0 == 0x2D }
        if end - index < 13 {
          index = end
          continue
        }
        let groups = DigitGroups(text, from: index)
        index = groups.end
        for stretch in groups.cards(text) where left > 0 {
          left -= 1
          if YAMLPlace.isID(text, stretch.lowerBound) { continue }
          let digits = text.bytes[stretch].filter(SecretBytes.isDigit)
          findings.append(
            finding(
              "card number\(SecretBytes.tail(digits))", at: text.range(stretch),
              help: "take it out, tell whoever is responsible for data protection, and pay by link"))
        }
      }
    }
    return findings
  }
}
