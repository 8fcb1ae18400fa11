import Diagnostics
import FieldbookTestSupport
import Foundation
import Git
import Testing

@Suite struct IndexTests {
  @Test func readsThePartlyStagedFileFromTheIndexThatGitNames() throws {
    let scratch = try ScratchRepository()
    try scratch.write("a.md", "one\n")
    try scratch.commit("First")
    // As `git commit -- path` does: the index of the commit is another file than `.git/index`.
    let other = scratch.folder + "/next-index"
    try FileManager.default.copyItem(atPath: scratch.path + "/.git/index", toPath: other)
    try scratch.write("a.md", "one\nstaged\n")
    try scratch.git(["add", "a.md"], environment: ["GIT_INDEX_FILE": other])
    try scratch.write("a.md", "one\nstaged\nnot staged\n")
    let repository = try Repository(
      discovering: scratch.path, fromEnvironment: true, environment: GitEnvironment(["GIT_INDEX_FILE": other]))
    let entry = try #require(try repository.indexEntries().first)
    #expect(try repository.blob(entry.id, limit: 100) == Array("one\nstaged\n".utf8))
    #expect(try repository.status() == [StatusEntry(path: "a.md", staged: .modified, unstaged: .modified)])
    let plain = try scratch.open()
    #expect(try plain.blob(try #require(try plain.indexEntries().first).id, limit: 100) == Array("one\n".utf8))
  }

  @Test func seesTheObjectsOfAPushInProgress() throws {
    let scratch = try ScratchRepository()
    try scratch.commit("First")
    let quarantine = scratch.folder + "/quarantine"
    try FileManager.default.createDirectory(atPath: quarantine, withIntermediateDirectories: false)
    let hex = try scratch.git(
      ["hash-object", "-w", "--stdin"], input: Array("pushed\n".utf8),
      environment: [
        "GIT_OBJECT_DIRECTORY": quarantine, "GIT_ALTERNATE_OBJECT_DIRECTORIES": scratch.path + "/.git/objects",
      ])
    let id = try #require(ObjectID(hex: hex))
    let environment = GitEnvironment([
      "GIT_OBJECT_DIRECTORY": quarantine, "GIT_ALTERNATE_OBJECT_DIRECTORIES": scratch.path + "/.git/objects",
    ])
    let hook = try Repository(discovering: scratch.path, fromEnvironment: true, environment: environment)
    #expect(try hook.blob(id, limit: 100) == Array("pushed\n".utf8))
    #expect(try scratch.open().contains(id) == false)
  }

  @Test func marksIntentToAdd() throws {
    let scratch = try ScratchRepository()
    try scratch.write("a.md", "a\n")
    try scratch.commit("First")
    try scratch.write("new.md", "new\n")
    try scratch.git("add", "--intent-to-add", "new.md")
    let entries = try scratch.open().indexEntries()
    #expect(entries.map(\.path) == ["a.md", "new.md"])
    #expect(entries.map(\.isIntentToAdd) == [false, true])
  }

  @Test func marksWhatASparseCheckoutLeavesOut() throws {
    let scratch = try ScratchRepository()
    try scratch.write("a/a.md", "a\n")
    try scratch.write("b/b.md", "b\n")
    try scratch.commit("First")
    try scratch.git("update-index", "--skip-worktree", "b/b.md")
    try scratch.remove("b/b.md")
    let repository = try scratch.open()
    #expect(try repository.indexEntries().map(\.isSkippedInWorkTree) == [false, true])
    #expect(try repository.status().isEmpty)
    #expect(try repository.workTreeFiles().map(\.path) == ["a/a.md"])
  }

  @Test func handsOutTheSidesOfAConflict() throws {
    let scratch = try ScratchRepository()
    try scratch.write("a.md", "base\n")
    try scratch.commit("First")
    try scratch.git("checkout", "--quiet", "-b", "side")
    try scratch.write("a.md", "side\n")
    try scratch.commit("Side")
    try scratch.git("checkout", "--quiet", "main")
    try scratch.write("a.md", "main\n")
    try scratch.commit("Main")
    #expect(throws: ScratchError.self) { try scratch.git("merge", "--quiet", "side") }
    let repository = try scratch.open()
    #expect(try repository.indexEntries().map(\.stage) == [1, 2, 3])
    #expect(try repository.status().map(\.unstaged) == [.conflicted])
    #expect(try repository.workTreeFiles().map(\.path) == ["a.md"])
  }

  @Test func saysThatTheIndexIsDamaged() throws {
    let scratch = try ScratchRepository()
    try scratch.write("a.md", "a\n")
    try scratch.commit("First")
    try Data("DIRC, but not really an index, though long enough to be one".utf8)
      .write(to: URL(fileURLWithPath: scratch.path + "/.git/index"))
    let error = #expect(throws: GitError.self) { try scratch.open().indexEntries() }
    #expect(error?.code == .corrupt)
  }
}
