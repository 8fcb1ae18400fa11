import Diagnostics
import FieldbookTestSupport
import Testing
import WorkspaceModel

@Suite struct FieldMistakeTests {
  static let fields: [Mistake] = [
    .deal("misspelt key", "unknown-field", help: "did you mean 'amount'?", "▶amonut: {value: 1, currency: EUR}"),
    .deal(
      "misspelt key in a list", "unknown-field", help: "did you mean 'role'?",
      "committee: [{contact: dan-ek, ▶rle: coach}]"),
    .deal("unknown key far from all", "unknown-field", help: "known fields: ", "▶zzzzzzzzzz: 1"),
    .deal("list for a text", "wrong-type", "name: ▶[a, b]"),
    .deal("mapping for a text", "wrong-type", "owner: ▶{id: ada.lind}"),
    .deal("text for a number", "wrong-type", "term_months: ▶twelve"),
    .deal("fraction for a whole number", "wrong-type", "term_months: ▶1.5"),
    .deal("number out of range", "wrong-type", "probability: ▶1.2"),
    .deal("per cent for a share", "wrong-type", help: "write digits", "probability: ▶20%"),
    .deal("text for a list of records", "wrong-type", "stage_history: ▶discovery"),
    .deal("text for a record", "wrong-type", help: "write 'key: value' lines", "next_step: ▶call them"),
    .deal("mapping in a list of texts", "wrong-type", "team: [ada.lind, ▶{id: bo.berg}]"),
    .deal("bad day", "invalid-date", help: "did you mean 2026-10-12?", "close_on: ▶12.10.2026"),
    .deal("day without zeros", "invalid-date", help: "did you mean 2026-01-05?", "close_on: ▶2026-1-5"),
    .deal("day with slashes", "invalid-date", help: "did you mean 2026-12-31?", "close_on: ▶31/12/2026"),
    .deal("ambiguous day", "invalid-date", help: "write a day such as", "close_on: ▶04/05/2026"),
    .deal("day that no calendar has", "invalid-date", help: "write a day such as", "close_on: ▶2026-02-30"),
    .deal("list for a day", "invalid-date", "close_on: ▶[2026-01-05]"),
    .deal("bad day deep inside", "invalid-date", "stage_history:\n  - {stage: lead, entered_on: ▶soon}"),
    .deal("misspelt word of a set", "invalid-value", help: "did you mean 'expansion'?", "type: ▶expantion"),
    .deal("word of no set", "invalid-value", help: "one of: new, expansion, renewal, one_off", "type: ▶giant"),
    .deal(
      "word in another case", "invalid-value", help: "did you mean 'champion'?",
      "committee: [{contact: dan-ek, role: ▶Champion}]"),
    .deal("missing field in a record", "missing-field", "next_step: ▶{due: 2026-01-05}"),
    .deal("missing field in a list", "missing-field", "waivers: [▶{criterion: c}]"),
    .deal("money without currency", "amount-without-currency", "amount: {value: ▶84000}"),
    .deal("money without value", "missing-field", "amount: ▶{currency: EUR}"),
    .deal(
      "money as a number", "amount-without-currency", help: "write {value: 84000, currency: EUR, kind: ARR}",
      "amount: ▶84000"),
    .deal("money with a thousands mark", "wrong-type", "amount: {value: ▶'84,000', currency: EUR}"),
    .deal("money in no currency", "wrong-type", "amount: {value: 84000, currency: ▶euro}"),
    .deal(
      "money of an unknown kind", "invalid-value", help: "did you mean 'ARR'?",
      "amount: {value: 1, currency: EUR, kind: ▶arr}"),
    .deal(
      "place behind multi-byte text", "invalid-value",
      "committee: [{contact: dan-ek, role: coach}, {contact: cleo-dahl, stance: 1}]\nname: Ünï\ntype: ▶nwe # é"),
    .deal("duplicate key", "duplicate-key", "▶owner: ada.lind\nteam: []\nowner: bo.berg"),
    .call("moment without offset", "invalid-date", help: "write a moment with offset", "").replacing(
      "occurred_at: 2026-01-06T10:00:00Z", "occurred_at: ▶2026-01-06T10:00:00"),
    .call("day for a moment", "invalid-date", help: "write a moment with offset", "").replacing(
      "occurred_at: 2026-01-06T10:00:00Z", "occurred_at: ▶06.01.2026"),
    .call("flag in words", "wrong-type", "automated: ▶yes"),
    Mistake(
      "missing required field", "missing-field", "=== customers/acme/deals/second.md\n---\n▶owner: ada.lind\n---"),
    Mistake(
      "missing kind", "missing-field",
      "=== customers/acme/interactions/x.md\n---\n▶occurred_at: 2026-01-06T10:00:00Z\n---"),
    Mistake("syntax error", "yaml-syntax", "=== customers/acme/insights/x.md\n---\nstatement: It is▶: broken\n---\n"),
    Mistake("alias", "yaml-alias", "=== customers/acme/insights/x.md\n---\nstatement: ▶*all\n---\n"),
    Mistake(
      "front matter never closed", "front-matter-unclosed", "=== customers/acme/tasks/x.md\n▶---\nstatus: open\n"),
    Mistake("mistyped settings", "invalid-value", "=== fieldbook.yaml\nweek_start: ▶mon"),
    Mistake(
      "mistyped history settings", "unknown-field", help: "did you mean 'bots'?",
      "=== fieldbook.yaml\nhistory: {▶bot: [a@x.example]}"),
    Mistake(
      "no baseline at all", "wrong-type", "=== fieldbook.yaml\nhistory: {baseline_deals: ▶0}"),
    Mistake(
      "stage map without a target", "missing-field",
      "=== customers/workflows/new-business.yaml\nstages: [{id: discovery}]\nstage_map: [▶{from: demo}]"),
    Mistake("bad address", "wrong-type", "=== fieldbook.yaml\nrepository: ▶git@host:x"),
    Mistake("bad fiscal year", "wrong-type", "=== fieldbook.yaml\nfiscal_year_start: ▶13-01"),
  ]

