import Diagnostics
import FieldbookTestSupport
import Foundation
import Git
import Testing

/// What libgit2 cannot do is refused in words that say what to run.
@Suite struct RefusalTests {
  @Test func refusesSHA256WithTheCommandThatConverts() throws {
    let scratch = try ScratchRepository("--object-format=sha256")
    let error = #expect(throws: GitError.self) { try scratch.open() }
    #expect(error?.code == .unsupported("SHA-256 object ids"))
    #expect(error?.help?.contains("git init --object-format=sha1") == true)
  }

  @Test(arguments: [
    ("refStorage", "reftable", "reftable references"), ("worktreeConfig", "true", "extensions.worktreeConfig"),
    ("futureThing", "1", "extensions.futurething"),
  ])
  func namesTheExtension(key: String, value: String, name: String) throws {
    let scratch = try ScratchRepository()
    try append("[core]\n\trepositoryformatversion = 1\n[extensions]\n\t\(key) = \(value)\n", to: scratch)
    let error = #expect(throws: GitError.self) { try scratch.open() }
    #expect(error?.code == .unsupported(name))
    #expect(error?.help != nil)
  }

  @Test func opensWhereExtensionsChangeNothing() throws {
    let scratch = try ScratchRepository()
    try append("[core]\n\trepositoryformatversion = 1\n[extensions]\n\tpreciousObjects = true\n", to: scratch)
    #expect(try scratch.open().head == .unborn(name: "main"))
  }

  @Test func refusesASplitIndex() throws {
    let scratch = try ScratchRepository()
    try scratch.write("a.md", "a\n")
    try scratch.commit("First")
    try scratch.git("update-index", "--split-index")
    try scratch.write("b.md", "b\n")
    try scratch.git("add", "b.md")
    let error = #expect(throws: GitError.self) { try scratch.open().indexEntries() }
    #expect(error?.code == .unsupported("split index"))
    #expect(error?.help == "run: git update-index --no-split-index")
    try scratch.git("update-index", "--no-split-index")
    #expect(try scratch.open().indexEntries().map(\.path) == ["a.md", "b.md"])
  }

  @Test func refusesASparseIndex() throws {
    let scratch = try ScratchRepository()
    try scratch.write("a/a.md", "a\n")
    try scratch.write("b/b.md", "b\n")
    try scratch.commit("First")
    try scratch.git("sparse-checkout", "set", "--cone", "--sparse-index", "a")
    try scratch.git("config", "core.repositoryFormatVersion", "0")
    let error = #expect(throws: GitError.self) { try scratch.open().indexEntries() }
    #expect(error?.code == .unsupported("sparse index"))
  }

  @Test func namesWhatAPartialCloneLeftOut() throws {
    let scratch = try ScratchRepository()
    try scratch.write("a.md", "a\n")
    try scratch.commit("First")
    try scratch.git("config", "uploadpack.allowFilter", "true")
    let clone = scratch.folder + "/partial"
    try scratch.git("clone", "--quiet", "--no-checkout", "--filter=blob:none", "file://" + scratch.path, clone)
    let repository = try scratch.open(clone)
    let files = try repository.files(in: try repository.commit(try repository.resolve("HEAD")).tree)
    let blob = try #require(files.first?.id)
    let error = #expect(throws: GitError.self) { try repository.blob(blob, limit: 100) }
    #expect(error?.code == .unsupported("partial clone"))
    #expect(error?.message.contains(blob.hex) == true)
    // The help is a command line that works.
    let help = try #require(error?.help)
    try scratch.git(Array(help.dropFirst("run: git ".count).split(separator: " ").map(String.init)), in: clone)
    #expect(try scratch.open(clone).blob(blob, limit: 100) == Array("a\n".utf8))
  }

