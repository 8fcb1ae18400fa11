import FieldbookTestSupport
import Foundation
import Testing

/// What a pre-commit hook sees: the index, never the work tree.
struct StagedTests {
  private static let sound = "---\nname: One\nstage: discovery\n---\n\nSee [the customer](../profile.md).\n"
  private static let faulty = "---\nname: One\nstage: discovry\n---\n\nSee [the customer](../profile.md).\n"
  private static let deal = "customers/acme/deals/one.md"

  private func repository() throws -> ScratchRepository {
    let repository = try ScratchRepository()
    try repository.write("fieldbook.yaml", "name: Staged\n")
    try repository.write("customers/acme/profile.md", "---\nname: Acme\nlifecycle: prospect\n---\n\nWords.\n")
    try repository.write("customers/acme/contacts.yaml", "contacts:\n  - {id: ann, name: Ann}\n")
    try repository.write(Self.deal, Self.sound)
    try repository.commit("Sound")
    return repository
  }

  private func check(
    _ repository: ScratchRepository, environment: [String: String] = [:], in folder: String? = nil
  ) throws -> Program.Result {
    try Program.run(["check", "--staged"], environment: environment, in: folder ?? repository.path)
  }

  @Test func aBadLineThatIsOnlyInTheWorkTreeIsNotSeen() throws {
    let repository = try repository()
    try repository.write(Self.deal, Self.sound + "\nMore.\n")
    try repository.git("add", Self.deal)
    try repository.write(Self.deal, Self.faulty)
    let run = try check(repository)
    #expect(run.status == 0, "\(run.output)")
  }

  @Test func aBadLineThatIsStagedIsSeenEvenWhenTheWorkTreeIsMendedAgain() throws {
    let repository = try repository()
    try repository.write(Self.deal, Self.faulty)
    try repository.git("add", Self.deal)
    try repository.write(Self.deal, Self.sound)
    let run = try check(repository)
    #expect(run.status == 1)
    #expect(run.output.contains("customers/acme/deals/one.md:3:8: error: stage 'discovry' does not exist"))
  }

  @Test func oldFindingsOfOtherFilesAreNotReported() throws {
    let repository = try repository()
    try repository.write("customers/acme/deals/old.md", Self.faulty)
    try repository.commit("Old fault")
    try repository.write("customers/acme/profile.md", "---\nname: Acme\nlifecycle: customer\n---\n\nOther words.\n")
    try repository.git("add", "--all")
    let run = try check(repository)
    #expect(run.status == 0, "\(run.output)")
    #expect(try Program.run(["check"], in: repository.path).status == 1)
  }

  @Test func deletingAFileThatOthersLinkToIsReportedAtTheLink() throws {
    let repository = try repository()
    try repository.write("guide.md", "# Guide\n")
    try repository.write("index.md", "# Index\n\n[guide](guide.md)\n")
    try repository.commit("Guide")
    try repository.git("rm", "--quiet", "guide.md")
    let run = try check(repository)
    #expect(run.status == 1)
    #expect(run.output.contains("index.md:3:"))
  }

  @Test func theFirstCommitOfAnEmptyRepositoryIsChecked() throws {
    let repository = try ScratchRepository()
    try repository.write("fieldbook.yaml", "name: First\n")
    try repository.write("customers/acme/deals/one.md", Self.faulty)
    try repository.git("add", "--all")
    let run = try check(repository)
    #expect(run.status == 1)
    #expect(run.output.contains("discovry"))
  }

  @Test func aFileThatIsOnlyIntendedToBeAddedIsSkipped() throws {
    let repository = try repository()
    try repository.write("customers/acme/deals/two.md", Self.faulty)
    try repository.git("add", "--intent-to-add", "customers/acme/deals/two.md")
    #expect(try check(repository).status == 0)
  }

  @Test func aConflictIsNamedAndNothingPasses() throws {
    let repository = try repository()
    try repository.git("checkout", "--quiet", "-b", "other")
    try repository.write(Self.deal, Self.sound + "\nTheirs.\n")
    try repository.commit("Theirs")
    try repository.git("checkout", "--quiet", "main")
    try repository.write(Self.deal, Self.sound + "\nOurs.\n")
    try repository.commit("Ours")
    _ = try? repository.git("merge", "other")
    let run = try check(repository)
    #expect(run.status != 0)
    #expect(run.errors.contains(Self.deal))
  }

