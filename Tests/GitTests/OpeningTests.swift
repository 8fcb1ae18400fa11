import Diagnostics
import FieldbookTestSupport
import Git
import Testing

@Suite struct OpeningTests {
  @Test func walksUpFromAFolder() throws {
    let scratch = try ScratchRepository()
    try scratch.write("customers/acme/index.md", "# Acme\n")
    let id = try scratch.commit("Add Acme")
    let repository = try scratch.open(scratch.path + "/customers/acme")
    #expect(repository.workTree == scratch.path)
    #expect(repository.gitDirectory == scratch.path + "/.git")
    #expect(!repository.isBare)
    #expect(!repository.isShallow)
    #expect(try repository.head == .branch(name: "main", id: id))
  }

  @Test func saysThatThereIsNoRepository() throws {
    let scratch = try ScratchRepository()
    let error = #expect(throws: GitError.self) { try scratch.open(scratch.folder) }
    #expect(error?.code == .notFound)
    #expect(error?.help == "run: git init \(scratch.folder)")
  }

  @Test func namesTheUnbornBranch() throws {
    let scratch = try ScratchRepository()
    let repository = try scratch.open()
    #expect(try repository.head == .unborn(name: "main"))
    let error = #expect(throws: GitError.self) { try repository.resolve("HEAD") }
    #expect(error?.code == .unbornBranch)
  }

  @Test func knowsADetachedHead() throws {
    let scratch = try ScratchRepository()
    let id = try scratch.commit("First")
    try scratch.commit("Second")
    try scratch.git("checkout", "--quiet", id.hex)
    #expect(try scratch.open().head == .detached(id))
  }

  @Test func opensABareRepository() throws {
    let scratch = try ScratchRepository()
    let id = try scratch.commit("First")
    let bare = scratch.folder + "/bare.git"
    try scratch.git("clone", "--quiet", "--bare", scratch.path, bare)
    let repository = try scratch.open(bare)
    #expect(repository.isBare)
    #expect(repository.workTree == nil)
    #expect(try repository.head.id == id)
    #expect(throws: GitError.self) { try repository.indexEntries() }
    let error = #expect(throws: GitError.self) { try repository.status() }
    #expect(error?.code == .bare)
  }

  @Test func opensALinkedWorkTree() throws {
    let scratch = try ScratchRepository()
    try scratch.write("a.md", "a\n")
    let id = try scratch.commit("First")
    let linked = scratch.folder + "/linked"
    try scratch.git("worktree", "add", "--quiet", "-b", "side", linked)
    let repository = try scratch.open(linked)
    #expect(repository.isLinkedWorkTree)
    #expect(repository.workTree == linked)
    #expect(repository.commonDirectory == scratch.path + "/.git")
    #expect(try repository.head == .branch(name: "side", id: id))
    #expect(try repository.indexEntries().map(\.path) == ["a.md"])
  }

  @Test func findsTheLinkedWorkTreeFromAHooksEnvironment() throws {
    let scratch = try ScratchRepository()
    try scratch.write("a.md", "a\n")
    try scratch.commit("First")
    let linked = scratch.folder + "/linked"
    try scratch.git("worktree", "add", "--quiet", "-b", "side", linked)
    let environment = GitEnvironment(["GIT_DIR": scratch.path + "/.git/worktrees/linked"])
    let repository = try Repository(discovering: linked, fromEnvironment: true, environment: environment)
    #expect(repository.workTree == linked)
    #expect(try repository.workTreeFiles().map(\.path) == ["a.md"])
  }

  @Test func ignoresAHooksEnvironmentUnlessAsked() throws {
    let scratch = try ScratchRepository()
    let environment = GitEnvironment(["GIT_DIR": "/nowhere"])
    #expect(try Repository(discovering: scratch.path, environment: environment).workTree == scratch.path)
    #expect(throws: GitError.self) {
      try Repository(discovering: scratch.path, fromEnvironment: true, environment: environment)
    }
  }

  @Test func makesARepositoryOnABranch() throws {
    let scratch = try ScratchRepository()
    let made = scratch.folder + "/new/deep"
    let repository = try Repository.initialise(at: made, branch: "trunk")
    #expect(try repository.head == .unborn(name: "trunk"))
    #expect(repository.workTree == made)
    let error = #expect(throws: GitError.self) { try Repository.initialise(at: made, branch: "trunk") }
    #expect(error?.code == .exists)
  }
}
