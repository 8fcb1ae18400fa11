import Diagnostics
import Testing
import WorkspaceModel

@Suite struct ChangeWordsTests {
  static let words = ChangeWords(
    ChangeNames(
      stage: { id, _ in id == "technical_validation" ? "Proof" : nil },
      person: { ["ann.lee": "Ann Lee", "bo.ek": "Bo Ek"][$0] }, contact: { ["cleo": "Cleo Dahl"][$0] },
      competitor: { ["wattline": "Wattline AG"][$0] }))
  static let deal: RepoPath = "customers/acme/deals/first.md"

  /// What is said between two front matters.
  private func said(_ old: String, _ new: String, at path: RepoPath = deal) -> [String] {
    Self.words.texts(changes(old, new, path), in: path).map(\.plain)
  }

  private func changes(_ old: String, _ new: String, _ path: RepoPath = deal) -> [FieldChange] {
    func fields(_ text: String) -> RecordFields { RecordFields(Array("---\n\(text)\n---\n".utf8), path: path) }
    return FieldComparison.changes(from: fields(old), to: fields(new))
  }

  @Test(arguments: [
    ("stage: discovery", "stage: negotiation", "Stage Discovery → Negotiation"),
    ("stage: lead", "stage: technical_validation", "Stage Lead → Proof"),
    ("stage: negotiation", "stage: closed_won\nclosed_on: 2026-01-05\noutcome: won", "Won"),
    (
      "stage: lead", "stage: closed_lost\noutcome: lost\ncompetitors: [wattline]\nreason_code: price",
      "Lost to Wattline AG"
    ),
    ("stage: lead", "stage: closed_lost\nreason_code: no_decision", "Lost (no decision)"),
    ("stage: lead", "stage: closed_lost", "Lost"), ("stage: closed_lost", "stage: discovery", "Re-opened in Discovery"),
    (
      "amount: {value: 84000, currency: EUR}", "amount: {value: 69000, currency: EUR}",
      "Amount 84,000 → 69,000 EUR (−18 %)"
    ),
    ("amount: {value: 1, currency: EUR}", "amount: {value: 2, currency: SEK}", "Amount 1 EUR → 2 SEK"),
    ("amount: {value: 0, currency: EUR}", "amount: {value: 2.5, currency: EUR}", "Amount 0 → 2.5 EUR"),
    (
      "amount: {value: 1000, currency: EUR, kind: ARR}", "amount: {value: 3000, currency: EUR, kind: TCV}",
      "Amount 1,000 EUR ARR → 3,000 EUR TCV"
    ),
    ("", "amount: {value: 50000, currency: EUR}", "Amount unknown → 50,000 EUR"),
    ("amount: {value: 50000, currency: EUR}", "", "Amount 50,000 EUR → unknown"),
    ("close_on: 2026-06-07", "close_on: 2026-06-30", "Close pushed 23 days (to 30 Jun 2026)"),
    ("close_on: 2026-06-07", "close_on: 2026-06-06", "Close pulled in 1 day (to 6 Jun 2026)"),
    ("", "close_on: 2026-06-06", "Close date unknown → 6 Jun 2026"),
    ("probability: 0.6", "probability: 0.4", "Probability 60 % → 40 %"),
    ("forecast_category: pipeline", "forecast_category: best_case", "Forecast pipeline → best case"),
    ("owner: ann.lee", "owner: bo.ek", "Owner Ann Lee → Bo Ek"),
    ("", "next_step: {text: Call Ann, due: 2026-06-06, owner: bo.ek}", "Next step: Call Ann (by 6 Jun 2026)"),
    (
      "next_step: {text: a, due: 2026-06-06}", "next_step: {text: a, due: 2026-06-09}",
      "Next step due 6 Jun 2026 → 9 Jun 2026"
    ),
    ("", "committee: [{contact: cleo, role: blocker, influence: 4, stance: -2}]", "New blocker: Cleo Dahl"),
    ("committee: [{contact: cleo, role: champion}]", "", "Cleo Dahl left the committee"),
    (
      "committee: [{contact: cleo, stance: 1}]", "committee: [{contact: cleo, stance: -1}]", "Cleo Dahl, stance: 1 → −1"
    ),
    ("meddpicc: {champion: {score: 1, text: a}}", "meddpicc: {champion: {score: 3, text: b}}", "Champion confirmed"),
    ("meddpicc: {champion: {status: assumed}}", "meddpicc: {champion: {status: confirmed}}", "Champion confirmed"),
    ("meddpicc: {champion: {score: 3}}", "meddpicc: {champion: {score: 1}}", "Champion only assumed"),
    ("competitors: [a, wattline]", "competitors: [a, b]", "Competitors: added b and removed Wattline AG"),
    ("industry: retail", "industry: energy", "Industry: retail → energy"),
    ("", "industry: energy", "Industry: energy"), ("industry: retail", "", "Industry removed (was retail)"),
    ("auto_renew: true", "auto_renew: false", "Auto renew: yes → no"),
    ("external_ids: {crm: a}", "external_ids: {crm: b}", "Small changes"),
  ])
  func says(old: String, new: String, expected: String) {
    #expect(said(old, new) == [expected])
  }

