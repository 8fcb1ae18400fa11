import Diagnostics
import FieldbookTestSupport
import Foundation
import Git
import Testing

@Suite struct WorkTreeTests {
  @Test func listsTrackedAndUntrackedFilesButNoIgnoredOnes() throws {
    let scratch = try ScratchRepository()
    try scratch.write(".gitignore", "*.log\nbuild/\n")
    try scratch.write("docs/a.md", "a\n")
    try scratch.write("docs/gone.md", "gone\n")
    try scratch.write("docs/kept.log", "tracked all the same\n")
    try scratch.git("add", "--all")
    try scratch.git("add", "--force", "docs/kept.log")
    try scratch.commitIndex("First")
    try scratch.remove("docs/gone.md")
    try scratch.write("docs/a.md", "changed\n")
    try scratch.write("docs/new/b.md", "b\n")
    try scratch.write("docs/x.log", "ignored\n")
    try scratch.write("build/out.md", "ignored\n")
    try scratch.write("docs2/c.md", "c\n")
    let repository = try scratch.open()
    #expect(
      try repository.workTreeFiles().map(\.path)
        == [".gitignore", "docs/a.md", "docs/kept.log", "docs/new/b.md", "docs2/c.md"])
    #expect(try repository.workTreeFiles(under: "docs").map(\.path) == ["a.md", "kept.log", "new/b.md"])
    #expect(
      try repository.status(under: "docs") == [
        StatusEntry(path: "a.md", unstaged: .modified), StatusEntry(path: "gone.md", unstaged: .deleted),
        StatusEntry(path: "new/b.md", unstaged: .untracked),
      ])
  }

  @Test func tellsStagedFromUnstaged() throws {
    let scratch = try ScratchRepository()
    try scratch.write("a.md", "a\n")
    try scratch.write("b.md", "b\n")
    try scratch.write("c.md", "c\n")
    try scratch.commit("First")
    try scratch.write("new.md", "new\n")
    try scratch.write("a.md", "staged\n")
    try scratch.git("add", "--all")
    try scratch.git("rm", "--quiet", "--cached", "c.md")
    try scratch.write("a.md", "and more\n")
    try scratch.remove("b.md")
    try scratch.link("b.md", to: "a.md")
    #expect(
      try scratch.open().status() == [
        StatusEntry(path: "a.md", staged: .modified, unstaged: .modified),
        StatusEntry(path: "b.md", unstaged: .typeChanged),
        StatusEntry(path: "c.md", staged: .deleted, unstaged: .untracked), StatusEntry(path: "new.md", staged: .added),
      ])
  }

  @Test func worksBeforeTheFirstCommit() throws {
    let scratch = try ScratchRepository()
    try scratch.write("a.md", "a\n")
    try scratch.git("add", "a.md")
    let repository = try scratch.open()
    #expect(try repository.status() == [StatusEntry(path: "a.md", staged: .added)])
    #expect(try repository.workTreeFiles().map(\.path) == ["a.md"])
  }

  @Test func namesLinksAndModulesWithoutFollowingThem() throws {
    let inner = try ScratchRepository()
    try inner.write("inside.md", "x\n")
    try inner.commit("Inner")
    let scratch = try ScratchRepository()
    try scratch.git("submodule", "--quiet", "add", inner.path, "module")
    try scratch.commit("First")
    try scratch.link("outside", to: inner.path)
    try scratch.link("dangling", to: "/nowhere")
    try scratch.git("clone", "--quiet", inner.path, scratch.path + "/nested")
    let files = try scratch.open().workTreeFiles()
    #expect(files.map(\.path) == [".gitmodules", "dangling", "module", "nested", "outside"])
    #expect(files.map(\.mode) == [.regular, .symlink, .submodule, .submodule, .symlink])
  }

  @Test func doesNotGoThroughAFolderThatBecameALink() throws {
    let other = try ScratchRepository()
    try other.write("a.md", "not ours\n")
    let scratch = try ScratchRepository()
    try scratch.write("docs/a.md", "ours\n")
    try scratch.commit("First")
    try scratch.remove("docs/a.md")
    #expect(rmdir(scratch.path + "/docs") == 0)
    try scratch.link("docs", to: other.path)
    #expect(try scratch.open().workTreeFiles() == [WorkTreeFile(path: "docs", mode: .symlink)])
  }
}
