import Diagnostics
import FieldbookTestSupport
import Testing
import WorkspaceModel

@Suite struct NonInterferenceTests {
  /// Changes that `company` must not be able to notice.
  static let changes: [String: String] = [
    "edit a hidden record":
      "=== customers/secret/deals/big.md\n---\nstage: negotiation\namount: {value: 1, currency: EUR}\n---\nEdited.",
    "break a hidden record": "=== customers/secret/deals/big.md\n---\nstage: [\n---\n",
    "add a record beside it": "=== customers/secret/insights/new.md\n---\nstatement: New.\n---\n",
    "add a hidden profile": "=== customers/secret/profile.md\n# Secret Inc",
    "add a hidden bill":
      "=== customers/acme/billing.csv\ninvoice,due_on,amount,currency,status\nB2,2026-01-05,1,EUR,late",
    "add a labelled page": "=== docs/more.md\n---\naudience: board\ntitle: More\n---\nMore.",
    "edit a labelled page": "=== docs/board.md\n---\naudience: board\ntitle: Other\n---\n# Other",
    "imply a customer by a labelled deal": "=== customers/newco/deals/d.md\n---\nstage: lead\naudience: board\n---",
    "add a personal plan": "=== personal/daily-plans/bo.berg/2026-01-06.md\nPlan.",
    "give a visible contact's id to a hidden one":
      "=== customers/secret/contacts.yaml\ncontacts: [{id: someone, name: S}]",
    "add a hidden name that is near a dangling one": "=== customers/secret/deals/frist.md\n---\nstage: lead\n---",
    "change a phone number":
      "=== customers/acme/contacts.yaml\ncontacts: [{id: cleo, name: Cleo, phones: [\"+1 2\"], emails: [c@x.example]}]",
  ]

  /// A visible record whose link leads nowhere, so that suggestions have something to leak into.
  static let files =
    AccessPolicyTests.files + [
      WorkspaceFile("sales-toolkit/battlecards/b.md", "---\nproof: [{deal: secret/frst}, {deal: acme/none}]\n---\n")
    ]

  @Test(arguments: changes.keys.sorted())
  func hiddenRecordsChangeNothingThatIsVisible(change: String) async throws {
    let others = MarkedFiles(try #require(Self.changes[change])).files
    let before = try #require(await visible(Self.files, to: "company"))
    let after = try #require(await visible(Self.files.replacing(with: others), to: "company"))
    // Who last changed a visible file is visible, also when what changed in it is a hidden field.
    let isOwnFile = others.allSatisfy { after.workspace.paths.contains($0.path) }
    if isOwnFile {
      #expect(after.workspace.contacts.map { "\($0)" } == before.workspace.contacts.map { "\($0)" })
    } else {
      #expect(after.observed == before.observed)
    }
  }

  @Test func renamingAndRemovingHiddenRecordsChangesNothingThatIsVisible() async throws {
    let before = try #require(await visible(Self.files, to: "company"))
    for path in ["customers/secret/deals/big.md", "docs/board.md", "personal/notes.md"] as [RepoPath] {
      let text = try #require(Self.files.first { $0.path == path }).text
      let without = Self.files.removing(path)
      let renamed = without + [WorkspaceFile(path.parent.appending("renamed.md"), text)]
      #expect(try #require(await visible(without, to: "company")).observed == before.observed)
      #expect(try #require(await visible(renamed, to: "company")).observed == before.observed)
    }
  }

  @Test func theDumpNoticesAChangeOfAVisibleRecord() async throws {
    let before = try #require(await visible(Self.files, to: "company"))
    let edited = Self.files.replacing(with: [WorkspaceFile("docs/open.md", "Edited.")])
    #expect(try #require(await visible(edited, to: "company")).observed != before.observed)
  }
}
