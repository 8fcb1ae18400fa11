import DemoWorkspace
import Diagnostics
import Foundation
import Git
import Testing

/// A demo workspace in a folder of its own, removed at the end of the test.
final class DemoRepository {
  let folder: String
  let summary: DemoSummary

  init(customers: Int = 12, seed: UInt64 = 1, commits: Int = 90) throws {
    folder = Self.newFolder()
    var options = DemoOptions()
    options.customers = customers
    options.seed = seed
    options.commits = commits
    summary = try WorkspaceGenerator(options).write(to: folder, progress: nil)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  static func newFolder() -> String {
    FileManager.default.temporaryDirectory.appendingPathComponent("fieldbook-demo-\(UUID().uuidString)").path
  }

  /// Every file at the newest commit.
  func texts() throws -> [String: String] {
    let repository = try Repository(discovering: folder)
    let head = try #require(try repository.head.id)
    return try Self.texts(in: repository, repository.commit(head).tree)
  }

  static func texts(in repository: Repository, _ tree: ObjectID) throws -> [String: String] {
    var texts: [String: String] = [:]
    for file in try repository.files(in: tree) {
      texts["\(file.path)"] = String(decoding: try repository.blob(file.id, limit: 1 << 22), as: UTF8.self)
    }
    return texts
  }

  /// The commits, oldest first.
  func commits() throws -> [Commit] {
    let repository = try Repository(discovering: folder)
    let head = try #require(try repository.head.id)
    return try repository.firstParentCommits(from: head).reversed()
  }

  /// What the `git` program prints.
  func git(_ arguments: String...) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["git", "-C", folder] + arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return String(decoding: output, as: UTF8.self)
  }
}

/// The value of a field of front matter, as it is written.
func field(_ name: String, in text: String) -> String? {
  text.split(separator: "\n").first { $0.hasPrefix("\(name): ") }.map { String($0.dropFirst(name.count + 2)) }
}
