import Checks
import Diagnostics
import Testing

@Suite struct RenameTests {
  private static let customer = """
    === fieldbook.yaml
    name: Larkspur
    === customers/Acme Corp/profile.md
    ---
    name: Acme Corp
    ---
    See [the plant](deals/North_Plant.md#why), [us](../Acme%20Corp/profile.md) and ![plan](plan.png).
    === customers/Acme Corp/plan.png
    binary
    === customers/Acme Corp/contacts.yaml
    contacts:
      - {id: bea, name: Bea, employment: [{account: "Acme Corp"}]}   # moved in May
    === customers/Acme Corp/deals/North_Plant.md
    ---
    # The first one.
    name: North plant
    customer:   Acme Corp
    stage: lead
    ---
    ## Why
    [Call](../interactions/2026_10_12%20call.md)
    === customers/Acme Corp/interactions/2026_10_12 call.md
    ---
    kind: call
    occurred_at: 2026-10-12T14:00:00+02:00
    deals: [North_Plant]
    ---
    "It hums."
    === customers/Acme Corp/insights/hum.md
    ---
    kind: pain
    statement: It hums.
    evidence: [{source: 'interactions/2026_10_12 call.md', quote: It hums.}]
    deals: ["North_Plant"]
    ---
    === customers/beta/profile.md
    ---
    name: Beta
    parent: Acme Corp
    ---
    [Acme](<../Acme Corp/profile.md>), [[Acme Corp]], [[Acme Corp/deals/North_Plant|plant]], [[customers/acme corp]]
    and [by reference][a]. Acme Corp is large.

    [a]: ../Acme%20Corp/deals/North_Plant.md "The plant"
    === sales-toolkit/battlecards/rivalio.md
    ---
    competitor: Rivalio
    proof:
      - {deal: Acme Corp/North_Plant, note: won}
    ---
    === reporting/pulse/alerts/2026-10-12-stale.yaml
    rule: stale_deal
    state: firing
    subject: Acme Corp/North_Plant
    evidence:
      - {path: customers/Acme Corp/deals/North_Plant.md, quote: Call}
    """

