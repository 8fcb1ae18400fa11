extension Repository {
  /// One commit.
  package func commit(_ id: ObjectID) throws(GitError) -> Commit {
    try withRawCommit(id) { raw in
      Commit(
        id: id, tree: raw.tree, parents: raw.parents, author: raw.authorSignature,
        committer: raw.committerSignature, message: raw.message)
    }
  }

  /// Lends the headers of a commit until `body` returns.
  func withRawCommit<R>(_ id: ObjectID, _ body: (RawCommit) throws(GitError) -> R) throws(GitError) -> R {
    try withObject(id, .commit) { (bytes) throws(GitError) in try body(RawCommit(bytes, id: id)) }
  }

  /// A commit and its first parents, newest first, at most `limit`; ends without a word at a shallow boundary.
  package func firstParentCommits(from head: ObjectID, limit: Int = .max) throws(GitError) -> [Commit] {
    let boundary = shallowBoundary
    var commits: [Commit] = []
    var next: ObjectID? = head
    while let id = next, commits.count < limit {
      let commit = try commit(id)
      commits.append(commit)
      next = boundary.contains(id) ? nil : commit.parents.first
    }
    return commits
  }

  /// The newest commit among `head` (default: `HEAD`) and its first parents recorded at `time` or earlier.
  package func commit(before time: Int64, from head: ObjectID? = nil) throws(GitError) -> ObjectID {
    let boundary = shallowBoundary
    let action = "find a commit at \(time) or earlier"
    let newest = if let head { head } else { try self.head.id }
    guard let start = newest else {
      throw GitError(.unbornBranch, action, "there is no commit yet")
    }
    var next: ObjectID? = start
    while let id = next {
      let (committed, parent) = try withRawCommit(id) { raw in (raw.committed, raw.parents.first) }
      if committed <= time { return id }
      if boundary.contains(id), parent != nil { throw Self.endOfShallowHistory(action) }
      next = parent
    }
    throw GitError(.notFound, action, "all of history is younger")
  }

  /// The failure of a search that would have to go on where the clone ends.
  static func endOfShallowHistory(_ action: String) -> GitError {
    GitError(.shallow, action, "history was cut off when cloning", help: "run: git fetch --unshallow")
  }
}
