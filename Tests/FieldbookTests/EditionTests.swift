import FieldbookTestSupport
import Foundation
import Testing

@testable import FieldbookApp

/// What `--save` does to a repository in which people work.
@Suite struct EditionTests {
  private static let place = "reporting/personal/editions/mine/2023-11-14-ann-lee.md"

  private func repository() throws -> ScratchRepository {
    let repository = try ScratchRepository()
    try repository.git("config", "user.name", "Ann Lee")
    try repository.git("config", "user.email", "ann@example.org")
    try repository.write("fieldbook.yaml", "name: Test\n")
    try repository.write("notes.md", "First.\n")
    try repository.write("workspace-setup/people.yaml", "people:\n  - {id: ann.lee, name: Ann Lee, role: ae}\n")
    try repository.write(
      "reporting/personal/mine.md", "---\ntitle: Mine\nreport: ae\n---\nAs of {{as_of}}: {{no_tomorrow}}.\n")
    try repository.commit("First", at: 1_699_999_000)
    return repository
  }

  private func save(
    _ repository: ScratchRepository, beforeMoving: () throws(FieldbookError) -> Void = {}
  ) async throws -> SavedEdition {
    let fieldbook = try await repository.fieldbook()
    let wanted = ReportOptions("mine", user: "ann.lee")
    return try fieldbook.save(try fieldbook.report(wanted), about: wanted, beforeMoving: beforeMoving)
  }

  @Test func commitsOneFileAndLeavesTheRestAlone() async throws {
    let repository = try repository()
    try repository.write("notes.md", "Being written.\n")
    try repository.write("staged.md", "Staged.\n")
    try repository.git("add", "staged.md")
    let edition = try await save(repository)
    #expect(edition.path.description == Self.place)
    #expect(edition.workTree == .written)
    #expect(
      try repository.git("show", "--name-only", "--format=%an %s", "HEAD")
        == "Ann Lee Save Mine, 14 Nov 2023\n\n\(Self.place)")
    #expect(try repository.git("status", "--short") == " M notes.md\nA  staged.md")
    #expect(try repository.git("show", "HEAD:\(Self.place)").contains("As of 14 Nov 2023"))
    // What was staged is the next commit, and the edition stays.
    try repository.git("commit", "--quiet", "--message=Next")
    #expect(try repository.git("ls-tree", "-r", "--name-only", "HEAD").contains(Self.place))
  }

  @Test func leavesWhatAPersonPutThere() async throws {
    let repository = try repository()
    try repository.write(Self.place, "My own draft.\n")
    let edition = try await save(repository)
    guard case .left = edition.workTree else {
      Issue.record("the draft was replaced")
      return
    }
    #expect(try String(contentsOfFile: "\(repository.path)/\(Self.place)", encoding: .utf8) == "My own draft.\n")
    #expect(try repository.git("show", "HEAD:\(Self.place)").contains("As of"))
  }

  @Test func loosesNoCommitThatComesMeanwhile() async throws {
    let repository = try repository()
    var times = 0
    let edition = try await save(repository) { () throws(FieldbookError) in
      times += 1
      guard times < 3 else { return }
      do {
        try repository.write("other-\(times).md", "Elsewhere.\n")
        try repository.git("add", "other-\(times).md")
        try repository.commitIndex("Meanwhile \(times)")
      } catch {
        throw .usage("\(error)", help: nil)
      }
    }
    #expect(times == 3)
    #expect(edition.commit != nil)
    #expect(try repository.git("log", "--format=%s") == "Save Mine, 14 Nov 2023\nMeanwhile 2\nMeanwhile 1\nFirst")
    #expect(try repository.git("status", "--short") == "")
  }

  @Test func sameBytesAreNoSecondCommit() async throws {
    let repository = try repository()
    let fieldbook = try await repository.fieldbook()
    let wanted = ReportOptions("mine", user: "ann.lee")
    let report = try fieldbook.report(wanted)
    #expect(try fieldbook.save(report, about: wanted).commit != nil)
    #expect(try fieldbook.save(report, about: wanted).commit == nil)
    #expect(try repository.git("rev-list", "--count", "HEAD") == "2")
  }

  @Test func aDetachedHeadIsRefused() async throws {
    let repository = try repository()
    try repository.git("checkout", "--quiet", "--detach")
    await #expect(throws: FieldbookError.self) { try await save(repository) }
  }
}
