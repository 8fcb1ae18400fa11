import Diagnostics
import FieldbookTestSupport
import Git
import Testing

@Suite struct HistoryTests {
  @Test func readsACommitAsWritten() throws {
    let scratch = try ScratchRepository()
    let first = try scratch.commit("First")
    try scratch.write("a.md", "a\n")
    try scratch.git("add", "a.md")
    let message = "Add a file\nin two lines\n\nBody.\n\nApproved-by: Grace Berg\nFieldbook-Run: 7\n"
    try scratch.git(
      ["commit", "--quiet", "--message=\(message)", "--author=Zoë Ö <zoe@example.org>", "--date=@1600000000 +0530"],
      environment: ["GIT_COMMITTER_DATE": "@1600000060 -0330"])
    let id = try scratch.id("HEAD")
    let commit = try scratch.open().commit(id)
    #expect(commit.id == id)
    #expect(commit.parents == [first])
    #expect(commit.tree == (try scratch.id("HEAD^{tree}")))
    #expect(
      commit.author
        == Signature(name: "Zoë Ö", email: "zoe@example.org", when: 1_600_000_000, offsetMinutes: 330))
    #expect(commit.committer.when == 1_600_000_060)
    #expect(commit.committer.offsetMinutes == -210)
    #expect(commit.summary == "Add a file in two lines")
    #expect(commit.message == message)
    #expect(commit.trailers.map(\.key) == ["Approved-by", "Fieldbook-Run"])
    #expect(commit.trailers.map(\.value) == ["Grace Berg", "7"])
  }

  @Test func replacesBytesThatAreNoUTF8() throws {
    let scratch = try ScratchRepository()
    let tree = try scratch.git(["mktree"], input: [])
    var raw = Array("tree \(tree)\nauthor Ren".utf8) + [0xE9]
    raw += Array(" <r@example.org> 5 +0000\ncommitter R <r@example.org> 5 +0000\n\ncaf".utf8) + [0xE9]
    let hex = try scratch.git(["hash-object", "-t", "commit", "-w", "--stdin"], input: raw)
    let commit = try scratch.open().commit(try #require(ObjectID(hex: hex)))
    #expect(commit.author.name == "Ren\u{FFFD}")
    #expect(commit.message == "caf\u{FFFD}")
  }

  @Test func resolvesBranchesTagsAndAbbreviations() throws {
    let scratch = try ScratchRepository()
    let first = try scratch.commit("First")
    try scratch.git("tag", "--annotate", "--message=v1", "v1")
    let second = try scratch.commit("Second")
    try scratch.git("tag", "light")
    try scratch.git("tag", "of-a-tree", "HEAD^{tree}")
    let repository = try scratch.open()
    #expect(try repository.resolve("v1") == first)
    #expect(try repository.resolve("main~1") == first)
    #expect(try repository.resolve("HEAD") == second)
    #expect(try repository.resolve(String(second.hex.prefix(9))) == second)
    #expect(try repository.branches().map(\.name) == ["main"])
    #expect(try repository.tags().map(\.name) == ["light", "v1"])
    #expect(try repository.tags().map(\.id) == [second, first])
  }

  @Test func namesTheRevisionThatCannotBeResolved() throws {
    let scratch = try ScratchRepository()
    try scratch.write("a.md", "a\n")
    try scratch.commit("First")
    let repository = try scratch.open()
    let missing = #expect(throws: GitError.self) { try repository.resolve("mian") }
    #expect(missing?.code == .notFound)
    #expect(missing?.description.contains("'mian'") == true)
    let blob = #expect(throws: GitError.self) { try repository.resolve("HEAD:a.md") }
    #expect(blob?.message == "it names a blob, not a commit")
    for spec in ["", "a b", "$(x)", "main\n", "é", String(repeating: "a", count: 201)] {
      let error = #expect(throws: GitError.self) { try repository.resolve(spec) }
      #expect(error?.code == .invalidSpec)
    }
  }

  @Test func findsTheCommitOfADate() throws {
    let scratch = try ScratchRepository()
    let first = try scratch.commit("First", at: 1_000)
    let second = try scratch.commit("Second", at: 2_000)
    let repository = try scratch.open()
    #expect(try repository.commit(before: 1_999) == first)
    #expect(try repository.commit(before: 2_000) == second)
    #expect(try repository.commit(before: 5_000, from: first) == first)
    let error = #expect(throws: GitError.self) { try repository.commit(before: 999) }
    #expect(error?.code == .notFound)
  }

  @Test func listsFirstParentsNewestFirst() throws {
    let scratch = try ScratchRepository()
    let first = try scratch.commit("First")
    try scratch.git("checkout", "--quiet", "-b", "side")
    try scratch.commit("Side")
    try scratch.git("checkout", "--quiet", "main")
    let second = try scratch.commit("Second")
    try scratch.git("merge", "--quiet", "--no-ff", "--message=Merge", "side")
    let merge = try scratch.id("HEAD")
    let repository = try scratch.open()
    #expect(try repository.firstParentCommits(from: merge).map(\.id) == [merge, second, first])
    #expect(try repository.firstParentCommits(from: merge, limit: 2).map(\.id) == [merge, second])
  }

  @Test func stopsAtTheBoundaryOfAShallowClone() throws {
    let scratch = try ScratchRepository()
    try scratch.write("old.md", "old\n")
    try scratch.commit("First", at: 1_000)
    try scratch.write("a.md", "a\n")
    let second = try scratch.commit("Second", at: 2_000)
    try scratch.write("b.md", "b\n")
    let third = try scratch.commit("Third", at: 3_000)
    let clone = scratch.folder + "/shallow"
    try scratch.git("clone", "--quiet", "--depth=2", "file://" + scratch.path, clone)
    let repository = try scratch.open(clone)
    #expect(repository.isShallow)
    #expect(repository.shallowBoundary == [second])
    #expect(try repository.firstParentCommits(from: third).map(\.id) == [third, second])
    let history = try repository.officialHistory(of: third)
    #expect(history.count == 1)
    #expect(history[0].changes.map(\.path) == ["b.md"])
    #expect(history.boundary?.id == second)
    for error in [
      #expect(throws: GitError.self) { try repository.resolve("HEAD~2") },
      #expect(throws: GitError.self) { try repository.commit(before: 1_500) },
    ] {
      #expect(error?.code == .shallow)
      #expect(error?.help == "run: git fetch --unshallow")
    }
  }
}
