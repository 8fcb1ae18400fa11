import Diagnostics
import FieldbookTestSupport
import Git
import Testing

@Suite struct LastChangesTests {
  @Test func agreesWithGitLogForEveryPath() throws {
    let scratch = try ScratchRepository()
    try script(scratch)
    let head = try scratch.id("HEAD")
    let repository = try scratch.open()
    let changes = try repository.lastChanges(from: head)
    let files = try repository.files(in: repository.commit(head).tree)
    #expect(files.count > 30)
    #expect(changes.paths == files.map(\.path))
    for file in files {
      let lines = try log(scratch, "\(file.path)")
      let history = try #require(changes[file.path])
      #expect(history.last?.id.hex == lines.first?.id, "\(file.path)")
      #expect(history.created?.id.hex == lines.last?.id, "\(file.path)")
      #expect(history.changeCount == lines.count, "\(file.path)")
      #expect(history.last?.author.name == lines.first?.author)
      #expect(history.last.map { String($0.committed) } == lines.first?.committed)
      var authors: [String] = []
      for line in lines where !authors.contains(line.author) { authors.append(line.author) }
      #expect(history.authors.map(\.name) == authors, "\(file.path)")
    }
  }

  @Test func looksOnlyBelowTheFolder() throws {
    let scratch = try ScratchRepository()
    try script(scratch)
    let head = try scratch.id("HEAD")
    let repository = try scratch.open()
    let all = try repository.lastChanges(from: head)
    let part = try repository.lastChanges(from: head, under: "f1")
    #expect(part.count > 3)
    for path in part.paths { #expect(part[path] == all[RepoPath("f1/\(path)")]) }
    #expect(try repository.lastChanges(from: head, under: "nowhere").count == 0)
    #expect(all["f1"] == nil)
  }

  @Test func countsAFolderThatBecameAFile() throws {
    let scratch = try ScratchRepository()
    try scratch.write("a/b.md", "1\n")
    try scratch.commit("Folder")
    try scratch.git("rm", "--quiet", "a/b.md")
    try scratch.write("a", "2\n")
    let second = try scratch.commit("File")
    let history = try scratch.open().lastChanges(from: second)
    #expect(history["a"]?.changeCount == 1)
    #expect(history["a"]?.created?.id == second)
  }

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

  // 60 commits with edits, renames, deletions, returns, mode changes and merges, the same ones every time.
  private func script(_ scratch: ScratchRepository) throws {
    let people = ["Ada Lind <ada@example.org>", "Bo Ek <bo@example.org>", "Cy Dahl <cy@example.org>"]
    for step in 0..<60 {
      let author = people[step * 7 % 5 % 3]
      if step % 12 == 9 {
        try scratch.git("checkout", "--quiet", "-b", "side\(step)")
        try scratch.write("f\(step % 4)/side\(step).md", "side \(step)\n")
        try scratch.write("f1/file2.md", "side \(step)\n")
        try scratch.commit("Side \(step)", author: author)
        try scratch.git("checkout", "--quiet", "main")
        try scratch.write("main\(step).md", "main\n")
        try scratch.commit("Main \(step)", author: people[2])
        try scratch.git("merge", "--quiet", "--no-ff", "--strategy-option=theirs", "--message=Merge", "side\(step)")
        continue
      }
      try scratch.write("f\(step % 4)/file\(step % 9).md", "text \(step)\n")
      try scratch.write("f\(step % 5)/sub/page\(step % 7).md", "page \(step)\n")
      if step % 10 == 5 {
        try scratch.git("add", "--all")
        try scratch.git("mv", "f\(step % 4)/file\(step % 9).md", "moved\(step).md")
      }
      if step % 8 == 7 {
        let name = "f\((step - 1) % 4)/file\((step - 1) % 9).md"
        try scratch.git("rm", "--quiet", "--force", "--ignore-unmatch", name)
      }
      if step == 30 { try scratch.git("mv", "f2", "renamed") }
      if step == 33 { try scratch.git("mv", "renamed", "f2-again") }
      try scratch.commit("Step \(step)", author: author)
    }
  }

  private func log(
    _ scratch: ScratchRepository, _ path: String
  ) throws -> [(id: String, author: String, committed: String)] {
    try scratch.git("log", "--first-parent", "--format=%H%x09%an%x09%ct", "HEAD", "--", path)
      .split(separator: "\n").map { line in
        let parts = line.split(separator: "\t").map(String.init)
        return (parts[0], parts[1], parts[2])
      }
  }
}
