import DemoWorkspace
import Diagnostics
import FieldbookTestSupport
import Foundation
import Git
import History
import Testing
import WorkspaceModel

/// Compares the versions of records with what `git log --follow -M` prints for their files.
///
/// One difference is ours on purpose: for a file that is new, `--follow` looks among all files of the tree for the
/// likest one and goes on with that file's history. A new note that resembles another is not that note's continuation,
/// so our history ends where the file began; Git tells such places with the status C.
@Suite struct FollowTests {
  @Test func everyRecordOfAScriptedHistoryAgrees() throws {
    let scratch = try ScratchRepository()
    try ScriptedHistory.write(to: scratch, steps: 120)
    let compared = try Comparison(scratch.path).compare(everyNth: 1, firstParent: true)
    #expect(compared.records > 20)
    #expect(compared.renames > 20)
  }

  @Test func everyRecordOf500CommitsAgrees() throws {
    let demo = try Demo(customers: 6, commits: 500)
    let compared = try Comparison(demo.folder).compare(everyNth: 1)
    #expect(compared.records > 80)
  }

  @Test func everyRecordOf5000CommitsAgrees() throws {
    let demo = try Demo(customers: 40, commits: 5000)
    let compared = try Comparison(demo.folder).compare(everyNth: 1)
    #expect(compared.records > 400)
  }

  @Test func everyRecordOfThisRepositoryAgrees() throws {
    let source = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path
    guard let repository = try? Repository(discovering: source), !repository.isShallow,
      try repository.head.id != nil
    else { return }
    let compared = try Comparison(source, folder: "content").compare(everyNth: 1)
    #expect(compared.records > 200)
  }
}

/// A demo workspace in a folder of its own.
private final class Demo {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent("fieldbook-follow-\(UUID())").path

  init(customers: Int, commits: Int) throws {
    var options = DemoOptions()
    options.customers = customers
    options.commits = commits
    _ = try WorkspaceGenerator(options).write(to: folder, progress: nil)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }
}

private struct Comparison {
  let place: String
  let folder: RepoPath

  init(_ place: String, folder: RepoPath = .root) {
    self.place = place
    self.folder = folder
  }

  func compare(everyNth step: Int, firstParent: Bool = false) throws -> (records: Int, renames: Int) {
    let repository = try Repository(discovering: place)
    let head = try #require(try repository.head.id)
    let files = try repository.files(in: repository.commit(head).tree, under: folder).map(\.path)
    let timeline = try WorkspaceReader(place).timeline(of: head, in: folder, files: files, isCached: false, jobs: 2)
    let root = repository.workTree ?? repository.gitDirectory
    let present = timeline.records.filter(\.isPresent)
    var (records, renames) = (0, 0)
    for index in stride(from: 0, to: present.count, by: step) {
      let record = present[index]
      let path = folder.isRoot ? record.path : folder.appending(record.path.bytes)
      let arguments = ["-C", root, "log", "--follow", "-M", "--format=%x01%H", "--name-status"]
      let output = try Self.git(arguments + (firstParent ? ["--first-parent", "-m"] : []) + ["--", path.description])
      var expected: [String] = []
      for entry in output.split(separator: "\u{1}") {
        let lines = entry.split(separator: "\n")
        let status = lines.dropFirst().first?.first ?? "?"
        expected.append("\(lines[0]) \(status == "C" || status == "A" ? "A" : String(status))")
        if status == "C" { break }
      }
      let began = record.versions.firstIndex { version in
        if case .copied = version.change { return true }
        return expected.count == timeline.place(of: version, in: record) + 1 && version.change == .added
      }
      let versions = record.versions.prefix((began ?? record.versions.count) + 1)
      let ours = versions.map { "\(timeline.commits[$0.commit].id) \(Self.letter($0.change))" }
      #expect(ours == expected, "\(record.path)")
      records += 1
      renames += ours.count { $0.hasSuffix("R") }
    }
    return (records, renames)
  }

  private static func letter(_ change: RecordVersion.Change) -> String {
    switch change {
    case .added, .copied: "A"
    case .modified: "M"
    case .deleted: "D"
    case .renamed: "R"
    }
  }

  private static func git(_ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["git", "-c", "core.quotePath=false"] + arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    return String(decoding: output, as: UTF8.self)
  }
}

extension Timeline {
  fileprivate func place(of version: RecordVersion, in record: RecordHistory) -> Int {
    record.versions.firstIndex(of: version) ?? -1
  }
}
