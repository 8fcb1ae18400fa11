import Diagnostics
import FieldbookTestSupport
import Git
import Testing

@Suite struct TreeTests {
  @Test func listsFilesBelowAFolderSortedByBytes() throws {
    let scratch = try ScratchRepository()
    for name in ["z.md", "a/b/c.md", "a/b.md", "a/b-c.md", "a.md", "a/x/deep/er.md"] {
      try scratch.write(name, name)
    }
    try scratch.commit("First")
    let repository = try scratch.open()
    let tree = try scratch.id("HEAD^{tree}")
    let listed = try scratch.git("ls-files").split(separator: "\n").map { RepoPath($0) }
    #expect(try repository.files(in: tree).map(\.path) == listed)
    #expect(try repository.files(in: tree, under: "a").map(\.path) == ["b-c.md", "b.md", "b/c.md", "x/deep/er.md"])
    #expect(try repository.tree(at: "a/x", in: tree) == (try scratch.id("HEAD:a/x")))
    #expect(try repository.tree(at: "a.md", in: tree) == nil)
    #expect(try repository.entry(at: "a/b.md", in: tree)?.id == (try scratch.id("HEAD:a/b.md")))
    #expect(try repository.treeEntries(tree).map(\.kind) == [.file(.regular), .folder, .file(.regular)])
    let error = #expect(throws: GitError.self) { try repository.files(in: tree, under: "nowhere") }
    #expect(error?.code == .notFound)
  }

  @Test func tellsModesApartAndFollowsNothing() throws {
    let inner = try ScratchRepository()
    try inner.write("inside.md", "x\n")
    let innerHead = try inner.commit("Inner")
    let scratch = try ScratchRepository()
    try scratch.write("run.sh", "#!/bin/sh\n")
    try scratch.link("out", to: "/etc")
    try scratch.git("submodule", "--quiet", "add", inner.path, "module")
    try scratch.git("add", "--all")
    try scratch.git("update-index", "--chmod=+x", "run.sh")
    try scratch.commitIndex("First")
    let repository = try scratch.open()
    let files = try repository.files(in: scratch.id("HEAD^{tree}"))
    #expect(files.map(\.path) == [".gitmodules", "module", "out", "run.sh"])
    #expect(files.map(\.mode) == [.regular, .submodule, .symlink, .executable])
    #expect(files[1].id == innerHead)
    #expect(try repository.blob(files[2].id, limit: 100) == Array("/etc".utf8))
  }

  @Test func keepsNamesAsBytes() throws {
    let scratch = try ScratchRepository()
    let composed = Array("caf\u{E9}.md".utf8)
    let decomposed = Array("cafe\u{301}.md".utf8)
    let latin: [UInt8] = [0x63, 0xE9, 0x2E, 0x6D, 0x64]
    for name in [composed, decomposed, latin] { try scratch.write(name, name) }
    try scratch.commit("First")
    let repository = try scratch.open()
    let expected = [latin, composed, decomposed].map { RepoPath(bytes: $0) }.sorted()
    #expect(try repository.files(in: scratch.id("HEAD^{tree}")).map(\.path) == expected)
    #expect(try repository.indexEntries().map(\.path) == expected)
    #expect(try repository.workTreeFiles().map(\.path) == expected)
    let history = try repository.officialHistory(of: scratch.id("HEAD"))
    #expect(history[0].changes.map(\.path) == expected)
  }

  @Test func handsOutHostileNamesAsTheyAre() throws {
    let scratch = try ScratchRepository()
    try scratch.write("a.md", "a\n")
    try scratch.commit("First")
    let blob = try scratch.id("HEAD:a.md")
    var raw: [UInt8] = []
    for name in ["..", ".git", "a/b.md"] { raw += Array("100644 \(name)\0".utf8) + blob.bytes }
    let hex = try scratch.git(["hash-object", "-t", "tree", "-w", "--literally", "--stdin"], input: raw)
    let files = try scratch.open().files(in: #require(ObjectID(hex: hex)))
    #expect(files.map(\.path) == ["..", ".git", "a/b.md"])
    #expect(files.map(\.path.isSafeToWrite) == [false, false, true])
  }

  @Test func saysThatATreeIsDamaged() throws {
    let scratch = try ScratchRepository()
    for raw in ["100644 a", "100644 a\0short", "9 a\0", "100644"] {
      let hex = try scratch.git(
        ["hash-object", "-t", "tree", "-w", "--literally", "--stdin"], input: Array(raw.utf8))
      let id = try #require(ObjectID(hex: hex))
      let error = #expect(throws: GitError.self) { try scratch.open().treeEntries(id) }
      #expect(error?.code == .corrupt)
    }
  }

  @Test func givesUpOnATreeBomb() throws {
    let scratch = try ScratchRepository()
    let repository = try scratch.open()
    var id = try repository.writeBlob(Array("boom\n".utf8))
    for level in 0..<8 {
      id = try repository.writeTree(
        (0..<10).map { TreeEntry(name: "n\($0)".utf8, kind: level == 0 ? .file(.regular) : .folder, id: id) })
    }
    let bomb = id
    let error = #expect(throws: GitError.self) { try repository.files(in: bomb) }
    #expect(error?.code == .tooLarge)
    #expect(error?.message == "it has more than 2000000 entries")
  }

  @Test func givesUpOnDepthAndLongPaths() throws {
    let scratch = try ScratchRepository()
    let repository = try scratch.open()
    let blob = try repository.writeBlob([])
    var budget = TreeBudget()
    budget.pathBytes = 40
    var id = try repository.writeTree([TreeEntry(name: "f".utf8, kind: .file(.regular), id: blob)])
    for _ in 0..<70 { id = try repository.writeTree([TreeEntry(name: "deep".utf8, kind: .folder, id: id)]) }
    let deep = id
    let depth = #expect(throws: GitError.self) { try repository.files(in: deep) }
    #expect(depth?.message == "folders are nested more than 64 deep")
    let path = #expect(throws: GitError.self) { try repository.files(in: deep, budget: budget) }
    #expect(path?.message == "a path has more than 40 bytes")
    #expect(throws: GitError.self) { try repository.changes(from: nil, to: deep) }
  }

  @Test func readsBlobsWithinALimit() throws {
    let scratch = try ScratchRepository()
    try scratch.write("big.md", String(repeating: "x", count: 1_000))
    try scratch.write("empty.md", "")
    try scratch.write("small.md", "small")
    try scratch.commit("First")
    let repository = try scratch.open()
    let ids = try repository.files(in: scratch.id("HEAD^{tree}")).map(\.id)
    #expect(try repository.blobSize(ids[0]) == 1_000)
    let error = #expect(throws: GitError.self) { try repository.blob(ids[0], limit: 999) }
    #expect(error?.code == .tooLarge)
    var read: [Int: Int] = [:]
    let oversized = try repository.readBlobs(ids, limit: 999) { read[$0] = $1.count }
    #expect(read == [1: 0, 2: 5])
    #expect(oversized.map(\.index) == [0])
    #expect(oversized.map(\.size) == [1_000])
    let tree = try scratch.id("HEAD^{tree}")
    let kind = #expect(throws: GitError.self) { try repository.blob(tree, limit: 999) }
    #expect(kind?.message == "it is a tree")
  }
}
