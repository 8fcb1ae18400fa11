import FieldbookTestSupport
import Testing

/// Redirects tell nobody of what is hidden from them.
struct RedirectAudienceTests {
  private static let access = """
    default: company
    audiences:
      company: {title: Everyone, members: ["*"], see: ["**"], hide: ["secret/**"]}
      leadership: {title: Leaders, members: [], see: ["**"], hide: []}
    """
  private static let long = (1...12).map { "Line \($0) of a text that is long enough to be known again.\n" }.joined()

  private func repository() throws -> ScratchRepository {
    let repository = try ScratchRepository()
    try repository.write("fieldbook.yaml", "name: Hidden\n")
    try repository.write("workspace-setup/access.yaml", Self.access)
    try repository.write("guides/open.md", "# Open\n\nOpen. \(Self.long)")
    try repository.write("secret/plan.md", "# Plan\n\nSecret. \(Self.long)")
    try repository.write("guides/board.md", "---\ntitle: Board\naudience: [leadership]\n---\n\nBoard. \(Self.long)")
    try repository.commit("First")
    return repository
  }

  private func build(_ repository: ScratchRepository, _ audience: String) async throws -> [String: [UInt8]] {
    let head = try repository.git("rev-parse", "HEAD").prefix(7)
    return try await repository.site {
      $0.audience = audience
      $0.sourceDateEpoch = 1_795_000_000
    }.mapValues { Array(String(decoding: $0, as: UTF8.self).replacing(head, with: "HEAD").utf8) }
  }

  @Test func aRenameOfWhatIsHiddenChangesNoByteForOthers() async throws {
    let repository = try repository()
    try repository.commit("Nothing")
    let before = try await build(repository, "company")
    try repository.git("mv", "secret/plan.md", "secret/scheme.md")
    try repository.git("mv", "guides/board.md", "guides/council.md")
    try repository.commit("Rename")
    #expect(try await build(repository, "company") == before)
    let leaders = try await build(repository, "leadership")
    let led = leaders.text("_redirects").split(separator: "\n").filter { !$0.contains("/history/") }
    #expect(led == ["/guides/board/ /guides/council/ 301", "/secret/plan/ /secret/scheme/ 301"])
    try repository.write(
      "redirects.yaml",
      """
      moved:
        - {from: secret/oldest.md, to: secret/scheme.md, on: 2026-01-01}
        - {from: guides/oldest-board.md, to: guides/council.md, on: 2026-01-01}
      gone:
        - {path: secret/gone.md, on: 2026-01-01, reason: Nobody knows}
      """)
    try repository.commit("Ledger")
    #expect(try await build(repository, "company") == before)
    #expect(
      try await build(repository, "leadership").text("_redirects").contains("/secret/oldest/ /secret/scheme/ 301"))
  }

  @Test func aTombstoneOfALabelledRecordIsForThoseWhoSawTheRecord() async throws {
    let repository = try repository()
    try repository.remove("guides/board.md")
    try repository.write("redirects.yaml", "gone:\n  - {path: guides/board.md, on: 2026-01-01, reason: Dissolved}\n")
    try repository.commit("Dissolve the board")
    #expect(try await build(repository, "company")["guides/board/index.html"] == nil)
    #expect(try await build(repository, "leadership").text("guides/board/index.html").contains("Dissolved"))
  }

  @Test func whatLeftAHiddenFolderTellsNothingOfIt() async throws {
    let repository = try repository()
    try repository.git("mv", "secret/plan.md", "guides/plan.md")
    try repository.commit("Publish the plan")
    let site = try await build(repository, "company")
    #expect(site.text("guides/plan/index.html").contains("Secret."))
    #expect(site.text("_redirects") == "")
    #expect(!site.keys.contains { $0.hasPrefix("secret") })
  }

  @Test func theLedgerItselfIsNoFileOfASite() async throws {
    let repository = try repository()
    try repository.write("redirects.yaml", "gone:\n  - {path: secret/zebrafinch.md, on: 2026-01-01}\n")
    try repository.write("guides/open.md", "# Open\n\nSee [the ledger](../redirects.yaml).\n")
    try repository.commit("Link to the ledger")
    for audience in ["company", "leadership"] {
      let site = try await build(repository, audience)
      #expect(site["files/redirects.yaml"] == nil)
      if audience == "company" {
        #expect(!site.values.contains { String(decoding: $0, as: UTF8.self).contains("zebrafinch") })
      }
    }
  }
}
