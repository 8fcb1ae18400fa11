internal import Diagnostics

/// Reads the official history of one commit into a log, one comparison of trees for each commit that is not there yet.
///
/// Parents are walked by ourselves: libgit2's own walk fails at the boundary of a shallow clone.
struct HistoryWalk {
  private let repository: Repository
  private let boundary: Set<ObjectID>
  private let overrides: ParentOverrides
  private let comparison: CommitComparison
  private var log: HistoryLog
  private var sides: SideBranches?
  /// Commits of this history that the log had before, and those that were added since.
  private var official: [ObjectID] = []
  /// Where a blob was last seen, by the first word of its id, to know copies.
  private var blobs: [UInt64: RepoPath]?
  /// How many blobs were looked for without such a table.
  private var lookups = 0

  /// Walks from `head` with so many threads, reading only what `log` has not.
  static func history(
    of head: ObjectID, in repository: Repository, log: inout HistoryLog, jobs: Int
  ) throws(GitError) -> OfficialHistory {
    var walk = HistoryWalk(repository, log)
    log = HistoryLog()
    let result = Result { () throws(GitError) in try walk.run(head, jobs) }
    log = walk.log
    return try result.get()
  }

  private init(_ repository: Repository, _ log: HistoryLog) {
    self.repository = repository
    self.log = log
    boundary = repository.shallowBoundary
    overrides = ParentOverrides(repository)
    comparison = CommitComparison(repository)
  }

  private mutating func run(_ head: ObjectID, _ jobs: Int) throws(GitError) -> OfficialHistory {
    var order: [ObjectID] = []
    var missing: [HistoryStep] = []
    var end: HistoryCommit?
    var seen: Set<ObjectID> = []
    var next: ObjectID? = head
    while let id = next {
      // Grafts may bite their own tail.
      guard !overrides.exist || seen.insert(id).inserted else { break }
      if let place = log.place(of: id), let parent = log.parent(at: place) {
        order.append(id)
        official.append(id)
        next = parent.first
        continue
      }
      let step = try HistoryStep(id, in: repository, overrides)
      if boundary.contains(id), !step.parents.isEmpty {
        end = try step.commit()
        break
      }
      order.append(id)
      missing.append(step)
      next = step.parents.first
    }
    missing.reverse()
    // In stretches, so that only the compact form of a long history is ever in memory as a whole.
    for start in stride(from: 0, to: missing.count, by: Self.stretch) {
      let steps = Array(missing[start..<min(missing.count, start + Self.stretch)])
      for compared in try HistoryComparisons.compared(steps, in: repository, overrides, jobs: jobs) {
        try add(compared)
      }
    }
    var places: [Int] = []
    places.reserveCapacity(order.count)
    for id in order {
      guard let place = log.place(of: id) else { preconditionFailure("every commit of the walk was read") }
      places.append(place)
    }
    return OfficialHistory(log, places: places, boundary: end)
  }

  private static let stretch = 8192

  private mutating func add(_ compared: HistoryComparisons.Compared) throws(GitError) {
    var commit = compared.commit
    for index in commit.changes.indices where commit.changes[index].kind == .added {
      guard let source = try copySource(of: commit.changes[index], in: compared.parentTree) else { continue }
      commit.changes[index].kind = .copied
      commit.changes[index].from = source
    }
    if commit.parents > 1 { try attribute(&commit, compared.parents.dropFirst()) }
    sides?.note(commit.id)
    official.append(commit.id)
    if blobs != nil {
      for change in commit.changes { if let id = change.new { blobs?[id.firstWord] = change.path } }
    }
    log.append(commit)
  }

  // MARK: Copies

  /// A file with the same content that was there before, if there is one and it is more than a line or two.
  private mutating func copySource(of change: HistoryChange, in tree: ObjectID?) throws(GitError) -> RepoPath? {
    guard let tree, let new = change.new else { return nil }
    if blobs == nil, lookups >= Self.fewLookups { blobs = log.lastPathsOfBlobs() }
    lookups += 1
    let last = if let blobs { blobs[new.firstWord] } else { log.lastPath(ofBlob: new) }
    guard let path = last, path != change.path, let entry = try comparison.entry(at: path, in: tree), entry.id == new,
      try repository.size(new, .blob) >= Self.smallestCopy
    else { return nil }
    return path
  }

  /// From so many on a table of all blobs is cheaper than going through the log for each.
  private static let fewLookups = 3

  /// Below so many bytes two equal files are no more than a coincidence.
  private static let smallestCopy = 64

  // MARK: Merges

  /// What branches have of a file, unless one of them has it as the merge does.
  private func unlike(_ change: HistoryChange, _ branches: [ObjectID]) throws(GitError) -> [ObjectID] {
    guard let new = change.new, change.old != nil else { return [] }
    var blobs: [ObjectID] = []
    for tree in branches {
      var entry = try comparison.entry(at: change.path, in: tree)
      if entry == nil, let from = change.from { entry = try comparison.entry(at: from, in: tree) }
      guard let entry, entry.kind != .folder else { continue }
      if entry.id == new { return [] }
      blobs.append(entry.id)
    }
    return blobs
  }

  private mutating func attribute(_ commit: inout HistoryCommit, _ parents: ArraySlice<ObjectID>) throws(GitError) {
    if sides == nil { sides = SideBranches(known: log.reached(from: official)) }
    let (boundary, overrides, repository) = (boundary, overrides, repository)
    let found = try sides?.steps(of: parents, boundary: boundary) { (id) throws(GitError) in
      try HistoryStep(id, in: repository, overrides)
    }
    guard let found, !found.isEmpty else { return }
    var touched: [RepoPath: [Int]] = [:]
    for (place, step) in found.enumerated() {
      let side = try step.commit()
      commit.side.append(
        SideCommit(id: side.id, author: side.author, subject: Commit.subject(of: side.message)))
      // A merge within the branch has nothing of its own to say, and what lies behind a boundary is not known.
      guard step.parents.count < 2, !boundary.contains(step.id) else { continue }
      let old = try step.parents.first.map { (id) throws(GitError) in
        try HistoryStep(id, in: repository, overrides).tree
      }
      for change in try comparison.files(from: old, to: step.tree) { touched[change.path, default: []].append(place) }
    }
    let branches = try parents.map { (id) throws(GitError) in try HistoryStep(id, in: repository, overrides).tree }
    for index in commit.changes.indices {
      let change = commit.changes[index]
      commit.changes[index].sideBlobs = try unlike(change, branches)
      let places = (touched[change.path] ?? []) + (change.from.flatMap { touched[$0] } ?? [])
      commit.changes[index].side = Array(Set(places)).sorted()
    }
  }
}
