import Diagnostics
import FieldbookTestSupport
import Testing
import WorkspaceModel

/// One deal of a small customer, with its interactions and contacts.
struct DealFixture {
  let workspace: Workspace
  let deal: Deal

  /// A deal of these fields; each interaction is `kind day participants`, such as `call 2026-01-05 cleo,ada`.
  init(
    _ fields: String, interactions: [String] = [], profile: String = "",
    sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    var files = [
      WorkspaceFile("customers/acme/profile.md", "---\nname: Acme\n\(profile)\n---"),
      WorkspaceFile(
        "customers/acme/contacts.yaml", "contacts: [{id: cleo, name: C}, {id: dan, name: D}, {id: eva, name: E}]"),
      WorkspaceFile("customers/acme/deals/big.md", "---\n\(fields)\n---"),
    ]
    for (index, text) in interactions.enumerated() {
      let words = text.split(separator: " ", maxSplits: 3).map(String.init)
      let further = words.count > 3 ? words[3] : ""
      files.append(
        WorkspaceFile(
          RepoPath("customers/acme/interactions/\(index).md"),
          """
          ---
          kind: \(words[0])
          occurred_at: \(words[1])T10:00:00+02:00
          participants: [\(words[2])]
          \(further)
          ---
          """))
    }
    workspace = await WorkspaceLoader.load(files, jobs: 1).workspace
    deal = try #require(workspace.deals.first, sourceLocation: sourceLocation)
  }

  /// Ids of the customer's people.
  var contacts: Set<String> { Set(workspace.contacts.map(\.id)) }
}

/// A day that the test spells right.
func day(_ iso: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> Day {
  try #require(Day(iso: iso), sourceLocation: sourceLocation)
}
