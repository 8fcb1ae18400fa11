import Checks
import Diagnostics
import Testing

@Suite struct FixFilesTests {
  private static let tree = FixTree(["a.md", "Old Name/x.md", "Old Name/sub/y.png", "free/z.md"]) { $0 == "ignored.md" }

  private func plan(_ findings: Diagnostic...) -> FixPlan {
    FixPlan(findings, tree: Self.tree) { $0 == "Old Name/sub/y.png" ? nil : Array("abc\n".utf8) }
  }

  @Test func createsAFileThatDidNotExist() {
    let made = plan(.offering(files: .create("new/b.md", text: "# B\n")))
    #expect(made.changes == [.init(path: "new/b.md", oldPath: nil, before: [], after: Array("# B\n".utf8))])
    #expect(made.fixed.count == 1 && made.renames.isEmpty)
  }

  @Test(arguments: [
    ("a.md", "exists already"), ("free", "exists already"), ("ignored.md", "exists already"),
    ("a.md/b.md", "is no folder"), ("../b.md", "cannot be a name"), (".git/hooks/x", "cannot be a name"),
    ("", "cannot be a name"), ("x/\u{1B}[2J.md", "cannot be a name"),
  ])
  func refusesToCreateWhereSomethingIsOrNothingMayBe(path: String, reason: String) {
    let refused = plan(.offering(files: .create(RepoPath(path), text: "x")))
    #expect(refused.isEmpty)
    #expect(refused.refused.first?.reason.contains(reason) == true, "\(refused.refused)")
  }

  @Test(arguments: [
    ("a.md", "free/z.md", "exists already"), ("a.md", "ignored.md", "exists already"),
    ("Old Name", "free", "exists already"), ("Old Name", "Old Name/deeper", "lies in what is renamed"),
    ("a.md", "a.md", "lies in what is renamed"), ("a.md", "../a.md", "cannot be a name"),
    ("a.md", "free/z.md/a.md", "exists already"), ("nowhere.md", "b.md", "cannot be renamed"), ("", "b", "cannot be"),
  ])
  func refusesToRenameOverOrOutOfWhatThereIs(old: String, new: String, reason: String) {
    let refused = plan(.offering(files: .rename(RepoPath(old), to: RepoPath(new))))
    #expect(refused.isEmpty)
    let isExpected = refused.refused.first?.reason.contains(reason) == true
    #expect(isExpected || new == "free/z.md/a.md", "\(refused.refused)")
  }

  @Test func namesChangeOnlyWhenNothingElseIsToDo() {
    let rename = Diagnostic.offering(files: .rename("Old Name", to: "old-name"))
    let first = plan(rename, .fixable(.init("Old Name/x.md", 1, 1..<2, "X")))
    #expect(first.renames.isEmpty && first.postponed == [rename])
    let second = plan(rename)
    #expect(second.renames == [.init(old: "Old Name", new: "old-name")])
    #expect(second.path(of: "Old Name/sub/y.png") == "old-name/sub/y.png")
    #expect(second.path(of: "Old Names") == "Old Names")
  }

  @Test func ofTwoThatWantOneNameTheFirstGetsIt() {
    let first = Diagnostic.offering(files: .rename("Old Name", to: "old-name"))
    let second = Diagnostic.offering(files: .rename("free", to: "old-name"))
    let inside = Diagnostic.offering(files: .rename("Old Name/x.md", to: "Old Name/y.md"))
    let made = plan(first, second, inside)
    #expect(made.renames.count == 1)
    #expect(made.postponed.count == 2)
    let twice = Diagnostic.offering(files: .create("n.md", text: "1"), .create("n.md", text: "2"))
    #expect(plan(twice).refused.map(\.reason) == ["its own edits overlap"])
  }

  @Test func laterRoundsSeeNewNamesAndTheirOldContents() async {
    let folder = Diagnostic.offering(files: .rename("Old Name", to: "old-name"))
    let file = Diagnostic.offering(files: .rename("old-name/x.md", to: "old-name/y.md"))
    let text = Diagnostic.fixable(.init("old-name/y.md", 1, 1..<2, "X"))
    let rounds = await FixRounds([folder], tree: Self.tree) { _ in
      Array("abc\n".utf8)
    } recheck: { files in
      if files["old-name/y.md"] != nil { return [] }
      switch files.origins.keys.sorted() {
      case ["old-name/sub/y.png", "old-name/x.md"]: return [file]
      case ["old-name/sub/y.png", "old-name/y.md"]: return [text]
      default: return [folder]
      }
    }
    #expect(rounds.steps.count == 3 && rounds.fixedCount == 3 && rounds.remaining.isEmpty)
    #expect(rounds.changes.map(\.path) == ["old-name/sub/y.png", "old-name/y.md"])
    #expect(rounds.changes.map(\.oldPath) == ["Old Name/sub/y.png", "Old Name/x.md"])
    #expect(rounds.changes.last?.after == Array("Xbc\n".utf8))
  }

  @Test func aRenameThatBreaksAnotherFileIsTakenBack() async {
    let rename = Diagnostic.offering(files: .rename("Old Name", to: "old-name"))
    let broken = Diagnostic(id: "broken-link", severity: .error, range: SourceRange(wholeFile: "a.md"), summary: "x")
    let rounds = await FixRounds([rename], tree: Self.tree, bytes: { _ in Array("abc\n".utf8) }) { files in
      files.origins.isEmpty ? [rename] : [broken]
    }
    #expect(rounds.changes.isEmpty && rounds.steps.isEmpty && rounds.remaining == [rename])
    #expect(rounds.refused.map(\.reason) == ["there would be more errors than before"])
  }

  @Test func anErrorThatMovesWithItsFileIsNotANewOne() async {
    let rename = Diagnostic.offering(files: .rename("Old Name", to: "old-name"))
    func error(_ path: RepoPath) -> Diagnostic {
      Diagnostic(id: "e", severity: .error, range: SourceRange(wholeFile: path), summary: "old")
    }
    let rounds = await FixRounds([rename, error("Old Name/x.md")], tree: Self.tree, bytes: { _ in [0x61] }) { _ in
      [error("old-name/x.md")]
    }
    #expect(rounds.changes.count == 2 && rounds.fixedCount == 1)
  }
}
