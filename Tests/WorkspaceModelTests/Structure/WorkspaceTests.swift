import Diagnostics
import FieldbookTestSupport
import Testing
import WorkspaceModel

@Suite struct WorkspaceTests {
  @Test func aFolderWithoutProfileIsStillACustomer() async {
    let workspace = await MarkedFiles(
      """
      === customers/beta-foods/deals/d.md
      ---
      stage: lead
      ---
      === customers/gamma/contacts.yaml
      contacts: [{id: a-b, name: A B}]
      === customers/delta/interactions/x.md
      ---
      kind: note
      occurred_at: 2026-01-05T10:00:00Z
      ---
      === customers/acme/profile.md
      # Acme Inc
      === customers/templates/compact.md
      Text
      """
    ).load().workspace
    #expect(workspace.customers.map(\.slug) == ["acme", "beta-foods", "delta", "gamma"])
    #expect(workspace.customers.map(\.name) == ["Acme Inc", "Beta foods", "Delta", "Gamma"])
    #expect(!workspace.paths.contains("customers/gamma/profile.md"))
  }

  @Test(arguments: [
    ("pipeline: renewal", "renewal"), ("type: expansion", "expansion"),
    ("pipeline: renewal\ntype: expansion", "renewal"),
    ("pipeline: nowhere", "new-business"), ("", "new-business"),
  ])
  func aDealFollowsTheWorkflowItNamesThenThatOfItsType(fields: String, expected: String) async throws {
    let flows = ["renewal", "expansion", "new-business"].map { id in
      WorkspaceFile(RepoPath("customers/workflows/\(id).yaml"), "id: \(id)\nstages: [{id: lead}]")
    }
    let deal = WorkspaceFile("customers/a/deals/d.md", "---\nstage: lead\n\(fields)\n---")
    let workspace = await WorkspaceLoader.load(flows + [deal], jobs: 1).workspace
    #expect(workspace.workflow(for: try #require(workspace.deals.first)).workflowID == expected)
  }

