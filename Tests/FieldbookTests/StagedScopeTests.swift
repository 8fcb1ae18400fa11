import FieldbookTestSupport
import Testing

/// What a small commit is checked against: the quick answer is that of a check of everything.
struct StagedScopeTests {
  private static let note = "customers/acme/interactions/2023-01-05-call.md"
  private static let won =
    "---\nname: One\nstage: closed_won\nclosed_on: 2023-01-05\namount: {value: 1, currency: EUR}\n---\n"

  private func repository(_ more: [(String, String)] = []) throws -> ScratchRepository {
    let repository = try ScratchRepository()
    try repository.write("fieldbook.yaml", "name: Staged\n")
    for customer in ["acme", "bolt", "clay"] {
      try repository.write(
        "customers/\(customer)/profile.md", "---\nname: \(customer)\nlifecycle: prospect\n---\n\n## Plan\n\nWords.\n")
      try repository.write("customers/\(customer)/contacts.yaml", "contacts:\n  - {id: ann-\(customer), name: Ann}\n")
    }
    try repository.write(Self.note, Self.note(""))
    for (path, text) in more { try repository.write(path, text) }
    try repository.commit("Sound")
    return repository
  }

  private static func note(_ text: String) -> String {
    "---\nkind: call\noccurred_at: 2023-01-05T10:00:00Z\n---\n\nThey called. \(text)\n"
  }

  /// What a check says once this is staged on top of that.
  private func check(_ changes: [(String, String)], on more: [(String, String)] = []) throws -> Program.Result {
    let repository = try repository(more)
    for (path, text) in changes { try repository.write(path, text) }
    try repository.git("add", "--all")
    return try Program.run(["check", "--staged", "--strict"], in: repository.path)
  }

  @Test(arguments: [
    "See [Bolt](../../bolt/profile.md#plan).", "See [Bolt](../../%62olt/profile.md).", "See [[bolt]] and [[Clay]].",
    "See [[2023-02-02-demo]].", "See [the guide](../../../guide.md).",
  ])
  func linksToWhatOthersHaveAreSound(text: String) throws {
    let run = try check(
      [(Self.note, Self.note(text))],
      on: [("guide.md", "# Guide\n"), ("customers/bolt/interactions/2023-02-02-demo.md", Self.note("Demo."))])
    #expect(run.status == 0, "\(run.output)")
    #expect(run.errors.contains("no findings in 1 changed file"))
  }

  @Test(arguments: [
    ("See [Bolt](../../bolt/profile.md#plans).", "broken-anchor"),
    ("See [Bolt](../../bolt/deals/x.md).", "broken-link"),
    ("See [[2023-02-02-demo]].", "ambiguous-wiki-link"), ("See [[Some title]].", "broken-wiki-link"),
  ])
  func linksIntoFoldersOfOtherCustomersAreFollowed(text: String, id: String) throws {
    let demos = ["bolt", "clay"].map { ("customers/\($0)/interactions/2023-02-02-demo.md", Self.note("At \($0).")) }
    let run = try check([(Self.note, Self.note(text))], on: demos)
    #expect(run.status == 1)
    #expect(run.output.contains("\(Self.note):6:") && run.output.contains("[\(id)]"), "\(run.output)")
  }

  @Test func whatADealSaysOfItsCustomersProfileIsReportedThere() throws {
    let deal = "customers/acme/deals/one.md"
    let profile = ("customers/acme/profile.md", "---\nname: acme\nlifecycle: customer\n---\n")
    let run = try check([(deal, Self.won.replacing("closed_won", with: "discovery"))], on: [profile, (deal, Self.won)])
    #expect(run.output.contains("customers/acme/profile.md:3:12: warning:"), "\(run.output)")
    #expect(run.output.contains("[lifecycle-contradicts-deals]"))
  }

  @Test func aNewTitleIsMissedWhereTheOldOneIsLinked() throws {
    let run = try check(
      [("guide.md", "# Manual\n")], on: [("guide.md", "# Handbook\n"), ("customers/bolt/notes.md", "[[Handbook]]\n")])
    #expect(run.status == 1)
    #expect(run.output.contains("customers/bolt/notes.md:1:1: "), "\(run.output)")
  }

  @Test func namesThatDifferOnlyByCaseMeet() throws {
    let run = try check([("customers/Bolt/notes.md", "Words.\n")])
    #expect(run.status == 1)
    #expect(run.output.contains("[case-collision]"), "\(run.output)")
  }

  @Test func anOldSuppressionIsJudgedByTheWholeWorkspace() throws {
    let text = "<!-- fieldbook-ignore broken-link: later -->\nSee [Bolt](../../%62olt/profile.md)."
    let run = try check([(Self.note, Self.note("\n\n" + text))])
    #expect(run.output.contains("[unused-suppression]"), "\(run.output)")
  }

  @Test func aFileThatOnlyMayBeRunIsNoChange() throws {
    let repository = try repository()
    try repository.git("update-index", "--chmod=+x", Self.note)
    let run = try Program.run(["check", "--staged"], in: repository.path)
    #expect(run.status == 0)
    #expect(run.errors.contains("no findings in 0 changed files"))
  }

  @Test func entriesOfTheBaselineAreNotCalledStale() throws {
    let faulty = ("customers/acme/deals/old.md", "---\nname: Old\nstage: discovry\n---\n")
    let repository = try repository([faulty])
    _ = try Program.run(["check", "--update-baseline", "--grow"], in: repository.path)
    try repository.git("add", "--all")
    try repository.git("commit", "--quiet", "-m", "Baseline")
    try repository.write(Self.note, Self.note("Again."))
    try repository.git("add", "--all")
    let run = try Program.run(["check", "--staged"], in: repository.path)
    #expect(run.status == 0)
    #expect(!run.errors.contains("stale"), "\(run.errors)")
  }
}
