internal import Diagnostics
internal import Markdown
internal import WorkspaceModel

/// A quote stands word for word in the text that it is said to come from.
struct QuoteNotFound: Check {
  let id = "quote-not-found"
  let group = CheckGroup.insights
  let severity = Diagnostic.Severity.error
  let rule = "a quote stands word for word in its source"
  let rationale = "A quote that nobody said, put before the customer, costs more trust than the insight is worth."
  let examples = [
    CheckExample(
      """
      === customers/acme/interactions/call.md
      ---
      kind: call
      occurred_at: 2026-10-12T14:00:00+02:00
      ---
      Dan was short. "We only see the bill eight weeks later."
      === customers/acme/insights/pain.md
      ---
      statement: Bills come late.
      evidence: [{source: interactions/call.md, quote: ▶We see the bill ten weeks later}]
      ---
      """),
    CheckExample(
      """
      === customers/acme/interactions/call.md
      ---
      kind: call
      occurred_at: 2026-10-12T14:00:00+02:00
      ---
      Dan was short. "We *only* see the bill
      eight weeks later."
      === customers/acme/insights/pain.md
      ---
      statement: Bills come late.
      evidence: [{source: interactions/call.md, quote: We only see the bill eight weeks later}]
      ---
      """),
  ]

  func findings(in input: CheckInput) -> [Diagnostic] {
    var texts: [RepoPath: QuotedText] = [:]
    var findings: [Diagnostic] = []
    for insight in input.workspace.insights {
      let folder = RepoPath("customers/\(insight.customer)")
      for (evidence, node) in zip(insight.evidence, insight.source.items(of: "evidence", having: "source")) {
        let file = evidence.source.split(separator: "#", maxSplits: 1).first.map(String.init) ?? evidence.source
        guard let quote = evidence.quote, let path = folder.resolving(file), let bytes = input.bytes(of: path) else {
          continue
        }
        let text = texts[path] ?? QuotedText(FrontMatter(bytes[...]).body)
        texts[path] = text
        if text.contains(quote) || QuotedText(words: input.documents[path]?.plainText)?.contains(quote) ?? false {
          continue
        }
        findings.append(
          finding(
            "quote does not stand in \(evidence.source)",
            at: node["quote"]?.range(in: insight.source.path) ?? insight.source.range(of: "evidence"),
            help: text.nearest(to: quote).map { "the nearest passage is \"\($0)\"" }
              ?? "copy the words from the source, or name the source that has them"))
      }
    }
    return findings
  }
}