  @Test func worksInALinkedWorkTreeAndInASubfolder() throws {
    let repository = try repository()
    let linked = repository.folder + "/linked"
    try repository.git("worktree", "add", "--quiet", "-b", "side", linked)
    try Data(Self.faulty.utf8).write(to: URL(fileURLWithPath: linked + "/" + Self.deal))
    try repository.git(["add", "--all"], in: linked)
    #expect(try check(repository, in: linked).status == 1)
    #expect(try check(repository, in: linked + "/customers/acme").status == 1)
    #expect(try check(repository).status == 0)
  }

  @Test(arguments: [["commit", "-a"], ["commit", "--amend", "-a"], ["commit", "--", "customers/acme/deals/one.md"]])
  func theInstalledHookStopsEveryFormOfCommit(arguments: [String]) throws {
    let repository = try repository()
    try Program.installHook(in: repository)
    try repository.write(Self.deal, Self.faulty)
    let head = try repository.git("rev-parse", "HEAD")
    #expect(throws: (any Error).self) {
      try repository.git(arguments.prefix(1) + ["-m", "Try"] + arguments.dropFirst(), environment: Program.hookPath)
    }
    #expect(try repository.git("rev-parse", "HEAD") == head)
    try repository.write(Self.deal, Self.sound + "\nFine.\n")
    try repository.git(arguments.prefix(1) + ["-m", "Try"] + arguments.dropFirst(), environment: Program.hookPath)
    #expect(try repository.git("rev-parse", "HEAD") != head)
  }

  @Test func theHookFailsLoudlyWhenTheProgramIsMissing() throws {
    let repository = try repository()
    try Program.installHook(in: repository)
    try repository.write(Self.deal, Self.sound + "\nFine.\n")
    let error = #expect(throws: (any Error).self) {
      try repository.git(["commit", "-a", "-m", "Try"], environment: ["PATH": "/usr/bin:/bin"])
    }
    #expect("\(String(describing: error))".contains("not installed"))
  }

  @Test func aHookOfSomebodyElseIsLeftAlone() throws {
    let repository = try repository()
    let path = repository.path + "/.git/hooks/pre-commit"
    try FileManager.default.createDirectory(
      atPath: repository.path + "/.git/hooks", withIntermediateDirectories: true)
    try Data("#!/bin/sh\nexit 0\n".utf8).write(to: URL(fileURLWithPath: path))
    let run = try Program.run(["hooks", "install"], in: repository.path)
    #expect(run.status == 2)
    #expect(run.errors.contains("--force"))
    #expect(FileManager.default.contents(atPath: path) == Data("#!/bin/sh\nexit 0\n".utf8))
  }

  @Test func aBranchReportsWhatItIntroducesSinceItLeftTheOther() throws {
    let repository = try repository()
    try repository.write("customers/acme/deals/old.md", Self.faulty)
    try repository.commit("Old fault")
    try repository.git("checkout", "--quiet", "-b", "feature")
    try repository.write("customers/acme/deals/new.md", Self.faulty.replacing("One", with: "Two"))
    try repository.commit("New fault")
    let run = try Program.run(["check", "--changed-since", "main"], in: repository.path)
    #expect(run.status == 1)
    #expect(run.output.contains("deals/new.md:3:8"))
    #expect(!run.output.contains("deals/old.md"))
    #expect(try Program.run(["check", "--changed-since", "HEAD"], in: repository.path).status == 0)
  }
}

extension Program {
  /// A search path on which hooks find the program that this test run built.
  static var hookPath: [String: String] {
    var variables = ["PATH": URL(fileURLWithPath: Places.binary).deletingLastPathComponent().path + ":/usr/bin:/bin"]
    if let libraries = ProcessInfo.processInfo.environment["LD_LIBRARY_PATH"] {
      variables["LD_LIBRARY_PATH"] = libraries
    }
    return variables
  }

  /// Installs the hook with the program itself.
  static func installHook(in repository: ScratchRepository) throws {
    let run = try Program.run(["hooks", "install"], in: repository.path)
    #expect(run.status == 0, "\(run.errors)")
  }
}
