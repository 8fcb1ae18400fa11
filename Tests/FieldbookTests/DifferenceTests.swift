import FieldbookApp
import FieldbookTestSupport
import Foundation
import Testing
import WorkspaceModel

/// What a reviewer is told of a branch: a stage change, an amount cut, a rewritten paragraph, a move and new access.
@Suite struct DifferenceTests {
  private func repository() throws -> ScratchRepository {
    let repository = try ScratchRepository()
    try repository.write("fieldbook.yaml", "name: Test Books\ncurrency: EUR\n")
    try repository.write("customers/acme/profile.md", "---\nname: Acme\nlifecycle: prospect\n---\n\nFirst words.\n")
    try repository.write(
      "customers/acme/deals/rollout.md", Self.deal(stage: "discovery", amount: 84_000, why: "a hope"))
    try repository.write("guides/pricing.md", "# Pricing\n\nTen seats are the least.\n\nWe never discount twice.\n")
    try repository.write("workspace-setup/access.yaml", Self.access(hide: "[]"))
    try repository.commit("First")
    try repository.git("checkout", "--quiet", "-b", "feature")
    try repository.write(
      "customers/acme/deals/rollout.md", Self.deal(stage: "negotiation", amount: 69_000, why: "the contract that ends"))
    try repository.git("mv", "guides/pricing.md", "guides/price-list.md")
    try repository.write("workspace-setup/access.yaml", Self.access(hide: "[guides/**]"))
    try repository.commit("Move on", at: 1_700_500_000)
    // What happens elsewhere meanwhile is no change of the branch.
    try repository.git("checkout", "--quiet", "main")
    try repository.write("customers/acme/profile.md", "---\nname: Acme\nlifecycle: customer\n---\n\nFirst words.\n")
    try repository.commit("Elsewhere", at: 1_700_600_000)
    try repository.git("checkout", "--quiet", "feature")
    return repository
  }

  private static func deal(stage: String, amount: Int, why: String) -> String {
    """
    ---
    name: Acme – rollout
    stage: \(stage)
    amount: {value: \(amount), currency: EUR, kind: ARR}
    close_on: 2026-12-18
    ---
    **Why now** is \(why). Nobody else asks.

    """
  }

  private static func access(hide: String) -> String {
    "default: company\naudiences:\n  company: {title: Everyone, see: [\"**\"]}\n"
      + "  partners: {title: Partners, see: [\"**\"], hide: \(hide)}\n"
  }

  @Test func tellsFieldsAndTheirEffectsFromTheMergeBase() throws {
    let repository = try repository()
    let printed = try Program.run(["diff", "main..feature"], in: repository.path).output
    for line in [
      ": 2 changed, 1 moved", "Stage Discovery → Negotiation", "Amount 84,000 → 69,000 EUR", "(−18 %)",
      "Moved from guides/pricing.md", "Open pipeline: 84,000 → 69,000 EUR ARR (−18 %)",
      "moved /guides/pricing/ → /guides/price-list/", "Text changed (+2 words)",
      "partners no longer sees guides/price-list.md",
    ] { #expect(printed.contains(line), "\(line) in:\n\(printed)") }
    #expect(!printed.contains("lifecycle") && !printed.contains("Lifecycle"))
    #expect(printed.split(separator: "\n").allSatisfy { $0.count <= 100 })
  }

  @Test func markdownAndJSONTellTheSame() throws {
    let repository = try repository()
    let markdown = try Program.run(["diff", "main..feature", "--format", "markdown"], in: repository.path).output
    #expect(
      markdown.contains("| Acme | Acme – rollout <br>`customers/acme/deals/rollout.md` | Stage Discovery → Negotiation")
    )
    #expect(markdown.contains("Moved from `guides/pricing.md`"))
    let json = try Program.run(["diff", "main..feature", "--format", "json"], in: repository.path).output
    let parsed = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    #expect((parsed["records"] as? [Any])?.count == 3)
    #expect((parsed["figures"] as? [Any])?.isEmpty == false)
  }

  @Test func workTreeIsComparedWithACommit() throws {
    let repository = try repository()
    try repository.write("guides/new.md", "# New\n")
    let printed = try Program.run(["diff", "HEAD", "--worktree"], in: repository.path).output
    #expect(printed.contains("work tree: 1 new"))
    #expect(printed.contains("new   /guides/new/"))
    let nothing = try Program.run(["diff", "HEAD..HEAD"], in: repository.path).output
    #expect(nothing.contains("Nothing that Everyone may see differs."))
  }

  @Test func whatAnAudienceMayNotSeeIsNotTold() throws {
    let repository = try repository()
    let printed = try Program.run(["diff", "main..feature", "--audience", "partners"], in: repository.path).output
    // What they may see no more is gone for them; what it became is not named.
    #expect(printed.contains("− Pricing  guides/pricing.md"))
    #expect(!printed.contains("price-list"))
  }

  @Test func historyOfARecordNamesWhoChangedWhat() throws {
    let repository = try repository()
    let printed = try Program.run(["history", "rollout"], in: repository.path).output
    for line in ["Stage Discovery → Negotiation", "Amount 84,000 → 69,000 EUR", "Ada Lind", "Move on", "∙ Added"] {
      #expect(printed.contains(line), "\(line) in:\n\(printed)")
    }
    let json = try Program.run(["history", "rollout", "--format", "json"], in: repository.path).output
    let parsed = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    #expect((parsed["changes"] as? [Any])?.count == 2)
    let unknown = try Program.run(["history", "rolout"], in: repository.path)
    #expect(unknown.status == 2)
    #expect(unknown.errors.contains("did you mean 'rollout'?"))
  }

  @Test func reviewSiteHasItsComparisonAndSaysSo() async throws {
    let repository = try repository()
    let site = try await repository.site { $0.comparedWith = "main" }
    let page = site.text("changes/compare/main..now/index.html")
    #expect(page.contains("Negotiation") && page.contains("−18 %"))
    #expect(page.contains("<del>") && page.contains("<ins>"))
    #expect(site.text("index.html").contains("The workspace as this branch would leave it"))
  }

  @Test func thePastSaysThatItIsThePastUnlessToldNotTo() async throws {
    let repository = try repository()
    let old = try await repository.site { $0.revision = "HEAD~1" }
    let commit = try repository.git("rev-parse", "HEAD~1").prefix(7)
    #expect(old.text("customers/acme/index.html").contains("commit \(commit)"))
    #expect(old.text("customers/acme/index.html").contains("The past"))
    try repository.git("checkout", "--quiet", "--detach", "HEAD~1")
    let then = try await repository.site()
    try repository.git("checkout", "--quiet", "feature")
    let again = try await repository.site {
      $0.revision = "HEAD~1"
      $0.showsRibbon = false
    }
    #expect(then == again)
  }

  @Test func aShallowCloneSaysThatHistoryIsUnknown() async throws {
    let repository = try repository()
    let clone = repository.folder + "/clone"
    try repository.git(["clone", "--quiet", "--depth=1", "file://\(repository.path)", clone])
    let site = try Program.run(["build", "--output", clone + "-site"], in: clone)
    #expect(site.status == 0)
    #expect(site.errors.contains("git fetch --unshallow"))
    let refused = try Program.run(["build", "--require-full-history", "--output", clone + "-site"], in: clone)
    #expect(refused.status == 3)
    #expect(refused.errors.contains("git fetch --unshallow"))
  }
}
