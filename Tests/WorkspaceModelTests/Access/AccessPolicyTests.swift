import Diagnostics
import FieldbookTestSupport
import Testing

@testable import WorkspaceModel

@Suite struct AccessPolicyTests {
  /// People, three audiences, and something for each of them to see.
  static let files = MarkedFiles(
    """
    === workspace-setup/people.yaml
    people:
      - {id: ada.lind, name: Ada Lind, quotas: [{period: 2026, target: {value: 777, currency: EUR}}]}
      - {id: ada, name: Ada Other}
      - {id: bo.berg, name: Bo Berg}
    === workspace-setup/access.yaml
    default: company
    audiences:
      company:
        title: Everyone
        members: ["*"]
        see: ["**"]
        hide: ["customers/secret/**", "**/billing.csv", "workspace-setup/pay/", "**/access.yaml"]
        hide_fields: [contact.phones, person.quotas]
      board: {see: ["**"], members: [ada.lind]}
      partners: {see: ["docs/**", "personal/**"], hide: ["docs/inner/**"]}
    === personal/daily-plans/ada.lind/2026-01-05.md
    Mine.
    === personal/triggers/ada.lind.yaml
    rules: []
    === personal/notes.md
    Nobody's.
    === customers/acme/profile.md
    # Acme
    === customers/acme/contacts.yaml
    contacts: [{id: cleo, name: Cleo, phones: ["+46 555"], emails: [c@x.example]}]
    === customers/acme/usage.csv
    day,metric,value
    2026-01-05,x,1
    === customers/acme/billing.csv
    invoice,due_on,amount,currency,status
    A1,2026-01-05,999,EUR,open
    === customers/secret/deals/big.md
    ---
    stage: leed
    ---
    Hush.
    === docs/open.md
    Open.
    === docs/board.md
    ---
    audience: board
    ---
    For the board.
    === docs/two.md
    ---
    audience: [board, partners]
    ---
    === docs/inner/x.md
    Inner.
    === workspace-setup/pay/plan.md
    Pay.
    """
  ).files

  @Test func choosesTheDefaultAGroupOrAPersonByName() async {
    let policy = AccessPolicy(await WorkspaceLoader.load(Self.files, jobs: 1).workspace)
    #expect(policy.audience(named: nil) == .group("company"))
    #expect(policy.audience(named: "board") == .group("board"))
    #expect(policy.audience(named: "ada.lind") == .person("ada.lind"))
    #expect(policy.audience(named: "bord") == nil)
    #expect(policy.audience(named: "") == nil)
    #expect(policy.knownNames.contains("partners") && policy.knownNames.contains("bo.berg"))
  }

  @Test(arguments: [
    ("company", ["docs/inner/x.md", "docs/open.md"]),
    ("board", ["docs/board.md", "docs/inner/x.md", "docs/open.md", "docs/two.md"]),
    ("partners", ["docs/open.md", "docs/two.md"]), ("bo.berg", ["docs/inner/x.md", "docs/open.md"]),
    ("ada.lind", ["docs/board.md", "docs/inner/x.md", "docs/open.md", "docs/two.md"]),
  ])
  func seesWhatRulesAndLabelsAllow(audience: String, expected: [RepoPath]) async throws {
    let seen = try #require(await visible(Self.files, to: audience))
    #expect(seen.workspace.paths.filter { $0.isInside("docs") }.sorted() == expected)
    #expect(seen.workspace.pages.map(\.source.path).filter { $0.isInside("docs") }.sorted() == expected)
  }

  @Test(
    arguments: [
      ("company", []), ("board", []), ("partners", []), ("ada", []), ("bo.berg", []),
      ("ada.lind", ["personal/daily-plans/ada.lind/2026-01-05.md", "personal/triggers/ada.lind.yaml"]),
    ] as [(String, [RepoPath])])
  func personalFilesAreOnlyForTheirPersonWhateverTheRulesSay(audience: String, expected: [RepoPath]) async throws {
    let seen = try #require(await visible(Self.files, to: audience))
    #expect(seen.workspace.paths.filter { $0.isInside("personal") }.sorted() == expected)
  }

  @Test func nothingOfAHiddenFileRemains() async throws {
    let seen = try #require(await visible(Self.files, to: "company"))
    #expect(seen.workspace.customers.map(\.slug) == ["acme"])
    #expect(seen.workspace.deals.isEmpty)
    for word in ["secret", "Hush", "999", "unknown-stage", "pay/plan"] {
      #expect(!seen.observed.contains(word), "\(word)")
    }
    let all = try #require(await visible(Self.files, to: "board"))
    #expect(all.observed.contains("unknown-stage") && all.workspace.invoices["acme"]?.count == 1)
    #expect(all.workspace.customers.map(\.slug) == ["acme", "secret"])
  }

