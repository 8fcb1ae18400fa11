internal import Checks
package import Diagnostics
internal import Foundation
internal import Git
internal import History
internal import WorkspaceModel

/// What repairing came to.
package struct FixReport: Sendable {
  /// Findings that were repaired.
  package var fixed: Int
  /// Files that changed, or would.
  package var changedFiles: Int
  /// The changes in the form that `patch -p1` takes.
  package var diff: [UInt8]
  /// What is found afterwards, sorted by place.
  package var remaining: [Diagnostic]
  /// Repairs that could not be made, each with the reason.
  package var refused: [(finding: Diagnostic, reason: String)]
}

extension Fieldbook {
  /// Repairs the files on disk as far as machines can; with `isDryRun` nothing is written.
  ///
  /// A file that is staged in part is left alone: a repair of it would mix with what is not to be committed.
  package func fix(isDryRun: Bool) async throws(FieldbookError) -> FixReport {
    precondition(options.isWorkTree, "only the work tree is ever repaired")
    let root: String
    let mixed: Set<RepoPath>
    do {
      let reader = try WorkspaceReader(options.workspace)
      root = try reader.folderOnDisk(snapshot)
      mixed = try reader.partlyStaged(snapshot)
    } catch {
      throw .repository(error)
    }
    let files = Dictionary(snapshot.files.map { ($0.path, $0) }) { first, _ in first }
    let rounds = await FixRounds(findings.filter { !Self.touches($0, mixed) }) { path in
      guard case .bytes(let bytes) = files[path]?.content else { return nil }
      return bytes
    } recheck: { contents in
      var changed = snapshot
      for index in changed.files.indices {
        if let bytes = contents[changed.files[index].path] { changed.files[index].content = .bytes(bytes) }
      }
      var timings = Timings()
      return await Examined(changed, options, &timings).findings.filter { !Self.touches($0, mixed) }
    }
    if !isDryRun {
      for change in rounds.changes { try Self.write(change.after, to: "\(root)/\(change.path)") }
    }
    var refused = rounds.refused.map { (finding: $0.finding, reason: $0.reason) }
    refused += findings.filter { !$0.fixIts.isEmpty && Self.touches($0, mixed) }.map {
      ($0, "the file is staged in part; commit or stash the rest first")
    }
    return FixReport(
      fixed: rounds.fixedCount, changedFiles: rounds.changes.count,
      diff: rounds.changes.flatMap { UnifiedDiff.bytes($0, prefix: pathPrefix) },
      remaining: (rounds.remaining + findings.filter { Self.touches($0, mixed) }).sorted(), refused: refused)
  }

  private static func touches(_ finding: Diagnostic, _ paths: Set<RepoPath>) -> Bool {
    paths.contains(finding.range.file)
      || finding.fixIts.contains { fix in fix.edits.contains { paths.contains($0.range.file) } }
  }

  /// Replaces a file in one step; it keeps its permissions.
  private static func write(_ bytes: [UInt8], to path: String) throws(FieldbookError) {
    do {
      let permissions = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
      try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
      if let permissions { try FileManager.default.setAttributes([.posixPermissions: permissions], ofItemAtPath: path) }
    } catch {
      throw .usage("cannot write \(path): \(error.localizedDescription)", help: "nothing else was changed after it")
    }
  }
}
