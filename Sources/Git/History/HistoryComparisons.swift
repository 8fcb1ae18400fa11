internal import Dispatch
internal import Synchronization

/// Compares the commits of a long history on several threads, each with a repository of its own.
enum HistoryComparisons {
  /// What one commit changed.
  struct Changes: Sendable {
    var changes: [HistoryChange]
    /// The files before it; nil before a first commit.
    var parentTree: ObjectID?
  }

  /// Below so many commits another thread costs more than it brings.
  private static let fewest = 200

  /// What each commit changed, for commits that stand oldest first.
  static func changes(
    _ steps: [HistoryStep], in repository: Repository, _ overrides: ParentOverrides, jobs: Int
  ) throws(GitError) -> [Changes] {
    let threads = min(jobs, steps.count / fewest)
    guard threads > 1 else { return try changes(steps, 0..<steps.count, repository, overrides) }
    let place = repository.gitDirectory
    let parts = Mutex<[Int: Result<[Changes], GitError>]>([:])
    // Short stretches: a folder that was imported at once must not keep one thread alone at work.
    let size = max(fewest / 2, steps.count / (threads * 4))
    let count = (steps.count + size - 1) / size
    let next = Mutex(0)
    DispatchQueue.concurrentPerform(iterations: threads) { _ in
      let own = Result { () throws(GitError) in try Repository(discovering: place) }
      while true {
        let part = next.withLock { next in
          defer { next += 1 }
          return next
        }
        if part >= count { return }
        let range = (part * size)..<min(steps.count, (part + 1) * size)
        let result = Result { () throws(GitError) in try changes(steps, range, own.get(), overrides) }
        parts.withLock { $0[part] = result }
      }
    }
    let results = parts.withLock { $0 }
    var all: [Changes] = []
    all.reserveCapacity(steps.count)
    for part in 0..<count {
      guard let result = results[part] else { preconditionFailure("every stretch was compared") }
      all += try result.get()
    }
    return all
  }

  private static func changes(
    _ steps: [HistoryStep], _ range: Range<Int>, _ repository: Repository, _ overrides: ParentOverrides
  ) throws(GitError) -> [Changes] {
    let comparison = CommitComparison(repository)
    var all: [Changes] = []
    all.reserveCapacity(range.count)
    for index in range {
      let step = steps[index]
      var old: ObjectID?
      if let parent = step.parents.first {
        if index > 0, steps[index - 1].id == parent {
          old = steps[index - 1].tree
        } else {
          old = try HistoryStep(parent, in: repository, overrides).tree
        }
      }
      all.append(Changes(changes: try comparison.changes(from: old, to: step.tree), parentTree: old))
    }
    return all
  }
}
