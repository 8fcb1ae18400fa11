import Checks
import Diagnostics
import Testing

@Suite struct NewFileTests {
  private static let rules = """
    === fieldbook.yaml
    structure:
      required:
        - {folder: projects/*, files: [README.md, plan.md|plan.yaml], folders: [notes]}
        - {folder: legal, files: [terms.md]}
      allowed:
        - {folder: contracts/*, names: ["*.pdf"]}
        - {folder: projects/*/secret, names: ["*.pdf"]}
    === projects/north/data.csv
    day,value
    """

  @Test func whatTheWorkspaceAsksForIsBegunWithoutNewFindings() async throws {
    let mended = try await Mended(Self.rules)
    #expect(mended.text("projects/north/README.md") == "# North\n")
    #expect(mended.text("projects/north/plan.md") == "# Plan\n")
    #expect(mended.text("projects/north/notes/README.md") == "# Notes\n")
    #expect(mended.text("legal/terms.md") == "# Terms\n")
    #expect(mended.rounds.remaining == [])
    #expect(try await Mended(mended.files).rounds.changes.isEmpty)
  }

  @Test func aCustomerGetsAProfileAndContactsThatSayNoMoreThanTheFolder() async throws {
    let mended = try await Mended("=== customers/acme-2/deals/q3.md\n---\nname: Q3\nstage: lead\n---\n")
    #expect(mended.text("customers/acme-2/profile.md") == "---\nname: Acme 2\n---\n")
    #expect(mended.text("customers/acme-2/contacts.yaml") == "contacts: []\n")
    #expect(mended.rounds.remaining.filter { $0.severity > .note } == [])
  }

  @Test(arguments: [
    "structure: {forbidden: ['legal/**'], required: [{folder: legal, files: [a.md]}]}",
    "structure: {allowed: [{folder: legal, names: ['*.pdf']}], required: [{folder: legal}]}",
    "structure: {max_depth: 1, required: [{folder: legal/a/b}]}",
    "structure: {required: [{folder: legal, files: [logo.svg]}]}",
    "structure: {required: [{folder: ../legal}]}", "structure: {required: [{folder: .git/hooks}]}",
    "structure: {required: [{folder: 'legal', files: ['[x](y).md']}]}",
    "structure: {required: [{folder: 'legal', files: ['../../a.md']}]}",
  ])
  func nothingIsBegunThatIsForbiddenOrWouldBeAGuess(settings: String) async throws {
    let mended = try await Mended("=== fieldbook.yaml\n\(settings)\n=== README.md\n# Home\n")
    #expect(mended.before.contains { $0.id == "missing-folder" })
    #expect(mended.rounds.changes.isEmpty)
  }

  @Test func frontMatterSaysWhatTheNameTellsAndNothingElse() async throws {
    let text = "# First call\n\nThey want numbers.  \n"
    let path: RepoPath = "customers/acme/interactions/2026-10-12-email-in-first.md"
    let profile = "---\nname: Acme\n---\n"
    let mended = try await Mended([
      path: Array(text.utf8), "customers/acme/profile.md": Array(profile.utf8),
      "customers/acme/contacts.yaml": Array("contacts: []\n".utf8),
      "customers/acme/interactions/first-call.md": Array(text.utf8),
      "customers/acme/insights/bills.md": Array("# It's \"late\": 'bills'\n\nx\n".utf8),
      "customers/acme/deals/q3.md": Array("Q3.\n".utf8),
    ])
    #expect(mended.text(path) == "---\nkind: email_in\n---\n\n" + text)
    #expect(mended.text("customers/acme/interactions/first-call.md") == text)
    #expect(mended.text("customers/acme/deals/q3.md") == "Q3.\n")
    #expect(
      mended.text("customers/acme/insights/bills.md")
        == "---\nstatement: 'It''s \"late\": ''bills'''\n---\n\n# It's \"late\": 'bills'\n\nx\n")
    #expect(try await Mended(mended.files).rounds.changes.isEmpty)
  }
}
