import FieldbookTestSupport
import Foundation
import Testing

struct CommandLineTests {
  private func faulty() throws -> ScratchRepository {
    let repository = try ScratchRepository()
    try repository.write("fieldbook.yaml", "name: Faulty\n")
    try repository.write("customers/acme/profile.md", "---\nname: Acme\nlifecycel: customer\n---\n")
    try repository.write(
      "customers/acme/deals/one.md", "---\nname: One\ncustomer: acne\nstage: discovery\nclose_on: 31.12.2026\n---\n")
    try repository.write("customers/acme/contacts.yaml", "contacts:\n  - {id: ann, name: Ann}\n")
    try repository.commit("Faulty")
    return repository
  }

  @Test func checkNamesFileLineColumnAndSuggestion() throws {
    let repository = try faulty()
    let run = try Program.run(["check"], in: repository.path)
    #expect(run.status == 1)
    #expect(run.output.contains("customers/acme/profile.md:3:1: warning: unknown field 'lifecycel'"))
    #expect(run.output.contains("did you mean 'lifecycle'?"))
    #expect(run.output.contains("customers/acme/deals/one.md:3:11: error: customer 'acne' does not exist"))
    #expect(run.output.contains("did you mean 'acme'?"))
    #expect(run.output.contains("customers/acme/deals/one.md:5:11: error: '31.12.2026' in 'close_on'"))
    #expect(run.output.contains("did you mean 2026-12-31?"))
    #expect(run.errors.contains("2 errors, 1 warning in 4 files"))
    #expect(!run.output.contains("\u{1B}["))
  }

  @Test func checkPrintsJSONThatParses() throws {
    let repository = try faulty()
    let run = try Program.run(["check", "--format", "json"], in: repository.path)
    let document = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let findings = try #require(document["findings"] as? [[String: Any]])
    #expect(findings.count == 3)
    #expect(findings.compactMap { $0["id"] as? String } == ["unknown-customer", "invalid-date", "unknown-field"])
  }

  @Test func warningsFailOnlyWhenStrict() throws {
    let repository = try ScratchRepository()
    try repository.write("customers/acme/profile.md", "---\nname: Acme\nlifecycel: customer\n---\n")
    try repository.commit("Warning")
    #expect(try Program.run(["check"], in: repository.path).status == 0)
    #expect(try Program.run(["check", "--strict"], in: repository.path).status == 1)
  }

  @Test func buildPublishesNothingWhenTheChecksFindErrorsUnlessForced() throws {
    let repository = try faulty()
    let refused = try Program.run(["build", "--theme", Places.theme], in: repository.path)
    #expect(refused.status == 1)
    #expect(refused.output.contains("unknown-customer"))
    #expect(!refused.output.contains("unknown-field"))
    #expect(refused.errors.contains("--force"))
    #expect(!FileManager.default.fileExists(atPath: repository.path + "/_site"))
    let forced = try Program.run(["build", "--theme", Places.theme, "--force"], in: repository.path)
    #expect(forced.status == 0)
    #expect(forced.output.contains("Open _site/index.html"))
    #expect(FileManager.default.fileExists(atPath: repository.path + "/_site/customers/acme/deals/one/index.html"))
    let health = FileManager.default.contents(atPath: repository.path + "/_site/health/index.html") ?? Data()
    #expect(String(decoding: health, as: UTF8.self).contains("Published despite errors"))
  }

  private static let codes: [([String], Int32)] = [
    (["biuld"], 2), (["build", "--nonsense"], 2), (["build", "--worktree", "--rev", "HEAD"], 2),
    (["build", "--as-of", "yesterday"], 2), (["build", "--audience", "nobody"], 2), (["list", "dealz"], 2),
    (["build", "--workspace", "/nowhere/at/all"], 3), (["build", "--theme", "/nowhere"], 2), (["--version"], 0),
    (["--help"], 0), (["completions", "bash"], 0), (["list"], 0),
  ]

  @Test(arguments: codes)
  func leavesWithTheAgreedCode(arguments: [String], code: Int32) throws {
    let repository = try faulty()
    let run = try Program.run(arguments, in: repository.path)
    #expect(run.status == code, "\(run.errors)")
    if code != 0 {
      #expect(run.output.isEmpty)
      #expect(!run.errors.isEmpty)
      #expect(!run.errors.contains("Fatal error"))
    }
  }

  @Test func leavesAFolderAloneThatItDidNotMake() throws {
    let repository = try ScratchRepository()
    try repository.write("note.md", "# Note\n")
    try repository.commit("Note")
    let output = repository.folder + "/precious"
    try FileManager.default.createDirectory(atPath: output, withIntermediateDirectories: true)
    try Data("keep".utf8).write(to: URL(fileURLWithPath: output + "/file.txt"))
    let build = ["build", "--theme", Places.theme, "--output", output]
    let run = try Program.run(build, in: repository.path)
    #expect(run.status == 2)
    #expect(run.errors.contains("--force"))
    #expect(FileManager.default.contents(atPath: output + "/file.txt") == Data("keep".utf8))
    #expect(try Program.run(["clean", "--output", output], in: repository.path).status == 2)
    #expect(try Program.run(build + ["--force"], in: repository.path).status == 0)
    #expect(try Program.run(["clean", "--output", output], in: repository.path).status == 0)
    #expect(!FileManager.default.fileExists(atPath: output))
  }

