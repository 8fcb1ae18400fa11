import Checks
import Diagnostics
import Foundation
import Markdown
import Testing
import WorkspaceModel

/// The sample workspace with faults put in: every one has to be caught where it is, and nothing else may be found.
struct MutationTests {
  private static let content = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("content")

  /// The files of the sample workspace.
  static func sample() throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: content.path) {
      var isFolder: ObjCBool = false
      let path = content.appendingPathComponent(name).path
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue else { continue }
      files[name] = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    }
    return files
  }

  private func findings(_ files: [String: [UInt8]]) async throws -> [Diagnostic] {
    let list = files.map { path, bytes in
      WorkspaceFile(
        path: RepoPath(path), content: KindOfPath.kind(of: RepoPath(path)) == .asset ? .notRead : .bytes(bytes),
        hash: "")
    }
    let (workspace, loaded) = await WorkspaceLoader.load(list, jobs: 2)
    return await CheckRun().findings(in: try CheckExample.Setting().input(workspace, files: list), loaded: loaded)
  }

  @Test func theSampleHasNoErrors() async throws {
    let errors = try await findings(Self.sample()).filter { $0.severity == .error }
    #expect(errors.map { "\($0.range.file):\($0.range.start.line) \($0.summary)" } == [])
  }

  /// Mutations of different files are put in together, a batch a run, so that hundreds of them take seconds.
  @Test func everyMutationIsCaughtAtItsPlace() async throws {
    let sample = try Self.sample()
    let before = Set(try await findings(sample).map(Place.init))
    let mutations = MutationCatalog.mutations(of: sample)
    #expect(mutations.count >= 300)
    var missed: [String] = []
    for batch in Self.batches(mutations) {
      var files = sample
      for mutation in batch { files[mutation.path] = mutation.text }
      let found = try await findings(files)
      for mutation in batch {
        let isCaught = found.contains { finding in
          mutation.expected.contains(finding.id) && finding.range.file == RepoPath(mutation.path)
            && (mutation.line == nil || finding.range.start.line == mutation.line)
        }
        if !isCaught { missed.append("\(mutation.path): \(mutation.name) \(mutation.expected.sorted())") }
      }
    }
    print("Caught \(mutations.count - missed.count) of \(mutations.count) mutations")
    #expect(missed.sorted() == [])
    #expect(Set(try await findings(sample).map(Place.init)) == before)
  }

  /// Whatever can be mended is mended, nothing else changes by a byte, and mending again changes nothing more.
  @Test func fixesMendWhatTheyCanAndTouchNothingElse() async throws {
    let sample = try Self.sample()
    var (fixable, restored, unmended) = (0, 0, [String]())
    for batch in Self.batches(MutationCatalog.mutations(of: sample)) {
      var files = sample
      for mutation in batch { files[mutation.path] = mutation.text }
      let mutated = Set(batch.map(\.path))
      let before = try await findings(files)
      let faulty = files
      let rounds = try await FixRounds(before) {
        faulty[$0.description]
      } recheck: { contents in
        var mended = faulty
        for (path, bytes) in contents.contents { mended[path.description] = bytes }
        return try await findings(mended)
      }
      for change in rounds.changes { files[change.path.description] = change.after }
      #expect(Set(rounds.changes.map(\.path.description)).isSubset(of: mutated))
      for mutation in batch {
        let found = before.filter { $0.range.file == RepoPath(mutation.path) && mutation.expected.contains($0.id) }
        guard found.contains(where: { $0.fixIts.count == 1 }) else { continue }
        fixable += 1
        if files[mutation.path] == sample[mutation.path] { restored += 1 }
        let left = rounds.remaining.contains { finding in
          finding.range.file == RepoPath(mutation.path) && mutation.expected.contains(finding.id)
        }
        if left { unmended.append("\(mutation.path): \(mutation.name)") }
      }
      let again = await FixRounds(rounds.remaining) {
        files[$0.description]
      } recheck: { _ in
        rounds.remaining
      }
      #expect(again.changes.map(\.path) == [])
    }
    print("Mended \(fixable - unmended.count) of \(fixable) fixable mutations, \(restored) to the original bytes")
    #expect(fixable > 100)
    #expect(unmended.sorted() == [])
  }

  /// One mutation a file in a batch, so that none hides another.
  private static func batches(_ mutations: [Mutation]) -> [[Mutation]] {
    var batches: [[Mutation]] = []
    var made: [String: Int] = [:]
    for mutation in mutations {
      let index = made[mutation.path, default: 0]
      made[mutation.path] = index + 1
      if index == batches.count { batches.append([]) }
      batches[index].append(mutation)
    }
    return batches
  }

  private struct Place: Hashable {
    let id: String
    let range: SourceRange
    init(_ finding: Diagnostic) {
      id = finding.id
      range = finding.range
    }
  }
}
