import Diagnostics
import FieldbookTestSupport
import Testing
import WorkspaceModel

@Suite struct ReferenceTests {
  static let names: [Mistake] = [
    .deal(
      "stage", "unknown-stage", help: "did you mean 'negotiation'?",
      "stage_history: [{stage: ▶negotation, entered_on: 2026-01-05}]"),
    Mistake(
      "own stage", "unknown-stage", help: "did you mean 'discovery'?",
      "=== customers/acme/deals/x.md\n---\nstage: ▶discvery\n---"),
    .deal("customer", "unknown-customer", help: "did you mean 'acme'?", "customer: ▶acne"),
    .deal("pipeline", "unknown-pipeline", help: "did you mean 'new-business'?", "pipeline: ▶new-busines"),
    .deal("person", "unknown-person", help: "did you mean 'ada.lind'?", "owner: ▶ada.lynd"),
    .deal("person in a team", "unknown-person", "team: [bo.berg, ▶nobody.here]"),
    .deal("person alone in a team", "unknown-person", "team: ▶nobody.here"),
    .deal("person of a next step", "unknown-person", "next_step: {text: Call, owner: ▶bo.burg}"),
    .deal(
      "contact in a committee", "unknown-contact", help: "did you mean 'dan-ek'?",
      "committee:\n  - {contact: cleo-dahl}\n  - {contact: ▶dan-ekk}"),
    .deal("competitor", "unknown-competitor", help: "did you mean 'rivalry'?", "competitors: [▶rivalri]"),
    .deal(
      "evidence", "unknown-file", help: "did you mean '2026-01-05-call.md'?",
      "meddpicc:\n  metrics: {score: 1, evidence: [▶interactions/2026-01-05-cal.md]}"),
    .deal("evidence outside", "unknown-file", "meddpicc:\n  champion: {evidence: [▶../../../etc/passwd]}"),
    .call("deal of an interaction", "unknown-deal", help: "did you mean 'first'?", "deals: [first, ▶frist]"),
    .call("single deal of an interaction", "unknown-deal", "deals: ▶frist"),
    .call("participant", "unknown-participant", help: "did you mean 'cleo-dahl'?", "participants: [▶cleo-dal]"),
    .call("audience", "unknown-audience", help: "did you mean 'leadership'?", "audience: ▶leadrship"),
    .call("audience in a list", "unknown-audience", "audience: [company, ▶board]"),
    Mistake(
      "evidence of an insight", "unknown-file",
      "=== customers/acme/insights/x.md\n---\nstatement: So.\nevidence: [{source: ▶interactions/none.md}]\n---"),
    Mistake(
      "deal of an insight", "unknown-deal",
      "=== customers/acme/insights/x.md\n---\nstatement: So.\ndeals: [▶second]\n---"),
    Mistake(
      "subject of a task", "unknown-file",
      "=== customers/acme/tasks/x.md\n---\nstatus: open\nabout: [▶deals/none.md]\n---"),
    Mistake("owner of a battlecard", "unknown-person", "=== sales-toolkit/battlecards/b.md\n---\nowner: ▶x.y\n---"),
    Mistake(
      "proof of a battlecard", "unknown-deal", help: "did you mean 'acme/first'?",
      "=== sales-toolkit/battlecards/b.md\n---\nproof: [{deal: ▶acme/frist}]\n---"),
    Mistake(
      "asset of a playbook", "unknown-file",
      "=== sales-toolkit/playbooks/p.md\n---\nassets: [▶../battlecards/none.md]\n---"),
    Mistake("prerequisite", "unknown-lesson", "=== sales-toolkit/training/a.md\n---\nprerequisites: [▶b]\n---"),
    Mistake(
      "playbook of a stage", "unknown-playbook", help: "did you mean 'discovery-call'?",
      "=== customers/workflows/w.yaml\nid: w\nstages: [{id: discovery, play: ▶discovery-cal}]"),
    Mistake(
      "rule of an alert", "unknown-rule", help: "did you mean 'stale-deal'?",
      "=== reporting/pulse/alerts/x.yaml\nrule: ▶stale-deals\nsubject: acme\nstate: firing"),
    Mistake(
      "subject of an alert", "unknown-customer",
      "=== reporting/pulse/alerts/x.yaml\nrule: stale-deal\nsubject: ▶acne/first\nstate: firing"),
    Mistake(
      "parent of a customer", "unknown-customer",
      "=== customers/acme-north/profile.md\n---\nname: Acme North\nparent: ▶acme-inc\n---"),
    Mistake(
      "contact of two customers", "duplicate-contact",
      "=== customers/beta/contacts.yaml\ncontacts:\n  - {id: ▶dan-ek, name: Dan Ek}"),
  ]