  static let tables: [Mistake] = [
    Mistake(
      "column missing", "missing-column", help: "is 'valu' meant to be 'value'?",
      "=== customers/acme/usage.csv\n▶day,metric,valu\n2026-01-05,x,1"),
    Mistake(
      "no column near", "missing-column", help: "the header is day,metric,value,denominator",
      "=== customers/acme/usage.csv\n▶a,b\n1,2"),
    Mistake(
      "bad day in usage", "invalid-date",
      "=== customers/acme/usage.csv\nday,metric,value\n2026-01-05,x,1\n▶5.1.2026,x,1"),
    Mistake("bad value in usage", "wrong-type", "=== customers/acme/usage.csv\nday,metric,value\n2026-01-05,é,▶many"),
    Mistake(
      "bad denominator", "wrong-type", "=== customers/acme/usage.csv\nday,metric,value,denominator\n2026-01-05,x,1,▶all"
    ),
    Mistake(
      "bad day in billing", "invalid-date",
      "=== customers/acme/billing.csv\ninvoice,due_on,amount,currency,status\nA1,▶2026-13-01,5,EUR,open"),
    Mistake(
      "bad status in billing", "wrong-type",
      "=== customers/acme/billing.csv\ninvoice,due_on,amount,currency,status\nA1,2026-01-05,5,EUR,▶late"),
    Mistake(
      "no currency in billing", "wrong-type",
      "=== customers/acme/billing.csv\ninvoice,due_on,amount,currency,status\nA1,2026-01-05,5,▶,open"),
    Mistake(
      "ragged row", "ragged-row", help: "put quotes",
      "=== customers/acme/usage.csv\nday,metric,value\n2026-01-05,x,1\n▶2026-01-06,x,1,9\n"),
  ]

  @Test(arguments: fields + tables)
  func isReportedOnceAtItsPlaceWhileTheRestLoads(_ mistake: Mistake) async throws {
    let marked = MarkedFiles(mistake.text)
    let (workspace, findings) = await WorkspaceLoader.load(Shop.files.replacing(with: marked.files), jobs: 2)
    #expect(findings.map(\.id) == [mistake.id])
    #expect(findings.map(MarkedFiles.Mark.init) == marked.marks)
    if let help = mistake.help { #expect(findings.first?.help?.contains(help) == true, "\(findings)") }
    #expect(workspace.customers.map(\.name) == ["Acme"])
    #expect(workspace.deals.contains { $0.slug == "first" && $0.stage == "discovery" })
    #expect(workspace.interactions.contains { $0.participants.contains("cleo-dahl") })
  }

  @Test func aSuggestionComesWithTheEditThatCarriesItOut() async throws {
    let marked = MarkedFiles(
      "=== customers/acme/deals/second.md\n---\nstage: discovery\n▶amonut: {value: 1, currency: EUR}\n---")
    let findings = await WorkspaceLoader.load(Shop.files + marked.files, jobs: 1).findings
    let edit = try #require(findings.first?.fixIts.first?.edits.first)
    #expect(edit.replacement == "amount")
    #expect(edit.range.start == marked.marks.first?.position)
    #expect(edit.range.end.column == edit.range.start.column + "amonut".utf8.count)
  }

  @Test func aMissingColumnIsMarkedAlongTheWholeHeader() async throws {
    let file = WorkspaceFile("customers/acme/usage.csv", "\r\nday,metric,valu\r\n2026-01-05,x,1\r\n")
    let finding = try #require(await WorkspaceLoader.load([file], jobs: 1).findings.first)
    #expect(finding.id == "missing-column")
    let start = SourcePosition(line: 2, column: 1)
    #expect(finding.range == SourceRange(file: file.path, start: start, end: SourcePosition(line: 2, column: 16)))
  }
}

extension Mistake {
  /// The same with other words in its text.
  fileprivate func replacing(_ words: String, _ others: String) -> Mistake {
    guard let range = text.firstRange(of: words) else { return self }
    return Mistake(testDescription, id, help: help, text.replacingCharacters(range, others))
  }

}

extension String {
  fileprivate func replacingCharacters(_ range: Range<Index>, _ others: String) -> String {
    String(self[..<range.lowerBound]) + others + String(self[range.upperBound...])
  }
}