  @Test func namesAMissingObject() throws {
    let scratch = try ScratchRepository()
    try scratch.write("a.md", "a\n")
    try scratch.commit("First")
    let blob = try scratch.id("HEAD:a.md")
    try FileManager.default.removeItem(atPath: loosePath(blob, in: scratch))
    let error = #expect(throws: GitError.self) { try scratch.open().blob(blob, limit: 100) }
    #expect(error?.code == .notFound)
    #expect(error?.message.contains(blob.hex) == true)
  }

  @Test func refusesAnObjectWithOtherBytes() throws {
    let scratch = try ScratchRepository()
    try scratch.write("a.md", "a\n")
    try scratch.write("b.md", "b\n")
    try scratch.commit("First")
    let (blob, other) = (try scratch.id("HEAD:a.md"), try scratch.id("HEAD:b.md"))
    try FileManager.default.removeItem(atPath: loosePath(blob, in: scratch))
    try FileManager.default.copyItem(atPath: loosePath(other, in: scratch), toPath: loosePath(blob, in: scratch))
    let error = #expect(throws: GitError.self) { try scratch.open().blob(blob, limit: 100) }
    #expect(error?.code == .corrupt)
  }

  @Test(.enabled(if: getuid() == 0, "only root can give a folder away"))
  func refusesARepositoryOfSomeoneElse() throws {
    let scratch = try ScratchRepository()
    try scratch.commit("First")
    #expect(chown(scratch.path, 12_345, 12_345) == 0)
    let nobody = GitEnvironment(["HOME": scratch.folder, "GIT_CONFIG_NOSYSTEM": "1"])
    let error = #expect(throws: GitError.self) { try Repository(discovering: scratch.path, environment: nobody) }
    #expect(error?.code == .ownership)
    #expect(error?.help == "run: git config --global --add safe.directory \(scratch.path)")
  }

  @Test(
    .enabled(if: getuid() == 0, "only root can give a folder away"),
    arguments: [
      ("\tdirectory = PATH\n", true), ("\tdirectory = *\n", true), ("\tdirectory = FOLDER/*\n", true),
      ("\tdirectory = /elsewhere\n", false), ("\tdirectory = *\n\tdirectory =\n", false),
    ])
  func asksSafeDirectory(setting: String, isSafe: Bool) throws {
    let scratch = try ScratchRepository()
    #expect(chown(scratch.path, 12_345, 12_345) == 0)
    let text = setting.replacingOccurrences(of: "PATH", with: scratch.path)
      .replacingOccurrences(of: "FOLDER", with: scratch.folder)
    try Data("[safe]\n\(text)".utf8).write(to: URL(fileURLWithPath: scratch.folder + "/.gitconfig"))
    let environment = GitEnvironment(["HOME": scratch.folder, "GIT_CONFIG_NOSYSTEM": "1"])
    let repository = try? Repository(discovering: scratch.path, environment: environment)
    #expect((repository != nil) == isSafe)
  }

  @Test(.enabled(if: getuid() == 0, "only root can give a folder away"))
  func takesTheUserBehindSudoAndTheEnvironmentsSettings() throws {
    let scratch = try ScratchRepository()
    #expect(chown(scratch.path, 12_345, 12_345) == 0)
    let sudo = GitEnvironment(["SUDO_UID": "12345", "GIT_CONFIG_NOSYSTEM": "1"])
    #expect(try Repository(discovering: scratch.path, environment: sudo).workTree == scratch.path)
    let settings = GitEnvironment([
      "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "safe.directory",
      "GIT_CONFIG_VALUE_0": "*",
    ])
    #expect(try Repository(discovering: scratch.path, environment: settings).workTree == scratch.path)
  }

  private func append(_ text: String, to scratch: ScratchRepository) throws {
    let url = URL(fileURLWithPath: scratch.path + "/.git/config")
    try (Data(contentsOf: url) + Data(text.utf8)).write(to: url)
  }

  private func loosePath(_ id: ObjectID, in scratch: ScratchRepository) -> String {
    "\(scratch.path)/.git/objects/\(id.hex.prefix(2))/\(id.hex.dropFirst(2))"
  }
}
