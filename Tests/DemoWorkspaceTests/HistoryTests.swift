import DemoWorkspace
import Foundation
import Git
import Testing

struct HistoryTests {
  @Test func sameSeedMakesTheSameCommitOnEveryMachine() throws {
    let first = try DemoRepository(customers: 6, seed: 7, commits: 60)
    let second = try DemoRepository(customers: 6, seed: 7, commits: 60)
    #expect(first.summary == second.summary)
    // Changes whenever a word of the generator does: record it anew after looking at what it writes.
    #expect(first.summary.head == "e5ad1501b475e147abe5a875796dfc2a67f341af")
  }

  @Test func anotherSeedMakesAnotherWorkspace() throws {
    let first = try DemoRepository(customers: 3, seed: 1, commits: 20)
    let second = try DemoRepository(customers: 3, seed: 2, commits: 20)
    #expect(first.summary.head != second.summary.head)
  }

  @Test(arguments: [1, 2, 25, 150, 700])
  func writesAsManyCommitsAsAskedFor(count: Int) throws {
    let demo = try DemoRepository(customers: 8, commits: count)
    #expect(demo.summary.commits == count)
    #expect(try demo.commits().count == count)
  }

  @Test func commitsFollowEachOtherInTimeUntilTheLastDay() throws {
    let commits = try DemoRepository().commits()
    let times = commits.map(\.committer.when)
    #expect(zip(times, times.dropFirst()).allSatisfy { $0 < $1 })
    // 2025-05-20 and 2026-11-21 in UTC.
    #expect(try #require(times.first) >= 1_747_699_200)
    #expect(try #require(times.last) < 1_795_219_200)
    #expect(Set(commits.map(\.author.email)).count > 6)
  }

  @Test func everyCommitChangesSomething() throws {
    let trees = try DemoRepository(commits: 400).commits().map(\.tree)
    #expect(zip(trees, trees.dropFirst()).allSatisfy { $0 != $1 })
  }

  @Test func importIsOneCommitWithItsSource() throws {
    let imports = try DemoRepository().commits().filter { commit in
      commit.trailers.contains { $0.key == "Import-Source" && $0.value == "salesforce" }
    }
    #expect(imports.count == 1)
    #expect(imports.first?.summary.hasPrefix("Import: ") == true)
  }

  @Test func gitFindsNothingToComplainAbout() throws {
    let demo = try DemoRepository()
    #expect(try demo.git("status", "--porcelain") == "")
    #expect(try demo.git("symbolic-ref", "HEAD") == "refs/heads/main\n")
    #expect(try !demo.git("fsck", "--full", "--strict").contains("error"))
    #expect(try demo.git("count-objects", "-v").contains("packs: 1\n"))
  }

  @Test func folderThatHoldsSomethingIsRefusedAndLeftAlone() throws {
    let folder = DemoRepository.newFolder()
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try Data("mine".utf8).write(to: URL(fileURLWithPath: folder + "/notes.txt"))
    let error = #expect(throws: DemoError.self) {
      _ = try WorkspaceGenerator().write(to: folder, progress: nil)
    }
    #expect(error == .folderInUse(folder))
    #expect(error?.help?.contains("does not exist yet") == true)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["notes.txt"])
  }

  @Test func emptyFolderIsTakenAndFileRefused() throws {
    let folder = DemoRepository.newFolder()
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var options = DemoOptions()
    options.customers = 1
    options.commits = 5
    var heard: [Int] = []
    let summary = try WorkspaceGenerator(options).write(to: folder) { done, all in heard.append(done * 10 + all) }
    #expect(heard == [15, 25, 35, 45, 55])
    let file = folder + "/fieldbook.yaml"
    #expect(FileManager.default.fileExists(atPath: file))
    #expect(summary.customers == 1)
    #expect(throws: DemoError.notAFolder(file)) { try WorkspaceGenerator(options).write(to: file, progress: nil) }
  }
}