  @Test(arguments: names)
  func aNameThatDoesNotExistIsReportedOnceAtItsPlace(_ mistake: Mistake) async throws {
    let marked = MarkedFiles(mistake.text)
    let (workspace, findings) = await WorkspaceLoader.load(Shop.files.replacing(with: marked.files), jobs: 2)
    #expect(findings.map(\.id) == [mistake.id])
    #expect(findings.map(MarkedFiles.Mark.init) == marked.marks)
    if let help = mistake.help { #expect(findings.first?.help?.contains(help) == true, "\(findings)") }
    #expect(workspace.customers.contains { $0.name == "Acme" })
    #expect(workspace.deals.contains { $0.slug == "first" && $0.owner == "ada.lind" })
  }

  private static let deal = "=== customers/acme/deals/x.md\n---\nstage: discovery\n"
  private static let interaction = "=== customers/acme/interactions/x.md\n---\n"

  /// Each is one step away from a mistake above.
  @Test(arguments: [
    "\(ReferenceTests.deal)amount: {value: 84000.50, currency: EUR, kind: one_time}\n---",
    "=== customers/acme/deals/x.md\n---\nstage: closed_lost\nclose_on: 2028-02-29\nprobability: 1\nteam: bo.berg\n---",
    "\(ReferenceTests.deal)owner:\nclose_on: ~\namount: null\ncompetitors: []\n---",
    "\(ReferenceTests.deal)tags: [NO, 1.10]\ntitle: 'A: b'\nline_items: [{any: thing}]\n---",
    "\(ReferenceTests.deal)external_ids: {salesforce: 006d, any: \"1\"}\ncustomer: acme\n---",
    "\(ReferenceTests.deal)meddpicc: {metrics: {evidence: [interactions/2026-01-05-call.md#top]}}\n---",
    "\(ReferenceTests.deal)committee: [{contact: dan-ek, stance: -2, influence: 5}]\n---",
    "=== customers/acme/deals/x.json\n{\"stage\": \"discovery\", \"owner\": \"ada.lind\"}",
    "\(ReferenceTests.interaction)kind: note\noccurred_at: 2026-01-05 10:00Z\nautomated: TRUE\n---\nR&D *bold*",
    "\(ReferenceTests.interaction)kind: call\noccurred_at: 2026-01-05T10:00-0530\naudience: [leadership]\n---",
    "=== customers/acme/usage.csv\nvalue;day;metric;more\n1.5;2026-01-05;\"a;b\";x\n",
    "=== customers/acme/billing.csv\r\ninvoice,due_on,amount,currency,status,paid_on\r\nA1,2026-01-05,5,EUR,paid,\r\n",
    "=== docs/free.md\n---\nanything: [goes, 12.10.2026]\nowner: nobody\n---\nText",
    "=== docs/rule.md\n---\nA page that begins with a rule.",
    "=== docs/list.json\n[{\"a\": 1}, {\"b\": [1, 2]}]", "=== docs/empty.yaml\n",
    "=== customers/acme/deals/index.md\n# Deals\n",
    "=== customers/beta/deals/d.md\n---\nstage: lead\n---", "=== workspace-setup/else.yaml\nfree: form",
  ])
  func whatIsRightIsNotReported(text: String) async {
    let findings = await WorkspaceLoader.load(Shop.files + MarkedFiles(text).files, jobs: 3).findings
    #expect(findings == [])
  }

  @Test func theShopItselfHasNoFindings() async {
    for jobs in [1, 2, 16] { #expect(await WorkspaceLoader.load(Shop.files, jobs: jobs).findings == []) }
  }

  @Test func aKindThatTheWorkspaceDoesNotUseIsNotAskedFor() async {
    let files = MarkedFiles(
      """
      === customers/acme/deals/x.md
      ---
      stage: lead
      owner: anybody.else
      competitors: [whoever]
      ---
      """)
    #expect(await files.load().findings == [])
  }
}
