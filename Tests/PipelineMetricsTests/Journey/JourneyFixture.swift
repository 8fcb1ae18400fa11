import Diagnostics
import FieldbookTestSupport
import PipelineMetrics
import Testing
import WorkspaceModel

/// One customer with its deals, and the journeys that its records tell on a day.
struct JourneyFixture {
  let workspace: Workspace
  let book: JourneyBook

  /// A customer `acme` of these fields and deals by slug; other files by path.
  init(
    _ profile: String, deals: [String: String] = [:], files: [RepoPath: String] = [:], on today: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    var all = [
      WorkspaceFile("customers/acme/profile.md", "---\nname: Acme\n\(profile)\n---"),
      WorkspaceFile("customers/acme/contacts.yaml", "contacts: [{id: cleo, name: C}]"),
    ]
    for (slug, fields) in deals {
      all.append(WorkspaceFile(RepoPath("customers/acme/deals/\(slug).md"), "---\n\(fields)\n---"))
    }
    for (path, text) in files { all.append(WorkspaceFile(path, text)) }
    workspace = await WorkspaceLoader.load(all, jobs: 1).workspace
    let clock = MetricClock(endOf: try day(today, sourceLocation: sourceLocation))
    book = JourneyBook(workspace, Timeline(), DealLives(workspace, Timeline(), clock: clock))
  }

  /// The journey of the customer.
  func customer(sourceLocation: SourceLocation = #_sourceLocation) throws -> CustomerJourney {
    try #require(book.journey(of: "acme"), sourceLocation: sourceLocation)
  }

  /// The way of a deal.
  func deal(_ slug: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> DealJourney {
    let deal = try #require(workspace.deals.first { $0.slug == slug }, sourceLocation: sourceLocation)
    return try #require(book.journey(of: deal), sourceLocation: sourceLocation)
  }

  /// The stage history of a deal, from words such as `lead 2026-01-05`.
  static func history(_ visits: String...) -> String {
    "stage_history:\n"
      + visits.map { visit in
        let words = visit.split(separator: " ")
        return "  - {stage: \(words[0]), entered_on: \(words[1])}"
      }.joined(separator: "\n")
  }
}

extension [JourneyStep] {
  /// "lead passed, qualification skipped".
  var told: String { map { "\($0.id) \($0.state.rawValue)" }.joined(separator: ", ") }

  /// A step by its id.
  subscript(id: String) -> JourneyStep? { first { $0.id == id } }
}
