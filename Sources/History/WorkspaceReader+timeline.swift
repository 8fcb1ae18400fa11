package import Diagnostics
package import Git
package import WorkspaceModel

extension WorkspaceReader {
  /// The official history of a workspace up to a commit: its commits, and every record through all its renames.
  ///
  /// Times are as written and there are no field events yet, see ``TimelineEvents``. `files` are those of the commit.
  package func timeline(
    of head: ObjectID, in folder: RepoPath, files: [RepoPath], isCached: Bool = true, jobs: Int = 1
  ) throws(GitError) -> Timeline {
    let history = try repository.officialHistory(of: head, isCached: isCached, jobs: jobs)
    let tree = try repository.commit(head).tree
    var words = try CommitWords(
      mailmap: try text(".mailmap", tree), ignoredRevisions: try text(".git-blame-ignore-revs", tree))
    var lines = RecordLines(present: files, folder: folder)
    var commits: [TimelineCommit] = []
    for place in 0..<history.count {
      let commit = history[place]
      // Places count from the oldest, which is not known yet: from the newest for now.
      if lines.note(commit, at: commits.count) { commits.append(words.told(commit)) }
    }
    let last = commits.count - 1
    let records = lines.histories(isCutOff: history.isCutOff).map { record in
      var record = record
      for index in record.versions.indices { record.versions[index].commit = last - record.versions[index].commit }
      return record
    }
    return Timeline(commits: commits.reversed(), records: records, events: [], isCutOff: history.isCutOff)
  }

  /// Works through a list on as many threads as the reader may use; `contents` gives the bytes of any version of a
  /// record by its hash, or nil when it is too large or cannot be read.
  package func sideBySide<Output: Sendable>(
    _ count: Int, _ work: @Sendable (_ contents: (String) -> [UInt8]?, Range<Int>) -> [Output]
  ) throws(GitError) -> [Output] {
    try repository.sideBySide(count, jobs: jobs) { (repository, range) throws(GitError) in
      work({ hash in ObjectID(hex: hash).flatMap { try? repository.blob($0, limit: Self.readLimit) } }, range)
    }
  }

  /// The bytes of a small text at the top of a tree; nil when there is none.
  private func text(_ name: RepoPath, _ tree: ObjectID) throws(GitError) -> [UInt8]? {
    guard let entry = try repository.entry(at: name, in: tree), entry.kind != .folder else { return nil }
    return try repository.blob(entry.id, limit: Self.readLimit)
  }
}