  @Test func refusesToWriteAmongTheFilesOfTheWorkspace() throws {
    let repository = try faulty()
    for output in [".", "customers"] {
      let run = try Program.run(["build", "--theme", Places.theme, "--output", output, "--force"], in: repository.path)
      #expect(run.status == 2, "\(output)")
    }
    #expect(FileManager.default.fileExists(atPath: repository.path + "/customers/acme/profile.md"))
  }

  @Test func fixMendsFilesOnDiskAndShowsThePatchFirst() throws {
    let repository = try faulty()
    let profile = repository.path + "/customers/acme/profile.md"
    let before = FileManager.default.contents(atPath: profile)
    let dry = try Program.run(["check", "--fix", "--dry-run"], in: repository.path)
    #expect(dry.output.contains("-lifecycel: customer\n+lifecycle: customer"))
    #expect(FileManager.default.contents(atPath: profile) == before)
    let run = try Program.run(["check", "--fix"], in: repository.path)
    #expect(run.errors.contains("mended 3 findings in 2 files"), "\(run.errors)")
    #expect(try repository.git("diff", "--stat").contains("2 files changed, 3 insertions(+), 3 deletions(-)"))
    let again = try Program.run(["check", "--fix"], in: repository.path)
    #expect(again.errors.contains("mended 0 findings in 0 files"))
  }

  @Test func aFileThatIsStagedInPartIsNotMended() throws {
    let repository = try faulty()
    let text = "---\nname: Acme\nlifecycel: customer\n---\n\nStaged.\n"
    try repository.write("customers/acme/profile.md", text)
    try repository.git("add", "--all")
    try repository.write("customers/acme/profile.md", text + "\nNot staged.\n")
    let run = try Program.run(["check", "--fix"], in: repository.path)
    #expect(run.errors.contains("customers/acme/profile.md:3 [unknown-field]: the file is staged in part"))
    let after = FileManager.default.contents(atPath: repository.path + "/customers/acme/profile.md")
    #expect(after == Data((text + "\nNot staged.\n").utf8))
  }

  @Test func aBaselineLetsAnOldWorkspaceBeginAndOnlyShrinks() throws {
    let repository = try faulty()
    #expect(try Program.run(["check", "--update-baseline", "--grow"], in: repository.path).status == 0)
    try repository.commit("Baseline")
    let known = try Program.run(["check", "--strict"], in: repository.path)
    #expect(known.status == 0, "\(known.output)")
    #expect(known.errors.contains("3 known or older not shown"))
    try repository.write("customers/acme/deals/two.md", "---\nname: Two\nstage: discovry\n---\n")
    try repository.commit("New fault")
    let new = try Program.run(["check"], in: repository.path)
    #expect(new.status == 1)
    #expect(new.output.contains("deals/two.md:3:8") && !new.output.contains("deals/one.md:3"))
  }

  @Test(arguments: ["sarif", "junit", "github", "gitlab"])
  func everyFormatNamesTheFinding(format: String) throws {
    let repository = try faulty()
    let run = try Program.run(["check", "--format", format], in: repository.path)
    #expect(run.status == 1)
    #expect(run.output.contains("unknown-customer"))
    #expect(run.output.contains("customers/acme/deals/one.md"))
  }

  @Test func explainShowsRuleReasonAndExample() throws {
    let run = try Program.run(["explain", "unknown-stage"])
    #expect(run.status == 0)
    #expect(run.output.contains("▶"))
    let unknown = try Program.run(["explain", "unknown-stge"])
    #expect(unknown.status == 2)
    #expect(unknown.errors.contains("did you mean 'unknown-stage'?"))
  }

  @Test func outsideOfARepositorySaysHowToMakeOne() throws {
    let repository = try ScratchRepository()
    let run = try Program.run(["build", "--theme", Places.theme], in: repository.folder)
    #expect(run.status == 3)
    #expect(run.errors.contains("git init"))
  }

  @Test func colourIsForTerminalsUnlessForced() throws {
    let repository = try faulty()
    let forced = try Program.run(["check"], environment: ["CLICOLOR_FORCE": "1"], in: repository.path)
    #expect(forced.output.contains("\u{1B}[1;31m"))
    let refused = try Program.run(
      ["check"], environment: ["CLICOLOR_FORCE": "1", "NO_COLOR": "1"], in: repository.path)
    #expect(!refused.output.contains("\u{1B}["))
  }
}
