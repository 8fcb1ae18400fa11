import FieldbookApp
import FieldbookTestSupport
import Testing
import WorkspaceModel

struct RevisionTests {
  private func repository() throws -> ScratchRepository {
    let repository = try ScratchRepository()
    try repository.write("fieldbook.yaml", "name: Test Books\ntime_zone: Europe/Stockholm\n")
    try repository.write("customers/acme/profile.md", "---\nname: Acme One\nlifecycle: prospect\n---\n\nFirst words.\n")
    try repository.commit("First")
    try repository.write("customers/acme/profile.md", "---\nname: Acme Two\nlifecycle: customer\n---\n\nLater words.\n")
    try repository.commit("Second")
    return repository
  }

  @Test func anOlderCommitIsRenderedAsItWas() async throws {
    let repository = try repository()
    let now = try await repository.site()
    let before = try await repository.site { $0.revision = "HEAD~1" }
    #expect(now.text("customers/acme/index.html").contains("Acme Two"))
    #expect(before.text("customers/acme/index.html").contains("Acme One"))
    #expect(!before.text("customers/acme/index.html").contains("Acme Two"))
    #expect(before.text("build.json").contains(try repository.git("rev-parse", "HEAD~1").prefix(7)))
  }

  @Test func anUncommittedEditShowsOnlyWithTheWorkTree() async throws {
    let repository = try repository()
    try repository.write("customers/acme/profile.md", "---\nname: Acme Three\n---\n")
    try repository.write("customers/new/profile.md", "---\nname: Newcomer\n---\n")
    let committed = try await repository.site()
    let onDisk = try await repository.site { $0.isWorkTree = true }
    #expect(committed.text("customers/acme/index.html").contains("Acme Two"))
    #expect(committed["customers/new/index.html"] == nil)
    #expect(onDisk.text("customers/acme/index.html").contains("Acme Three"))
    #expect(onDisk["customers/new/index.html"] != nil)
  }

  @Test func aDayShowsWhatWasCommittedByItsEndWhereTheWorkspaceIsAtHome() async throws {
    let repository = try ScratchRepository()
    try repository.write("fieldbook.yaml", "time_zone: Europe/Stockholm\n")
    try repository.write("note.md", "# One\n")
    try repository.commit("One", at: 1_774_990_740)  // 2026-03-31 22:59 in Stockholm
    try repository.write("note.md", "# Two\n")
    try repository.commit("Two", at: 1_774_994_460)  // 2026-04-01 00:01 in Stockholm, still 31 March in UTC
    let site = try await repository.site { $0.asOf = .init("2026-03-31") }
    #expect(site.text("note/index.html").contains("One"))
    #expect(site.text("build.json").contains("2026-03-31T23:59:59+02:00"))
  }

  @Test(arguments: ["nowhere", "HEAD~9", "-x", "$(id)"])
  func aCommitThatDoesNotExistIsRefusedInWords(spec: String) async throws {
    let repository = try repository()
    let error = await #expect(throws: FieldbookError.self) { try await repository.fieldbook { $0.revision = spec } }
    #expect(error?.message.isEmpty == false)
    #expect([2, 3].contains(error?.exitCode))
  }

  @Test func aRepositoryWithoutACommitSaysWhatToDo() async throws {
    let repository = try ScratchRepository()
    try repository.write("note.md", "# Hello\n")
    let error = await #expect(throws: FieldbookError.self) { try await repository.fieldbook() }
    #expect(error?.exitCode == 3)
    #expect(error?.help?.contains("--worktree") == true)
    let site = try await repository.site { $0.isWorkTree = true }
    #expect(site.text("note/index.html").contains("Hello"))
  }

  @Test func eachPageNamesItsFileLastChangeAndAuthor() async throws {
    let repository = try repository()
    let page = try await repository.site().text("customers/acme/index.html")
    #expect(page.contains("customers/acme/profile.md"))
    #expect(page.contains("Ada Lind"))
    #expect(page.contains(try repository.git("rev-parse", "HEAD").prefix(7)))
  }
}
