import Diagnostics
import FieldbookTestSupport
import Git
import Testing

@Suite struct TreeComparisonTests {
  @Test func tellsWhatChangedBetweenTwoTrees() throws {
    let scratch = try ScratchRepository()
    for name in ["a/one.md", "a/two.md", "b.md", "c", "same/x.md"] { try scratch.write(name, name) }
    try scratch.commit("First")
    let old = try scratch.id("HEAD^{tree}")
    try scratch.write("a/one.md", "changed")
    try scratch.remove("b.md")
    try scratch.remove("c")
    try scratch.write("c/inside.md", "c")
    try scratch.git("add", "--all")
    try scratch.git("update-index", "--chmod=+x", "a/two.md")
    try scratch.commitIndex("Second")
    let new = try scratch.id("HEAD^{tree}")
    let repository = try scratch.open()
    let changes = try repository.changes(from: old, to: new)
    #expect(changes.map(\.path) == ["a/one.md", "a/two.md", "b.md", "c", "c/inside.md"])
    #expect(changes.map(\.kind) == [.modified, .modified, .deleted, .deleted, .added])
    #expect(changes[1].new?.mode == .executable)
    #expect(changes[1].new?.id == changes[1].old?.id)
    #expect(try repository.changes(from: new, to: new).isEmpty)
    #expect(try repository.changes(from: nil, to: old).map(\.kind) == Array(repeating: .added, count: 5))
    #expect(try repository.changes(from: old, to: nil).map(\.kind) == Array(repeating: .deleted, count: 5))
  }

  @Test func tellsAFolderThatBecameAFile() throws {
    let scratch = try ScratchRepository()
    try scratch.write("a/b.md", "1\n")
    try scratch.commit("Folder")
    try scratch.git("rm", "--quiet", "a/b.md")
    try scratch.write("a", "2\n")
    try scratch.commit("File")
    let newest = try scratch.open().officialHistory(of: scratch.id("HEAD"), isCached: false)[0]
    #expect(newest.changes.map(\.path) == ["a", "a/b.md"])
    #expect(newest.changes.map(\.kind) == [.added, .deleted])
  }
}
