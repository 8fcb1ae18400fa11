import Checks
import Diagnostics
import FieldbookTestSupport
import WorkspaceModel

/// A workspace after `check --fix`, worked out without a disk.
struct Mended {
  /// What every file holds afterwards.
  let files: [RepoPath: [UInt8]]
  let before: [Diagnostic]
  let rounds: FixRounds

  /// Repairs files that are written as in examples.
  init(_ text: String) async throws {
    let files = MarkedFiles(text).files.map { ($0.path, Array($0.text.utf8)) }
    try await self.init(Dictionary(files) { $1 })
  }

  /// Repairs files by path.
  init(_ given: [RepoPath: [UInt8]]) async throws {
    before = try await Self.findings(given)
    rounds = try await FixRounds(before, tree: FixTree(Set(given.keys))) {
      given[$0]
    } recheck: { fixed in
      try await Self.findings(fixed.applied(to: given))
    }
    var files = given
    for change in rounds.changes {
      if let old = change.oldPath, old != change.path { files[old] = nil }
    }
    for change in rounds.changes { files[change.path] = change.after }
    self.files = files
  }

  /// A file's text; nil when it does not exist.
  func text(_ path: RepoPath) -> String? { files[path].map { String(decoding: $0, as: UTF8.self) } }

  /// All findings of a workspace.
  static func findings(_ files: [RepoPath: [UInt8]]) async throws -> [Diagnostic] {
    let list = files.sorted { $0.key < $1.key }.map { path, bytes in
      WorkspaceFile(path: path, content: KindOfPath.kind(of: path) == .asset ? .notRead : .bytes(bytes), hash: "")
    }
    let (workspace, loaded) = await WorkspaceLoader.load(list, jobs: 2)
    return await CheckRun().findings(in: try CheckExample.Setting().input(workspace, files: list), loaded: loaded)
  }
}

extension FixedFiles {
  /// Files by path with all that repairs made of them.
  func applied(to files: [RepoPath: [UInt8]]) -> [RepoPath: [UInt8]] {
    var files = files
    let moved = origins.mapValues { files[$0] ?? [] }
    for origin in origins.values { files[origin] = nil }
    files.merge(moved) { $1 }
    files.merge(contents) { $1 }
    return files
  }
}
