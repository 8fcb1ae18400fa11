extension Repository {
  /// The first parents of a commit with what each changed, renames and copies told.
  ///
  /// With `isCached`, what was read before is kept in the repository's own folder by commit id, so that one new commit
  /// costs one comparison; a rewritten history costs its new commits. Grafts and replacements may change at any time,
  /// so with them nothing is kept.
  package func officialHistory(of head: ObjectID, isCached: Bool = true, jobs: Int = 1) throws(GitError)
    -> OfficialHistory
  {
    guard isCached, !ParentOverrides(self).exist else {
      var log = HistoryLog()
      return try HistoryWalk.history(of: head, in: self, log: &log, jobs: jobs)
    }
    var file = HistoryLogFile(self)
    var log = file.read()
    let history = try HistoryWalk.history(of: head, in: self, log: &log, jobs: jobs)
    file.save(log)
    return history
  }
}

extension Repository {
  /// Takes away what was kept of histories that were read.
  package func forgetHistory() { HistoryLogFile(self).remove() }

  /// Files that lie elsewhere in a second tree, as Git's rename detection tells.
  package func moves(from old: ObjectID, to new: ObjectID) throws(GitError) -> [HistoryChange] {
    try CommitComparison(self).changes(from: old, to: new).filter { $0.kind == .renamed }
  }
}
