internal import Diagnostics
internal import WorkspaceModel

/// Battlecards say the same about ourselves.
struct ClaimsDisagree: Check {
  let id = "claims-disagree"
  let group = CheckGroup.consistency
  let severity = Diagnostic.Severity.error
  let rule = "battlecards say the same about us on the same topic"
  let rationale = "Two colleagues who tell one customer two things about our own product are both not believed."
  let examples = [
    CheckExample(
      """
      === sales-toolkit/battlecards/kilovane.md
      ---
      claims: [{topic: Single sign-on, ours: on every plan, theirs: none}]
      ---
      === sales-toolkit/battlecards/sunderly.md
      ---
      claims: [{topic: single sign-on, ours: ▶on the largest plan, theirs: none}]
      ---
      """),
    CheckExample(
      """
      === sales-toolkit/battlecards/kilovane.md
      ---
      claims: [{topic: Single sign-on, ours: on every plan, theirs: none}]
      ---
      === sales-toolkit/battlecards/sunderly.md
      ---
      claims: [{topic: Single sign-on, ours: On every plan, theirs: a link by mail}, {topic: Metering, ours: own gateway}]
      ---
      """),
    CheckExample(
      """
      === sales-toolkit/battlecards/kilovane.md
      ---
      claims: [{topic: Win rate, ours: 3 of 4, metric: win_rate competitor=kilovane}]
      ---
      === sales-toolkit/battlecards/sunderly.md
      ---
      claims: [{topic: Win rate, ours: 1 of 2, metric: win_rate competitor=sunderly}]
      ---
      """),
  ]

  func findings(in input: CheckInput) -> [Diagnostic] {
    var first: [String: (value: String, card: Battlecard)] = [:]
    var findings: [Diagnostic] = []
    for card in input.workspace.battlecards {
      for (claim, node) in zip(card.claims, card.source.items(of: "claims", having: "topic")) {
        // What is bound to data has another value for each competitor, and its source is compared with instead.
        guard let ours = claim.ours, claim.metric == nil else { continue }
        let topic = FieldWords.folded(claim.topic)
        guard let known = first[topic] else {
          first[topic] = (ours, card)
          continue
        }
        if FieldWords.folded(known.value) == FieldWords.folded(ours) { continue }
        findings.append(
          finding(
            "'\(claim.topic)' is '\(ours)' here and '\(known.value)' on the card of \(known.card.competitor)",
            at: node["ours"]?.range(in: card.source.path) ?? card.source.range(of: "claims"),
            help: "find out which is right, and write it on both (see \(known.card.source.path))"))
      }
    }
    return findings
  }
}
