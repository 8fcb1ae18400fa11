import FieldbookTestSupport
import Foundation
import Testing

/// `check --fix` where it makes and renames files, run for real.
struct FixFilesTests {
  private func untidy() throws -> ScratchRepository {
    let repository = try ScratchRepository()
    try repository.write(
      "fieldbook.yaml", "name: Untidy\nstructure: {required: [{folder: legal, files: [terms.md]}]}\n")
    try repository.write("customers/Acme Corp/profile.md", "---\nname: Acme\n---\n![Plant](plant.png)\n")
    try repository.write("customers/Acme Corp/plant.png", "picture")
    try repository.write("customers/Acme Corp/.keep", "")
    try repository.write(
      "customers/Acme Corp/deals/One_Deal.md", "---\nname: One\nstage: lead\n---\n[Up](../profile.md)\n")
    try repository.write("notes.md", "# Notes\n[Acme](customers/Acme%20Corp/deals/One_Deal.md), [[One_Deal]].\n")
    try repository.commit("Untidy")
    return repository
  }

  @Test func thePatchOfADryRunMakesTheSameFilesAsTheRepair() throws {
    let (mended, patched) = (try untidy(), try untidy())
    let dry = try Program.run(["check", "--fix", "--dry-run"], in: patched.path)
    #expect(dry.output.contains("rename from customers/Acme Corp/deals/One_Deal.md"))
    #expect(dry.output.contains("new file mode 100644"))
    #expect(try patched.git("status", "--short").isEmpty)
    try Data(dry.output.utf8).write(to: URL(fileURLWithPath: patched.folder + "/patch"))
    // What Git knows and the workspace does not read moves only with its folder.
    try patched.git("mv", "customers/Acme Corp/.keep", "legal.keep")
    try mended.git("mv", "customers/Acme Corp/.keep", "legal.keep")
    try patched.git("apply", patched.folder + "/patch")
    let run = try Program.run(["check", "--fix"], in: mended.path)
    #expect(run.errors.contains("mended 4 findings in 6 files"), "\(run.errors)")
    let tree = try Program.tree(mended.path).filter { !$0.key.hasPrefix(".git/") }
    #expect(try Program.tree(patched.path).filter { !$0.key.hasPrefix(".git/") } == tree)
    #expect(
      tree.keys.sorted() == [
        "customers/acme-corp/contacts.yaml", "customers/acme-corp/deals/one-deal.md", "customers/acme-corp/plant.png",
        "customers/acme-corp/profile.md", "fieldbook.yaml", "legal.keep", "legal/terms.md", "notes.md",
      ])
    let notes = "# Notes\n[Acme](customers/acme-corp/deals/one-deal.md), [[one-deal]].\n"
    #expect(tree["notes.md"] == Data(notes.utf8))
    let check = try Program.run(["check", "--worktree"], in: mended.path)
    #expect(check.status == 0 && !check.output.contains("broken"), "\(check.output)")
    let again = try Program.run(["check", "--fix"], in: mended.path)
    #expect(again.errors.contains("mended 0 findings in 0 files"))
  }

  @Test func aNameThatOnlyTheDiskKnowsIsNotWrittenOver() throws {
    let repository = try untidy()
    try repository.write(".gitignore", "acme-corp\nterms.md\n")
    try repository.write("customers/acme-corp/secret.txt", "mine")
    try repository.link("legal", to: repository.folder)
    let run = try Program.run(["check", "--fix"], in: repository.path)
    #expect(run.errors.contains("'customers/acme-corp' exists already"), "\(run.errors)")
    #expect(
      FileManager.default.contents(atPath: repository.path + "/customers/acme-corp/secret.txt") == Data("mine".utf8))
    #expect(FileManager.default.fileExists(atPath: repository.path + "/customers/Acme Corp/profile.md"))
    #expect(!FileManager.default.fileExists(atPath: repository.folder + "/terms.md"))
  }

  @Test func aFolderWithAFileThatIsStagedInPartKeepsItsName() throws {
    let repository = try untidy()
    try repository.write("customers/Acme Corp/profile.md", "---\nname: Acme\n---\nStaged.\n")
    try repository.git("add", "--all")
    try repository.write("customers/Acme Corp/profile.md", "---\nname: Acme\n---\nStaged.\nNot staged.\n")
    let run = try Program.run(["check", "--fix"], in: repository.path)
    #expect(run.errors.contains("the file is staged in part"))
    #expect(FileManager.default.fileExists(atPath: repository.path + "/customers/Acme Corp/profile.md"))
  }
}
