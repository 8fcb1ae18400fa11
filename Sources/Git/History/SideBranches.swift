/// Tells which commits a merge brought in.
///
/// A commit belongs to the first merge that brought it in; everything reachable from an older official commit is known.
struct SideBranches {
  /// A merge that brings in more is told without them: a branch of years is no explanation of a change.
  private static let limit = 2000

  private var known: Set<ObjectID>

  /// Starts with all commits that are official or came in by older merges.
  init(known: Set<ObjectID>) {
    self.known = known
  }

  /// Notes an official commit.
  mutating func note(_ id: ObjectID) { known.insert(id) }

  /// The commits that a merge brings in, oldest first; at the boundary of a shallow clone the search ends.
  mutating func steps(
    of parents: ArraySlice<ObjectID>, boundary: Set<ObjectID>, read: (ObjectID) throws(GitError) -> HistoryStep
  ) throws(GitError) -> [HistoryStep] {
    var found: [HistoryStep] = []
    // Depth first, parents before children: a commit is told when all its parents were.
    var stack: [(id: ObjectID, step: HistoryStep?)] = parents.reversed().map { ($0, nil) }
    var isTooMany = false
    while let (id, step) = stack.popLast() {
      if let step {
        found.append(step)
        continue
      }
      guard known.insert(id).inserted else { continue }
      isTooMany = isTooMany || known.count > 1_000_000 || found.count + stack.count > Self.limit
      let read = try read(id)
      if !isTooMany { stack.append((id, read)) }
      if boundary.contains(id) { continue }
      for parent in read.parents.reversed() where !known.contains(parent) { stack.append((parent, nil)) }
    }
    return isTooMany ? [] : found
  }
}
