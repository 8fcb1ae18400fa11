/// A commit that a walk came to, its words not yet decoded.
struct HistoryStep: Sendable {
  let id: ObjectID
  let tree: ObjectID
  /// What it continues, grafts minded.
  let parents: [ObjectID]
  private let bytes: [UInt8]

  /// Reads a commit, or what stands in for it.
  init(_ id: ObjectID, in repository: Repository, _ overrides: ParentOverrides) throws(GitError) {
    self.id = id
    bytes = try repository.historicBytes(overrides.replacement(of: id), .commit)
    (tree, parents) = try bytes.withRawBytes { (bytes) throws(GitError) in
      let raw = try RawCommit(bytes, id: id)
      return (raw.tree, overrides.parents(of: id) ?? raw.parents)
    }
  }

  /// The commit without its changes.
  func commit() throws(GitError) -> HistoryCommit {
    try bytes.withRawBytes { (bytes) throws(GitError) in
      let raw = try RawCommit(bytes, id: id)
      let (author, committer) = (raw.authorSignature, raw.committerSignature)
      return HistoryCommit(
        id: id, firstParent: parents.first, parents: parents.count,
        author: Author(name: author.name, email: author.email), committed: committer.when,
        offsetMinutes: committer.offsetMinutes, message: raw.message)
    }
  }
}