  @Test func aNewNameIsTakenUpWhereverTheOldOneWasWritten() async throws {
    let mended = try await Mended(Self.customer)
    let errors = mended.before.filter { $0.severity == .error }
    #expect(mended.rounds.remaining.filter { $0.id == "slug-name" || $0.severity == .error } == [], "\(errors)")
    #expect(
      mended.files.keys.filter { $0.isInside("customers") }.map(\.description).sorted() == [
        "customers/acme-corp/contacts.yaml", "customers/acme-corp/deals/north-plant.md",
        "customers/acme-corp/insights/hum.md", "customers/acme-corp/interactions/2026-10-12-call.md",
        "customers/acme-corp/plan.png", "customers/acme-corp/profile.md", "customers/beta/profile.md",
      ])
    #expect(
      mended.text("customers/acme-corp/profile.md") == """
        ---
        name: Acme Corp
        ---
        See [the plant](deals/north-plant.md#why), [us](../acme-corp/profile.md) and ![plan](plan.png).

        """)
    #expect(
      mended.text("customers/acme-corp/contacts.yaml") == """
        contacts:
          - {id: bea, name: Bea, employment: [{account: "acme-corp"}]}   # moved in May

        """)
    #expect(mended.text("customers/acme-corp/deals/north-plant.md")?.contains("customer:   acme-corp\n") == true)
    #expect(
      mended.text("customers/acme-corp/insights/hum.md")?.contains(
        "[{source: 'interactions/2026-10-12-call.md', quote: It hums.}]\ndeals: [\"north-plant\"]") == true)
    #expect(
      mended.text("customers/beta/profile.md") == """
        ---
        name: Beta
        parent: acme-corp
        ---
        [Acme](<../acme-corp/profile.md>), [[acme-corp]], [[acme-corp/deals/north-plant|plant]], [[customers/acme-corp]]
        and [by reference][a]. Acme Corp is large.

        [a]: ../acme-corp/deals/north-plant.md "The plant"

        """)
    #expect(mended.text("sales-toolkit/battlecards/rivalio.md")?.contains("{deal: acme-corp/north-plant, note") == true)
    #expect(
      mended.text("reporting/pulse/alerts/2026-10-12-stale.yaml") == """
        rule: stale_deal
        state: firing
        subject: acme-corp/north-plant
        evidence:
          - {path: customers/acme-corp/deals/north-plant.md, quote: Call}

        """)
  }

  @Test func renamingTwiceIsRenamingOnce() async throws {
    let once = try await Mended(Self.customer)
    let twice = try await Mended(once.files)
    #expect(twice.rounds.changes.isEmpty && twice.files == once.files)
  }

  private static let cases: [(name: String, files: String)] = [
    ("the name is taken", "=== customers/acme-corp/notes.md\nTaken.\n"),
    ("a link spells the name with an escape", "=== README.md\n[a](customers/Acme\\_Corp%20x/../Acme&#32;Corp/)\n"),
    ("code speaks of the path", "=== README.md\n`cat customers/Acme Corp/profile.md`\n"),
    (
      "an access rule hides it",
      "=== workspace-setup/access.yaml\naudiences:\n  all: {see: ['**'], hide: ['customers/Acme*/**']}\n"
    ),
    (
      "a level holds for it",
      "=== fieldbook.yaml\nchecks: {levels: [{check: iban, level: off, paths: ['customers/Acme Corp/**']}]}\n"
    ),
    (
      "an approval holds for it",
      "=== workspace-setup/processes/approvals.yaml\napprovals:\n  - {path: 'customers/A*/**', by: [bea]}\n"
    ),
    ("an unknown field names it", "=== notes.md\n---\ncompany: Acme Corp\n---\n"),
    ("a key is called like it", "=== notes.md\n---\nAcme Corp: 12\n---\n"),
    ("a table speaks of the path", "=== list.csv\nfile\ncustomers/Acme%20Corp/profile.md\n"),
    ("a text runs over two lines", "=== customers/b/profile.md\n---\nparent: Acme\n  Corp\n---\n"),
    ("two names become one", "=== customers/Acme_Corp/profile.md\nTwin.\n"),
  ]

  @Test(arguments: cases)
  func noRenameIsOfferedWhere(name: String, files: String) async throws {
    let mended = try await Mended("=== fieldbook.yaml\nname: L\n=== customers/Acme Corp/profile.md\nAcme\n" + files)
    let found = mended.before.filter { $0.id == "slug-name" && $0.range.file == "customers/Acme Corp/profile.md" }
    #expect(found.count == 1 && found.allSatisfy(\.fixIts.isEmpty), "\(name)")
    #expect(mended.files["customers/Acme Corp/profile.md"] != nil)
  }

  @Test(arguments: [
    "Müller GmbH", "日本", "a\u{202E}b", "$(rm -rf ~)", "a\"b", "<b>", "100%", "-", "...", "No", "*", "a#b", " x", "a:b",
  ])
  func aHostileNameIsLeftToPeople(name: String) async throws {
    let path = RepoPath("customers/\(name)/profile.md")
    let mended = try await Mended(["fieldbook.yaml": Array("name: L\n".utf8), path: Array("Hello\n".utf8)])
    #expect(mended.files[path] != nil)
    #expect(mended.rounds.steps.flatMap(\.renames) == [])
  }

  @Test func manyNamesAreMendedInOneRound() async throws {
    var files: [RepoPath: [UInt8]] = ["fieldbook.yaml": Array("name: L\n".utf8)]
    for number in 0..<300 {
      let folder = RepoPath("customers/acme-\(number % 20)")
      files[folder.appending("profile.md")] = Array("---\nname: Acme \(number % 20)\n---\n".utf8)
      let text = "---\nstatus: open\nabout: ['tasks/Call No \(number).md']\n---\nDo it.\n"
      files[folder.appending("tasks/Call No \(number).md".utf8)] = Array(text.utf8)
    }
    let mended = try await Mended(files)
    #expect(mended.rounds.steps.map(\.renames.count) == [300])
    #expect(mended.text("customers/acme-7/tasks/call-no-27.md")?.contains("['tasks/call-no-27.md']") == true)
  }
}
