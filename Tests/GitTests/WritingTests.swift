import Diagnostics
import FieldbookTestSupport
import Foundation
import Git
import Testing

@Suite struct WritingTests {
  private let robot = Signature(name: "Robot", email: "robot@example.org", when: 1_700_000_000, offsetMinutes: -90)

  @Test func commitsWithoutTouchingIndexOrWorkTree() throws {
    let scratch = try ScratchRepository()
    try scratch.write("a/one.md", "one\n")
    try scratch.write("a/two.md", "two\n")
    try scratch.write("b.md", "b\n")
    let first = try scratch.commit("First")
    let index = try Data(contentsOf: URL(fileURLWithPath: scratch.path + "/.git/index"))
    let repository = try scratch.open()
    var edit = TreeEdit()
    edit.set("a/one.md", to: try repository.writeBlob(Array("changed\n".utf8)))
    edit.set("c/d/e.md", to: try repository.writeBlob(Array("new\n".utf8)), mode: .executable)
    edit.remove("b.md")
    let tree = try repository.apply(edit, to: repository.commit(first).tree)
    let id = try repository.createCommit(
      tree: tree, parents: [first], author: robot, committer: robot, message: "Write\n\nRun: 1")
    try repository.updateReference("refs/heads/main", to: id, expecting: first)
    #expect(try scratch.id("main") == id)
    #expect(
      try scratch.git("log", "-1", "--format=%an <%ae> %ad|%s|%b", "--date=raw")
        == "Robot <robot@example.org> 1700000000 -0130|Write|Run: 1\n")
    #expect(try scratch.git("show", "main:c/d/e.md") == "new")
    #expect(try scratch.git("ls-tree", "-r", "--name-only", "main") == "a/one.md\na/two.md\nc/d/e.md")
    #expect(try scratch.git("fsck", "--strict") == "")
    #expect(try Data(contentsOf: URL(fileURLWithPath: scratch.path + "/.git/index")) == index)
  }

  @Test func writesTheTreesThatGitWrites() throws {
    let scratch = try ScratchRepository()
    for name in ["a-b/x", "a/x", "a.b", "ab", "z/y/x/w", "z/y-/w"] { try scratch.write(name, name) }
    try scratch.commit("First")
    let expected = try scratch.id("HEAD^{tree}")
    let repository = try scratch.open()
    let files = try repository.files(in: expected)
    var all = TreeEdit()
    for file in files { all.set(file.path, to: file.id, mode: file.mode) }
    #expect(try repository.apply(all, to: nil) == expected)
    // One at a time, in another order.
    var tree: ObjectID?
    for file in files.reversed() {
      var edit = TreeEdit()
      edit.set(file.path, to: file.id, mode: file.mode)
      tree = try repository.apply(edit, to: tree)
    }
    #expect(tree == expected)
    #expect(try repository.writeTree(repository.treeEntries(expected).reversed()) == expected)
    for file in files {
      var edit = TreeEdit()
      edit.remove(file.path)
      tree = try repository.apply(edit, to: tree)
    }
    #expect(tree?.hex == "4b825dc642cb6eb9a060e54bf8d69288fbee4904")
  }

  @Test func replacesFilesByFoldersAndBack() throws {
    let scratch = try ScratchRepository()
    let repository = try scratch.open()
    let blob = try repository.writeBlob([1])
    func paths(_ tree: ObjectID) throws -> [RepoPath] { try repository.files(in: tree).map(\.path) }
    var edit = TreeEdit()
    edit.set("a", to: blob)
    edit.set("keep/x", to: blob)
    let file = try repository.apply(edit, to: nil)
    edit = TreeEdit()
    edit.set("a/b/c", to: blob)
    let folder = try repository.apply(edit, to: file)
    #expect(try paths(folder) == ["a/b/c", "keep/x"])
    edit = TreeEdit()
    edit.set("a", to: blob)
    #expect(try repository.apply(edit, to: folder) == file)
    edit = TreeEdit()
    edit.remove("a")
    edit.set("a/new", to: blob)
    #expect(try paths(repository.apply(edit, to: folder)) == ["a/new", "keep/x"])
    edit = TreeEdit()
    edit.remove("a/b/none")
    edit.remove("nowhere/x")
    #expect(try repository.apply(edit, to: file) == file)
  }

  @Test func refusesPathsThatMustNotBeWritten() throws {
    let scratch = try ScratchRepository()
    let repository = try scratch.open()
    let blob = try repository.writeBlob([1])
    for path: RepoPath in ["../x", ".git/config", "a//b", "", "/a", "a/.GIT/b"] {
      var edit = TreeEdit()
      edit.set(path, to: blob)
      let hostile = edit
      let error = #expect(throws: GitError.self) { try repository.apply(hostile, to: nil) }
      #expect(error?.code == .invalidSpec)
    }
    let names: [TreeEntry] = ["..", "a/b", ".git"].map { TreeEntry(name: $0.utf8, kind: .file(.regular), id: blob) }
    for entry in names { #expect(throws: GitError.self) { try repository.writeTree([entry]) } }
    let twice = TreeEntry(name: "x".utf8, kind: .file(.regular), id: blob)
    #expect(throws: GitError.self) { try repository.writeTree([twice, twice]) }
    var both = TreeEdit()
    both.set("a", to: blob)
    both.set("a/b", to: blob)
    let impossible = both
    #expect(throws: GitError.self) { try repository.apply(impossible, to: nil) }
  }

  @Test func keepsAuthorsFromForgingHeaders() throws {
    let scratch = try ScratchRepository()
    let repository = try scratch.open()
    let tree = try repository.writeTree([])
    let forged = Signature(name: "A\nparent x <", email: "b>\n", when: 1)
    let id = try repository.createCommit(tree: tree, parents: [], author: forged, committer: robot, message: "x")
    let commit = try repository.commit(id)
    #expect(commit.author == Signature(name: "Aparent x", email: "b", when: 1))
    #expect(commit.parents.isEmpty)
    let nameless = Signature(name: " ", email: "b", when: 1)
    #expect(throws: GitError.self) {
      try repository.createCommit(tree: tree, parents: [], author: nameless, committer: robot, message: "x")
    }
    #expect(throws: GitError.self) {
      try repository.createCommit(tree: tree, parents: [tree], author: robot, committer: robot, message: "x")
    }
  }

  @Test func movesAReferenceOnlyFromTheExpectedValue() throws {
    let scratch = try ScratchRepository()
    let first = try scratch.commit("First")
    let second = try scratch.commit("Second")
    let repository = try scratch.open()
    let name = "refs/heads/topic"
    try repository.updateReference(name, to: first, expecting: nil)
    let exists = #expect(throws: GitError.self) { try repository.updateReference(name, to: second, expecting: nil) }
    #expect(exists?.code == .modified)
    try repository.updateReference(name, to: second, expecting: first)
    // Somebody else is faster.
    try scratch.git("update-ref", name, first.hex)
    let moved = #expect(throws: GitError.self) { try repository.updateReference(name, to: first, expecting: second) }
    #expect(moved?.code == .modified)
    #expect(moved?.message.contains(first.short) == true)
    #expect(try scratch.id(name) == first)
    try scratch.git("pack-refs", "--all")
    try repository.updateReference(name, to: second, expecting: first)
    #expect(try scratch.id(name) == second)
    try scratch.git("update-ref", "-d", name)
    let gone = #expect(throws: GitError.self) { try repository.updateReference(name, to: first, expecting: second) }
    #expect(gone?.code == .modified)
    #expect(throws: GitError.self) { try repository.updateReference("HEAD", to: first, expecting: second) }
    #expect(throws: GitError.self) { try repository.updateReference("refs/heads/a..b", to: first, expecting: nil) }
  }

  @Test func namesALockThatIsInTheWay() throws {
    let scratch = try ScratchRepository()
    let first = try scratch.commit("First")
    let lock = scratch.path + "/.git/refs/heads/main.lock"
    try Data().write(to: URL(fileURLWithPath: lock))
    let error = #expect(throws: GitError.self) {
      try scratch.open().updateReference("refs/heads/main", to: first, expecting: first)
    }
    #expect(error?.code == .locked)
    #expect(error?.help?.contains("rm \(lock)") == true)
  }

  @Test func losesNoCommitOfManyWriters() async throws {
    let scratch = try ScratchRepository()
    let first = try scratch.commit("First")
    let path = scratch.path
    let robot = robot
    let landed = try await withThrowingTaskGroup(of: Int.self) { group in
      for writer in 0..<4 {
        group.addTask {
          let repository = try Repository(discovering: path)
          var landed = 0
          while landed < 5 {
            let head = try #require(try repository.head.id)
            let id = try repository.createCommit(
              tree: repository.commit(head).tree, parents: [head], author: robot, committer: robot,
              message: "Writer \(writer), \(landed)")
            do {
              try repository.updateReference("refs/heads/main", to: id, expecting: head)
              landed += 1
            } catch let error as GitError where error.code == .modified || error.code == .locked {
              await Task.yield()
            }
          }
          return landed
        }
      }
      return try await group.reduce(0, +)
    }
    #expect(landed == 20)
    #expect(try scratch.git("rev-list", "--count", "main") == "21")
    #expect(try scratch.id("main~20") == first)
  }

  @Test func writesManyObjectsIntoOnePack() throws {
    let scratch = try ScratchRepository()
    let repository = try scratch.open()
    let tip = try repository.withBulkWrites { () throws(GitError) -> ObjectID in
      var tip: ObjectID?
      var tree: ObjectID?
      for step in 0..<50 {
        var edit = TreeEdit()
        edit.set(RepoPath("f\(step % 7)/page\(step).md"), to: try repository.writeBlob(Array("page \(step)\n".utf8)))
        tree = try repository.apply(edit, to: tree)
        guard let tree else { continue }
        tip = try repository.createCommit(
          tree: tree, parents: tip.map { [$0] } ?? [], author: robot, committer: robot, message: "Step \(step)")
      }
      guard let tip else { throw GitError(.notFound, "write", "nothing") }
      return tip
    }
    try repository.updateReference("refs/heads/main", to: tip, expecting: nil)
    #expect(try scratch.git("count-objects").hasPrefix("0 objects"))
    #expect(try scratch.git("rev-list", "--count", "main") == "50")
    #expect(try scratch.git("fsck", "--strict") == "")
    #expect(try repository.firstParentCommits(from: tip).count == 50)
    try repository.checkOutHead()
    #expect(try scratch.git("status", "--porcelain") == "")
    #expect(try repository.workTreeFiles().count == 50)
    let again = #expect(throws: GitError.self) { try repository.checkOutHead() }
    #expect(again?.code == .uncommitted)
  }

  @Test func packsVersionsOfLargeFilesAndFoldersThatGrowAndShrink() throws {
    let scratch = try ScratchRepository()
    let repository = try scratch.open()
    var large = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 7) }
    let trees = try repository.withBulkWrites { () throws(GitError) -> [ObjectID] in
      var trees: [ObjectID] = []
      for step in 0..<60 {
        var edit = TreeEdit()
        large[(step * 7_919) % large.count] ^= 1
        if step % 9 == 4 { large.removeFirst(1_000) }
        edit.set("large.bin", to: try repository.writeBlob(step % 13 == 6 ? [] : large))
        for name in 0..<300 where (name &* 31 &+ step) % 17 == 0 {
          let path = RepoPath("wide/name\(name)")
          if step % 3 == 2 { edit.remove(path) } else { edit.set(path, to: try repository.writeBlob([UInt8(step)])) }
        }
        trees.append(try repository.apply(edit, to: trees.last))
      }
      return trees
    }
    // Git reads every object of the pack and compares its hash.
    let packs = try FileManager.default.contentsOfDirectory(atPath: scratch.path + "/.git/objects/pack")
    let index = try #require(packs.first { $0.hasSuffix(".idx") })
    #expect(packs.count == 2)
    let listing = try scratch.git("verify-pack", "--verbose", ".git/objects/pack/" + index)
    #expect(listing.contains("chain length = 20"))
    #expect(!listing.contains("chain length = 25"))
    for tree in trees { #expect(try repository.files(in: tree).contains { $0.path == "large.bin" }) }
  }

  @Test func storesNothingWhenBulkWritesFail() throws {
    let scratch = try ScratchRepository()
    let repository = try scratch.open()
    var blob: ObjectID?
    #expect(throws: GitError.self) {
      try repository.withBulkWrites { () throws(GitError) in
        blob = try repository.writeBlob(Array("lost\n".utf8))
        throw GitError(.other(7), "go on", "the test says so")
      }
    }
    #expect(try repository.contains(#require(blob)) == false)
    #expect(try repository.writeBlob(Array("lost\n".utf8)) == blob)
    #expect(try repository.contains(#require(blob)))
  }
}
