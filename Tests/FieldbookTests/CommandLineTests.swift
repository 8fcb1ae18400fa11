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