  @Test func saysWhatMattersFirst() {
    let old =
      "stage: lead\nowner: ann.lee\nclose_on: 2026-06-07\namount: {value: 10, currency: EUR}\nindustry: a\ntags: [a]"
    let new =
      "stage: discovery\nstage_entered_on: 2026-05-01\nowner: bo.ek\nclose_on: 2026-06-08\namount: {value: 20, currency: EUR}\nindustry: b\ntags: [b]"
    #expect(
      said(old, new).map { $0.prefix { $0 != " " && $0 != ":" } } == [
        "Stage", "Amount", "Close", "Owner", "Industry", "Tags",
      ])
    let summary = Self.words.summary(changes(old, new), in: Self.deal)
    #expect(
      summary == "Stage Lead → Discovery, amount 10 → 20 EUR (+100 %), close pushed 1 day (to 8 Jun 2026), and 3 more")
    #expect(Self.words.summary(changes("a: 1", "a: 2"), in: Self.deal) == "A: 1 → 2")
    #expect(Self.words.summary([], in: Self.deal) == "")
  }

  @Test func saysHowMuchTextChanged() {
    let change = FieldChange(field: "text", old: .number(Decimal4(120)), new: .number(Decimal4(1150)))
    #expect(Self.words.texts([change], in: "docs/x.md").map(\.plain) == ["Text changed (+1,030 words)"])
    let same = FieldChange(field: "text", old: .number(Decimal4(1)), new: .number(Decimal4(1)))
    #expect(Self.words.texts([same], in: "docs/x.md").map(\.plain) == ["Text reworded"])
  }

  @Test func longValuesAreCutAndStayOnOneLine() {
    let long = String(repeating: "word ", count: 200) + "\nend"
    let change = FieldChange(field: "note", old: nil, new: .text(long))
    let text = Self.words.texts([change], in: "docs/x.md")[0].plain
    #expect(text.count < 140 && !text.contains("\n") && text.hasSuffix("…"))
    let solid = FieldChange(field: "note", old: nil, new: .text(String(repeating: "x", count: 100_000)))
    #expect(Self.words.texts([solid], in: "docs/x.md")[0].plain.count < 140)
  }

  @Test func extremeNumbersAreSaid() {
    let most = FieldValue.money(Money(Decimal4(tenThousandths: .max), currency: "EUR"))
    let least = FieldValue.money(Money(Decimal4(tenThousandths: -.max), currency: "EUR"))
    let texts = Self.words.texts([FieldChange(field: "amount", old: least, new: most)], in: Self.deal)
    #expect(texts.count == 1)
  }
}
