import Diagnostics
import FieldbookApp
import FieldbookTestSupport
import Foundation
import Testing

struct WorkspaceDiskTests {
  @Test func createsAFileWithTheFoldersAboveIt() throws {
    let repository = try ScratchRepository()
    try WorkspaceDisk(repository.path).create("a b/c/d.md", with: Array("# D\n".utf8))
    #expect(FileManager.default.contents(atPath: repository.path + "/a b/c/d.md") == Data("# D\n".utf8))
  }

  @Test func neverWritesOverWhatIsThereNorThroughALink() throws {
    let repository = try ScratchRepository()
    let disk = WorkspaceDisk(repository.path)
    try repository.write("a.md", "old")
    try repository.link("dangling.md", to: "nowhere")
    try repository.link("outside", to: repository.folder)
    for path: RepoPath in ["a.md", "dangling.md", "outside/x.md", "a.md/x.md"] {
      #expect(throws: FieldbookError.self) { try disk.create(path, with: [0x61]) }
      #expect(throws: FieldbookError.self) { try disk.rename("a.md", to: path) }
    }
    #expect(FileManager.default.contents(atPath: repository.path + "/a.md") == Data("old".utf8))
    #expect(!FileManager.default.fileExists(atPath: repository.folder + "/x.md"))
    #expect(disk.has("dangling.md") && !disk.has("nowhere"))
  }

  @Test func renamesAFolderWithAllThatLiesInIt() throws {
    let repository = try ScratchRepository()
    try repository.write("A B/x.md", "x")
    try repository.write("A B/.hidden", "y")
    try WorkspaceDisk(repository.path).rename("A B", to: "deeper/a-b")
    #expect(try Program.tree(repository.path + "/deeper").keys.sorted() == ["a-b/.hidden", "a-b/x.md"])
    #expect(!FileManager.default.fileExists(atPath: repository.path + "/A B"))
  }
}