  @Test func aWorkspaceWithoutWorkflowsUsesTheStandardOne() async throws {
    let workspace = await WorkspaceLoader.load(
      [WorkspaceFile("customers/a/deals/d.md", "---\nstage: lead\n---")], jobs: 1
    ).workspace
    let workflow = workspace.workflow(for: try #require(workspace.deals.first))
    #expect(workflow.stages.map(\.id) == Workflow.standard.stages.map(\.id))
    #expect(workflow.stage("negotiation")?.probability == Decimal4("0.8"))
  }

  @Test(arguments: ["", "name:\n", "nonsense: [", "[1, 2]"])
  func settingsFallBackToTheirDefaults(text: String) {
    let settings = Settings(reading: Array(text.utf8))
    #expect(settings.name == "Fieldbook")
    #expect(settings.currency == "EUR")
    #expect(settings.timeZone == "UTC")
    #expect(settings.weekStart == .monday)
    #expect(settings.fiscalYearStart == (1, 1))
    #expect(settings.branch == "main")
    #expect(settings.repository == nil)
    #expect(settings.freshness.battlecardDays == 90)
  }

  @Test func settingsAreReadFieldByField() {
    let text = "name: Shop\ncurrency: SEK\nfiscal_year_start: 04-01\nweek_start: sunday\nfreshness: {profile_days: 7}"
    let settings = Settings(reading: Array(text.utf8))
    #expect(settings.name == "Shop")
    #expect(settings.currency == "SEK")
    #expect(settings.fiscalYearStart == (4, 1))
    #expect(settings.weekStart == .sunday)
    #expect(settings.freshness.profileDays == 7)
    #expect(settings.freshness.playbookDays == 180)
  }

  @Test func historyHasItsOwnSettings() {
    #expect(Settings(reading: []).history.baselineDeals == 20)
    let text = "history: {bots: ['*[bot]@users.example', Import@x.example], baseline_deals: 50}"
    let history = Settings(reading: Array(text.utf8)).history
    #expect(history.baselineDeals == 50)
    #expect(history.isBot("1+ci[bot]@Users.example") && history.isBot("import@X.example"))
    #expect(!history.isBot("ann@x.example") && !history.isBot(""))
  }

  @Test func aProfileMeansTheSameAsMarkdownYAMLOrJSON() async throws {
    let yaml = """
      name: Acme
      country: NO
      employees: 012
      arr: {value: 84000.10, currency: EUR, kind: ARR}
      owners: {ae: ada.lind}
      renewal_on: 2027-01-31
      success: {nps: -5, nps_on: 2026-01-05}
      external_ids: {crm: "007"}
      """
    let json = """
      {"name": "Acme", "country": "NO", "employees": 12, "arr": {"value": 84000.10, "currency": "EUR", "kind": "ARR"},
       "owners": {"ae": "ada.lind"}, "renewal_on": "2027-01-31", "success": {"nps": -5, "nps_on": "2026-01-05"},
       "external_ids": {"crm": "007"}}
      """
    var dumps: Set<String> = []
    for (suffix, text) in [("md", "---\n\(yaml)\n---\n"), ("yaml", yaml), ("yml", yaml), ("json", json)] {
      let file = WorkspaceFile(RepoPath("customers/acme/profile.\(suffix)"), text)
      let (workspace, findings) = await WorkspaceLoader.load([file], jobs: 1)
      #expect(findings.allSatisfy { $0.id == "ambiguous-scalar" })
      var customer = try #require(workspace.customers.first)
      #expect(customer.slug == "acme")
      #expect(customer.country == "NO")
      #expect(customer.arr == Money(try #require(Decimal4("84000.1")), currency: "EUR", kind: .arr))
      (customer.source.path, customer.source.fields) = ("", nil)
      dumps.insert("\(customer)")
    }
    #expect(dumps.count == 1)
  }

  @Test func theResultDependsNeitherOnTheOrderOfFilesNorOnTheNumberOfJobs() async {
    let broken = MarkedFiles(
      "=== customers/acme/deals/x.md\n---\nstge: a\n---\n=== customers/b/deals/y.md\n---\nowner: x\n---"
    ).files
    let files = Shop.files + broken
    let expected = await WorkspaceLoader.load(files, jobs: 1)
    for jobs in [1, 3, 8, 64] {
      let (workspace, findings) = await WorkspaceLoader.load(files.reversed(), jobs: jobs)
      #expect(findings == expected.findings)
      #expect(workspace.records.map(\.source.path) == expected.workspace.records.map(\.source.path))
    }
  }

  @Test func filesThatCannotBeReadAreNamedAndLeftOut() async {
    let contents: [WorkspaceFile.Content] = [
      .tooLarge(bytes: 2_000_000), .symlink(target: "/etc"), .unreadable("gone"), .notRead, .submodule,
    ]
    let files = contents.enumerated().map { WorkspaceFile(path: RepoPath("docs/\($0).md"), content: $1, hash: "") }
    let (workspace, findings) = await WorkspaceLoader.load(files, jobs: 1)
    #expect(findings.map(\.id) == ["file-too-large", "symlink-not-followed", "file-unreadable"])
    #expect(workspace.records.isEmpty)
    #expect(workspace.paths.count == 5)
  }

  @Test(arguments: [
    ("# Hello\n\nBody", "Hello", 2), ("---\ntitle: Named\n---\n# Hello\nBody", "Named", 4), ("Body", "Notes", 1),
  ])
  func aPageIsNamedByItsFieldsThenItsHeadingThenItsFile(text: String, title: String, bodyLine: Int) async throws {
    let workspace = await WorkspaceLoader.load([WorkspaceFile("docs/notes.md", text)], jobs: 1).workspace
    let page = try #require(workspace.pages.first)
    #expect(page.title == title)
    #expect(page.source.body?.firstLine == bodyLine)
  }
}
