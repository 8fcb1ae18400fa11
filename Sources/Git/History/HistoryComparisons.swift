/// Compares the commits of a long history, on several threads where there are many.
enum HistoryComparisons {
  /// A commit with what it changed.
  struct Compared: Sendable {
    var commit: HistoryCommit
    /// What it continues, grafts minded.
    var parents: [ObjectID]
    /// The files before it; nil before a first commit.
    var parentTree: ObjectID?
  }

  /// What each commit changed, for commits that stand oldest first.
  static func compared(
    _ steps: [HistoryStep], in repository: Repository, _ overrides: ParentOverrides, jobs: Int
  ) throws(GitError) -> [Compared] {
    try repository.sideBySide(steps.count, jobs: jobs) { (repository, range) throws(GitError) in
      let comparison = CommitComparison(repository)
      var all: [Compared] = []
      all.reserveCapacity(range.count)
      // Newest first: packs keep older trees as differences from newer ones, which libgit2 then still has at hand.
      for index in range.reversed() {
        let step = steps[index]
        var old: ObjectID?
        if let parent = step.parents.first {
          let isBefore = index > 0 && steps[index - 1].id == parent
          old = try isBefore ? steps[index - 1].tree : HistoryStep(parent, in: repository, overrides).tree
        }
        var commit = try step.commit()
        commit.changes = try comparison.changes(from: old, to: step.tree)
        all.append(Compared(commit: commit, parents: step.parents, parentTree: old))
      }
      return all.reversed()
    }
  }
}
