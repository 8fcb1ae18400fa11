import Diagnostics
import Testing
import WorkspaceModel

@Suite struct RecordFieldsTests {
  static let deal = """
    ---
    name: Acme – first
    stage: discovery
    amount: {value: 84000, currency: EUR, kind: ARR}
    probability: 0.10
    close_on: 2026-10-12
    competitors: [wattline, do-nothing]
    next_step: {text: Call Ann, due: 2026-10-01}
    version: 1.10
    empty:
    none: []
    committee:
      - {contact: ann-lee, role: champion, stance: 2}
      - {contact: bo, primary: true}
      - {contact: ann-lee, role: legal}
    meddpicc:
      champion: {score: 3}
    stage_history:
      - {stage: lead, entered_on: 2026-01-05}
    ---
    # Heading

    Body.
    """

  /// The fields of a text as lines.
  private func lines(_ text: String, _ path: RepoPath = "customers/acme/deals/first.md") -> [String] {
    RecordFields(Array(text.utf8), path: path).values.map { "\($0.name) = \($0.value)" }
  }

  @Test func namesFieldsByPathAndEntriesByWhatIdentifiesThem() {
    #expect(
      lines(Self.deal) == [
        "name = text(\"Acme – first\")", "stage = text(\"discovery\")",
        "amount = \(FieldValue.money(Money(Decimal4(84_000), currency: "EUR", kind: .arr)))",
        "probability = \(FieldValue.number(Decimal4(tenThousandths: 1000)))",
        "close_on = day(2026-10-12)", "competitors = list([\"wattline\", \"do-nothing\"])",
        "next_step.text = text(\"Call Ann\")", "next_step.due = day(2026-10-01)", "version = text(\"1.10\")",
        "committee.ann-lee.contact = text(\"ann-lee\")", "committee.ann-lee.role = text(\"champion\")",
        "committee.ann-lee.stance = \(FieldValue.number(Decimal4(2)))", "committee.bo.contact = text(\"bo\")",
        "committee.bo.primary = flag(true)", "committee.ann-lee#2.contact = text(\"ann-lee\")",
        "committee.ann-lee#2.role = text(\"legal\")", "meddpicc.champion.score = \(FieldValue.number(Decimal4(3)))",
        "stage_history.lead.stage = text(\"lead\")", "stage_history.lead.entered_on = day(2026-01-05)",
      ])
  }

  @Test func theBodyIsWhatPagesRender() {
    let named = RecordFields(Array(Self.deal.utf8), path: "customers/acme/deals/first.md")
    #expect(named.title == "Acme – first")
    #expect(String(decoding: named.body, as: UTF8.self) == "# Heading\n\nBody.")
    let page = RecordFields(Array("# Heading\n\nBody.".utf8), path: "docs/x.md")
    #expect(page.title == "Heading" && page["title"] == .text("Heading"))
    #expect(String(decoding: page.body, as: UTF8.self) == "\nBody." && page.bodyFirstLine == 2)
  }

  @Test func readsYAMLAndJSONRecordsAndCountsRowsOfTables() {
    let yaml = "contacts:\n  - {id: cleo, phones: ['+46 1']}\n"
    #expect(
      lines(yaml, "customers/acme/contacts.yaml") == [
        "contacts.cleo.id = text(\"cleo\")", "contacts.cleo.phones = list([\"+46 1\"])",
      ])
    #expect(
      lines("{\"people\": [{\"id\": \"a.b\"}]}", "workspace-setup/people.json") == ["people.a.b.id = text(\"a.b\")"])
    let table = RecordFields(Array("day,x\n2026-01-01,1\n2026-01-02,2\n".utf8), path: "customers/acme/usage.csv")
    #expect(table.rowCount == 2 && table.values.isEmpty)
  }

  @Test(arguments: [
    ("---\naudience: board\n---\n", ["board"]), ("---\naudience: [board, x]\n---\n", ["board", "x"]),
    ("---\naudience: board\nbroken: a: b\n---\nText", ["?"]), ("---\naudience: {board: yes}\n---\n", ["?"]),
    ("---\naudience: board\nText", ["?"]), ("---\n\"\\x61udience\": board\n---\n", ["board"]),
    ("---\n{audience: board}\n---\n", ["board"]), ("\u{FEFF}---\naudience: board\n---\n", ["board"]),
    ("The audience is wide.", []), ("---\nname: audience\n---\n", []), ("", []),
  ])
  func labelsAreReadAsForTheRecordOfTodayAndOpenNothingWhenBroken(text: String, expected: [String]) {
    let path: RepoPath = "customers/acme/deals/first.md"
    #expect(RecordFields(Array(text.utf8), path: path).audience == expected)
    #expect(RecordFields.audience(of: Array(text.utf8), path: path) == expected)
  }

  @Test func brokenJSONThatSpeaksOfAnAudienceIsHidden() {
    let bytes = Array("{\"name\": \"x\", \"audience\": [\"board\"".utf8)
    #expect(RecordFields.audience(of: bytes, path: "customers/acme/profile.json") == ["?"])
  }

  @Test(arguments: [
    "---\na: [\n---\nText", "---\na: *x\n---\n", "---\nnever closed", "---\n\t- x\n---\n",
    "---\n" + String(repeating: "[", count: 5000) + "\n---\n", "---\na: 1\na: 2\n---\n", "---\n\u{0}\n---\n",
  ])
  func whatCannotBeReadIsAllText(text: String) {
    let fields = RecordFields(Array(text.utf8), path: "customers/acme/deals/first.md")
    #expect(!fields.isReadable && fields.values.isEmpty && fields.body.count == text.utf8.count)
  }

  @Test func longNamesAndManyFieldsStayBounded() {
    let key = String(repeating: "k", count: 1000)
    let many = (0..<30_000).map { "k\($0): 1" }.joined(separator: ", ")
    let fields = RecordFields(Array("\(key): {\(many)}".utf8), path: "workspace-setup/people.yaml")
    #expect(fields.values.count == 10_000)
    #expect(fields.values.allSatisfy { $0.name.utf8.count < 200 })
  }

  @Test func bytesThatAreNoTextAreNoFields() {
    #expect(RecordFields([0xFF, 0xFE, 0x00], path: "customers/acme/deals/first.md").values.isEmpty)
    #expect(RecordFields([0x89, 0x50, 0x4E, 0x47], path: "docs/x.png").body.count == 4)
  }
}
