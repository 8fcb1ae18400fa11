import Diagnostics
import FieldbookTestSupport
import Git
import Testing

@Suite struct OfficialHistoryTests {
  @Test(arguments: 1...3)
  func tellsTheSameChangesAsGitLog(jobs: Int) throws {
    let scratch = try ScratchRepository()
    try ScriptedHistory.write(to: scratch, steps: jobs == 1 ? 90 : 440)
    let repository = try scratch.open()
    let history = try repository.officialHistory(of: scratch.id("HEAD"), isCached: false, jobs: jobs)
    let expected = try GitLog.changes(scratch)
    #expect(history.count == expected.count)
    var renames = 0
    for place in 0..<history.count {
      let commit = history[place]
      renames += commit.changes.count { $0.kind == .renamed }
      #expect(commit.changes.map(GitLog.line).sorted() == expected[commit.id.hex], "\(commit.message)")
    }
    #expect(renames > 10)
  }

  @Test func readsOnlyWhatIsNew() throws {
    let scratch = try ScratchRepository()
    try ScriptedHistory.write(to: scratch, steps: 30)
    let repository = try scratch.open()
    let first = try repository.officialHistory(of: scratch.id("HEAD"))
    let size = try #require(try logSize(scratch))
    #expect(try repository.officialHistory(of: scratch.id("HEAD~3"))[0] == first[3])
    #expect(try logSize(scratch) == size)
    try scratch.write("new.md", "new\n")
    try scratch.commit("One more")
    let second = try repository.officialHistory(of: scratch.id("HEAD"))
    #expect(second.count == first.count + 1)
    #expect(second[0].changes.map(\.path) == ["new.md"])
    for place in 0..<first.count { #expect(second[place + 1] == first[place]) }
    let grown = try #require(try logSize(scratch)) - size
    #expect(grown > 0 && grown < 300)
    #expect(try repository.officialHistory(of: scratch.id("HEAD"), isCached: false).commits == second.commits)
  }

  @Test func rewrittenHistoryCostsItsNewCommits() throws {
    let scratch = try ScratchRepository()
    try ScriptedHistory.write(to: scratch, steps: 20)
    let repository = try scratch.open()
    _ = try repository.officialHistory(of: scratch.id("HEAD"))
    let size = try #require(try logSize(scratch))
    try scratch.git("reset", "--quiet", "--hard", "HEAD~2")
    try scratch.write("other.md", "other\n")
    try scratch.commit("Another way")
    let rewritten = try repository.officialHistory(of: scratch.id("HEAD"))
    #expect(rewritten.commits == (try repository.officialHistory(of: scratch.id("HEAD"), isCached: false).commits))
    let grown = try #require(try logSize(scratch)) - size
    #expect(grown > 0 && grown < 300)
  }

  @Test(arguments: [0, 1, 20, 21, 30, 200, -1, -20])
  func damagedLogIsWrittenAgain(cut: Int) throws {
    let scratch = try ScratchRepository()
    try ScriptedHistory.write(to: scratch, steps: 20)
    let repository = try scratch.open()
    let sound = try repository.officialHistory(of: scratch.id("HEAD"))
    let log = "\(scratch.path)/.git/fieldbook/history-2"
    let bytes = try #require(ScratchFile.contents(of: log))
    try ScratchFile.write(Array(cut < 0 ? bytes.dropLast(-cut) : bytes.prefix(cut)), to: log)
    #expect(try repository.officialHistory(of: scratch.id("HEAD")).commits == sound.commits)
    #expect(ScratchFile.contents(of: log) == bytes)
    var flipped = bytes
    flipped[bytes.count / 2] ^= 0x10
    try ScratchFile.write(flipped, to: log)
    #expect(try repository.officialHistory(of: scratch.id("HEAD")).commits == sound.commits)
    #expect(ScratchFile.contents(of: log) == bytes)
  }

  @Test func mergesTellWhoDidWhatOnTheBranch() throws {
    let scratch = try ScratchRepository()
    try scratch.write("a.md", "a\n")
    try scratch.commit("First")
    try scratch.git("checkout", "--quiet", "-b", "side")
    try scratch.write("b.md", "b\n")
    try scratch.commit("Side one", author: "Bo Ek <bo@example.org>")
    // Read while it is checked out: the log then knows the branch's commits as official ones.
    _ = try scratch.open().officialHistory(of: scratch.id("HEAD"))
    try scratch.write("a.md", "a, changed\n")
    try scratch.write("b.md", "b, changed\n")
    try scratch.commit("Side two", author: "Cy Dahl <cy@example.org>")
    try scratch.git("checkout", "--quiet", "main")
    try scratch.write("c.md", "c\n")
    try scratch.commit("Main")
    try scratch.git("merge", "--quiet", "--no-ff", "--message=Merge side", "side")
    let history = try scratch.open().officialHistory(of: scratch.id("HEAD"))
    #expect(history.count == 3)
    let merge = history[0]
    #expect(merge.parents == 2)
    #expect(merge.side.map(\.subject) == ["Side one", "Side two"])
    #expect(merge.side.map(\.author.name) == ["Bo Ek", "Cy Dahl"])
    #expect(merge.changes.map(\.path) == ["a.md", "b.md"])
    #expect(merge.changes.map(\.side) == [[1], [0, 1]])
    #expect(history[1].side.isEmpty)
  }

  @Test func aMergeThatMadeSomethingOfItsOwnTellsWhatTheBranchHad() throws {
    let scratch = try ScratchRepository()
    try scratch.write("a.md", "one\n")
    try scratch.write("b.md", "one\n")
    try scratch.commit("First")
    try scratch.git("checkout", "--quiet", "-b", "side")
    try scratch.write("a.md", "two\n")
    try scratch.write("b.md", "two\n")
    try scratch.commit("Side")
    try scratch.git("checkout", "--quiet", "main")
    try scratch.write("a.md", "three\n")
    try scratch.commit("Main")
    try scratch.git("merge", "--quiet", "--no-ff", "--no-commit", "--strategy-option=ours", "side")
    try scratch.write("a.md", "by hand\n")
    try scratch.commit("Merge side")
    let merge = try scratch.open().officialHistory(of: scratch.id("HEAD"))[0]
    #expect(merge.changes.map(\.path) == ["a.md", "b.md"])
    #expect(merge.changes.map(\.sideBlobs) == [[try scratch.id("side:a.md")], []])
    // Read again from what was kept.
    #expect(try scratch.open().officialHistory(of: scratch.id("HEAD"))[0] == merge)
  }

  @Test func octopusAndSecondRootAreUnderstood() throws {
    let scratch = try ScratchRepository()
    try scratch.write("a.md", "a\n")
    try scratch.commit("First")
    for name in ["one", "two"] {
      try scratch.git("checkout", "--quiet", "-b", name, "main")
      try scratch.write("\(name).md", "\(name)\n")
      try scratch.commit("On \(name)")
    }
    try scratch.git("checkout", "--quiet", "--orphan", "elsewhere")
    try scratch.git("rm", "--quiet", "-rf", ".")
    try scratch.write("root.md", "root\n")
    try scratch.commit("A root of its own")
    try scratch.git("checkout", "--quiet", "main")
    try scratch.git("merge", "--quiet", "--no-ff", "--message=Octopus", "one", "two")
    try scratch.git("merge", "--quiet", "--no-ff", "--allow-unrelated-histories", "--message=Join", "elsewhere")
    try scratch.commitIndex("Nothing at all")
    let history = try scratch.open().officialHistory(of: scratch.id("HEAD"))
    #expect(history.commits.map(\.message) == ["Nothing at all\n", "Join\n", "Octopus\n", "First\n"])
    #expect(history[0].changes.isEmpty)
    #expect(history[1].side.map(\.subject) == ["A root of its own"])
    #expect(history[2].parents == 3)
    #expect(history[2].side.map(\.subject) == ["On one", "On two"])
    #expect(!history.isCutOff)
  }

  @Test func shallowCloneEndsAtItsBoundaryAndGoesOnWhenDeepened() throws {
    let scratch = try ScratchRepository()
    for step in 1...6 {
      try scratch.write("a.md", "step \(step)\n")
      try scratch.commit("Step \(step)")
    }
    let clone = "\(scratch.folder)/clone"
    try scratch.git(["clone", "--quiet", "--depth=3", "file://\(scratch.path)", clone])
    let shallow = try scratch.open(clone)
    let head = try scratch.id("HEAD")
    let cut = try shallow.officialHistory(of: head)
    #expect(cut.commits.map(\.message) == ["Step 6\n", "Step 5\n"])
    #expect(cut.boundary?.message == "Step 4\n")
    try scratch.git(["fetch", "--quiet", "--unshallow"], in: clone)
    let whole = try scratch.open(clone).officialHistory(of: head)
    #expect(whole.commits == (try scratch.open().officialHistory(of: head).commits))
    #expect(whole.boundary == nil)
  }

  @Test func graftsAndReplacementsCountAsTheyDoForGit() throws {
    let scratch = try ScratchRepository()
    for step in 1...5 {
      try scratch.write("a.md", "step \(step)\n")
      try scratch.commit("Step \(step)")
    }
    let (fourth, second) = (try scratch.id("HEAD~1").hex, try scratch.id("HEAD~3").hex)
    try scratch.git("replace", "--graft", fourth, second)
    let history = try scratch.open().officialHistory(of: scratch.id("HEAD"))
    #expect(history.commits.map(\.message) == ["Step 5\n", "Step 4\n", "Step 2\n", "Step 1\n"])
    #expect(history[1].changes.first?.old?.hex == (try scratch.git("rev-parse", "\(second):a.md")))
    try scratch.git("replace", "--delete", fourth)
    #expect(try scratch.open().officialHistory(of: scratch.id("HEAD")).count == 5)
  }

  @Test func copyNamesWhatItWasCopiedFrom() throws {
    let scratch = try ScratchRepository()
    let text = String(repeating: "A line that is long enough.\n", count: 5)
    try scratch.write("templates/deal.md", text)
    try scratch.commit("Template")
    _ = try scratch.open().officialHistory(of: scratch.id("HEAD"))
    try scratch.write("customers/new.md", text)
    try scratch.write("customers/short.md", "same\n")
    try scratch.write("customers/other.md", "same\n")
    try scratch.commit("Begin from the template")
    let changes = try scratch.open().officialHistory(of: scratch.id("HEAD"))[0].changes
    #expect(changes.map(\.kind) == [.copied, .added, .added])
    #expect(changes[0].from == "templates/deal.md")
  }

  @Test func fiftyThousandFilesInOneCommit() throws {
    let scratch = try ScratchRepository()
    var stream = "commit refs/heads/main\ncommitter A <a@example.org> 1700000000 +0000\ndata 0\n"
    for number in 0..<50_000 {
      stream += "M 100644 inline d\(number % 50)/f\(number).md\ndata 6\n\(100_000 + number)\n"
    }
    stream += "commit refs/heads/main\ncommitter A <a@example.org> 1700000060 +0000\ndata 0\nR d0 moved\n"
    stream += "commit refs/heads/main\ncommitter A <a@example.org> 1700000120 +0000\ndata 0\ndeleteall\n"
    try scratch.git(["fast-import", "--quiet"], input: Array(stream.utf8))
    let history = try scratch.open().officialHistory(of: scratch.id("main"))
    #expect(history.commits.map(\.changes.count) == [50_000, 1000, 50_000])
    #expect(history[1].changes.allSatisfy { $0.kind == .renamed && $0.likeness == 100 })
  }

  private func logSize(_ scratch: ScratchRepository) throws -> Int? {
    ScratchFile.contents(of: "\(scratch.path)/.git/fieldbook/history-2")?.count
  }
}

extension OfficialHistory {
  /// All commits, newest first.
  fileprivate var commits: [HistoryCommit] { (0..<count).map { self[$0] } }
}
