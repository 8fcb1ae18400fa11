internal import Checks
package import Diagnostics
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
    let disk = WorkspaceDisk(root)
    let files = Dictionary(snapshot.files.map { ($0.path, $0) }) { first, _ in first }
    let tree = FixTree(Set(files.keys)) { disk.has($0) }
    let rounds = await FixRounds(findings.filter { !Self.touches($0, mixed) }, tree: tree) { path in
      guard case .bytes(let bytes) = files[path]?.content else { return nil }
      return bytes
    } recheck: { fixed in
      var changed = snapshot
      changed.files = Self.files(fixed, files)
      var timings = Timings()
      var examined = await Examined(changed, options, &timings)
      await examined.check(changed, facts, comparedWith, options, &timings)
      return examined.findings.filter { !Self.touches($0, mixed) }
    }
    if !isDryRun {
      for step in rounds.steps { try Self.carryOut(step, disk) }
    }
    var refused = rounds.refused.map { (finding: $0.finding, reason: $0.reason) }
    refused += findings.filter { !$0.fixIts.isEmpty && Self.touches($0, mixed) }.map {
      ($0, "the file is staged in part; commit or stash the rest first")
    }
    return FixReport(
      fixed: rounds.fixedCount, changedFiles: rounds.changes.count,
      diff: UnifiedDiff.bytes(rounds.changes, prefix: pathPrefix),
      remaining: (rounds.remaining + findings.filter { Self.touches($0, mixed) }).sorted(), refused: refused)
  }

  private static func touches(_ finding: Diagnostic, _ paths: Set<RepoPath>) -> Bool {
    paths.contains(finding.range.file) || finding.fixIts.contains { fix in paths.contains(where: fix.touches) }
  }

  /// The files with all that repairs made of them.
  private static func files(_ fixed: FixedFiles, _ before: [RepoPath: WorkspaceFile]) -> [WorkspaceFile] {
    var files = before
    for origin in fixed.origins.values { files[origin] = nil }
    for (path, origin) in fixed.origins {
      files[path] = before[origin]
      files[path]?.path = path
    }
    for path in fixed.created { files[path] = WorkspaceFile(path: path, content: .notRead, hash: "") }
    for (path, bytes) in fixed.contents { files[path]?.content = .bytes(bytes) }
    return files.values.sorted { $0.path < $1.path }
  }

  /// Writes one round: new names first, since a disk that refuses one has then not been changed.
  private static func carryOut(_ step: FixPlan, _ disk: WorkspaceDisk) throws(FieldbookError) {
    for rename in step.renames { try disk.rename(rename.old, to: rename.new) }
    for change in step.changes {
      if change.oldPath == nil {
        try disk.create(change.path, with: change.after)
      } else {
        try disk.replace(step.path(of: change.path), with: change.after)
      }
    }
  }
}