  @Test func aForecastIsVisibleOnlyWithAllDealsThatItTellsOf() async throws {
    func forecast(_ deals: String...) -> String {
      "period: 2026-Q1\nas_of: 2026-01-01T09:00:00Z\ndeals:\n"
        + deals.map { "  - {deal: \($0), category: commit, amount: {value: 41, currency: EUR}}\n" }.joined()
    }
    let files = Self.files.replacing(with: [
      WorkspaceFile("customers/acme/deals/small.md", "---\nstage: lead\naudience: board\n---\n"),
      WorkspaceFile("reporting/forecasts/open.yaml", forecast("acme/other")),
      WorkspaceFile("reporting/forecasts/folder.yaml", forecast("acme/other", "secret/big")),
      WorkspaceFile("reporting/forecasts/label.yaml", forecast("acme/small")),
    ])
    let seen = try #require(await visible(files, to: "company"))
    #expect(seen.workspace.forecasts.map(\.source.path) == ["reporting/forecasts/open.yaml"])
    #expect(!seen.workspace.paths.contains("reporting/forecasts/folder.yaml"))
    #expect(try #require(await visible(files, to: "board")).workspace.forecasts.count == 3)
  }

  @Test func theRulesAreVisibleOnlyWithTheirFile() async throws {
    #expect(try #require(await visible(Self.files, to: "company")).workspace.access.audiences.isEmpty)
    #expect(try #require(await visible(Self.files, to: "board")).workspace.access.audiences.count == 3)
  }

  @Test func aHiddenBillDoesNotHideUsage() async throws {
    let seen = try #require(await visible(Self.files, to: "company"))
    #expect(seen.workspace.usage["acme"]?.count == 1)
    #expect(seen.workspace.invoices.isEmpty)
  }

  @Test func hiddenFieldsAreGoneFromRecordsAndFromTheirSource() async throws {
    let seen = try #require(await visible(Self.files, to: "company"))
    #expect(seen.workspace.contacts.map(\.name) == ["Cleo"])
    #expect(seen.workspace.contacts.map(\.emails) == [["c@x.example"]])
    #expect(seen.workspace.people.count == 3)
    for word in ["555", "777"] { #expect(!seen.observed.contains(word), "\(word)") }
    let all = try #require(await visible(Self.files, to: "board"))
    #expect(all.workspace.contacts.map(\.phones) == [["+46 555"]])
  }

  @Test func aPersonSeesAFieldThatOneOfTheirGroupsMaySee() async throws {
    #expect(try #require(await visible(Self.files, to: "ada.lind")).observed.contains("+46 555"))
    #expect(try #require(await visible(Self.files, to: "bo.berg")).observed.contains("+46 555") == false)
  }

  @Test(arguments: [
    "", "audiences:\n  company: {see: ['**'], hide: {personal: x}}", "audiences:\n  company: {see: ['**'], hides: [x]}",
    "a: [", "- x",
    "audience:\n  company: {see: ['**']}", "audiences: {company: {see: [*x]}}",
  ])
  func rulesThatCannotBeReadOpenNothing(text: String) async throws {
    let files = Self.files.replacing(with: [WorkspaceFile("workspace-setup/access.yaml", text)])
    let findings = await WorkspaceLoader.load(files, jobs: 1).findings
    #expect(findings.contains { $0.id == "access-closed" })
    let seen = try #require(await visible(files, to: nil))
    #expect(seen.workspace.paths.isEmpty && seen.workspace.records.isEmpty)
  }

  @Test func rulesThatAreALinkOpenNothing() async throws {
    let link = WorkspaceFile(path: "workspace-setup/access.yaml", content: .symlink(target: "x"), hash: "")
    #expect(try #require(await visible(Self.files.replacing(with: [link]), to: nil)).workspace.paths.isEmpty)
  }

  @Test(arguments: [
    "---\naudience: board\nbroken: a: b\n---\nCanary", "---\naudience: {board: yes}\n---\nCanary",
    "---\naudience: [[board]]\n---\nCanary",
    "---\naudience: board\nCanary", "---\naudience: nobody\n---\nCanary",
  ])
  func aLabelThatCannotBeReadOpensNothing(text: String) async throws {
    let seen = try #require(await visible(Self.files + [WorkspaceFile("docs/label.md", text)], to: "company"))
    #expect(!seen.workspace.paths.contains("docs/label.md"))
  }

  @Test func aWorkspaceWithoutRulesShowsAllButWhatIsPersonal() async throws {
    let seen = try #require(await visible(Self.files.removing("workspace-setup/access.yaml"), to: nil))
    #expect(seen.audience == .group("company"))
    #expect(
      seen.workspace.paths.contains("docs/open.md") && seen.workspace.paths.contains("customers/secret/deals/big.md"))
    #expect(!seen.workspace.paths.contains { $0.isInside("personal") })
  }
}
