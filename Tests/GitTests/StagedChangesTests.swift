import Diagnostics
import FieldbookTestSupport
import Git
import Testing

@Suite struct StagedChangesTests {
  /// What `git diff-index --cached` says, in the form of ``lines(_:)``.
  private func expected(_ scratch: ScratchRepository, _ tree: String) throws -> [String] {
    let text = try scratch.git(
      "diff-index", "--cached", "--raw", "--no-renames", "--no-abbrev", "-z", "--ita-invisible-in-index", tree)
    let parts = text.split(separator: "\0").map(String.init)
    return stride(from: 0, to: parts.count - 1, by: 2).map { place in
      let fields = parts[place].split(separator: " ")
      return "\(parts[place + 1]) \(fields[4]) \(fields[2]) \(fields[3])"
    }.sorted()
  }

  private func lines(_ changes: [TreeChange]) -> [String] {
    let none = String(repeating: "0", count: 40)
    return changes.map { change in
      let letter =
        switch change.kind {
        case .added: "A"
        case .deleted: "D"
        case .modified: (change.old?.mode == .symlink) == (change.new?.mode == .symlink) ? "M" : "T"
        }
      return "\(change.path) \(letter) \(change.old?.id.hex ?? none) \(change.new?.id.hex ?? none)"
    }.sorted()
  }

  private func staged(_ scratch: ScratchRepository) throws -> [TreeChange] {
    let repository = try scratch.open()
    let tree = try repository.head.id.map { try repository.commit($0).tree }
    return try repository.stagedChanges(try repository.indexLines(), against: tree)
  }

  private func scratch() throws -> ScratchRepository {
    let scratch = try ScratchRepository()
    for name in ["a.md", "a/b.md", "a/b+/c.md", "a-b/x.md", "a/x/deep/er.md", "ab", "run.sh", "z/z.md"] {
      try scratch.write(name, name)
    }
    try scratch.link("out", to: "/etc")
    try scratch.commit("First")
    return scratch
  }

  @Test func nothingIsStagedRightAfterACommit() throws {
    #expect(try staged(scratch()).isEmpty)
  }

  @Test func saysWhatGitSays() throws {
    let scratch = try scratch()
    try scratch.write("a/x/deep/er.md", "changed")
    try scratch.write("a/x/new.md", "new")
    try scratch.write("b/c/d.md", "new folder")
    try scratch.remove("z/z.md")
    try scratch.remove("out")
    try scratch.write("out", "a file now")
    try scratch.remove("ab")
    try scratch.write("ab/inside.md", "a folder now")
    try scratch.git("add", "--all")
    try scratch.git("update-index", "--chmod=+x", "run.sh")
    try scratch.write("a/later.md", "only the name")
    try scratch.git("add", "--intent-to-add", "a/later.md")
    let changes = try staged(scratch)
    #expect(changes.map(\.path) == changes.map(\.path).sorted())
    #expect(lines(changes) == (try expected(scratch, "HEAD")))
    #expect(changes.count == 8)
  }

  @Test func everythingIsNewBeforeTheFirstCommit() throws {
    let scratch = try ScratchRepository()
    try scratch.write("a/b.md", "one")
    try scratch.write("c.md", "two")
    try scratch.git("add", "--all")
    #expect(try staged(scratch).map(\.path) == ["a/b.md", "c.md"])
    #expect(try staged(scratch).allSatisfy { $0.kind == .added })
  }

  @Test func everythingMayBeGone() throws {
    let scratch = try scratch()
    try scratch.git("rm", "-r", "--quiet", "--cached", ".")
    #expect(lines(try staged(scratch)) == (try expected(scratch, "HEAD")))
  }

  @Test func foldersInWhichNothingIsStagedAreNeverOpened() throws {
    let scratch = try scratch()
    try scratch.write("z/z.md", "changed")
    try scratch.git("add", "z/z.md")
    let hex = try scratch.git("rev-parse", "HEAD:a")
    try scratch.git("prune-packed")
    try scratch.remove(".git/objects/\(hex.prefix(2))/\(hex.dropFirst(2))")
    #expect(try staged(scratch).map(\.path) == ["z/z.md"])
  }

  @Test func namesComeInTheOrderOfBytesWhereCaseIsIgnored() throws {
    let scratch = try ScratchRepository()
    for name in ["B.md", "a.md", "C/x.md", "b/y.md"] { try scratch.write(name, name) }
    try scratch.commit("First")
    try scratch.git("config", "core.ignorecase", "true")
    let repository = try scratch.open()
    let index = try repository.indexLines()
    #expect(index.lines.indices.map(index.path(at:)) == ["B.md", "C/x.md", "a.md", "b/y.md"])
    #expect(index.contains("C/x.md"))
    #expect(!index.contains("c/x.md"))
    #expect(try staged(scratch).isEmpty)
  }
}
