package import Diagnostics

extension Repository {
  /// Walks first-parent history once and tells for every file below `folder` at `head` who changed it when.
  ///
  /// A commit counts for a path when the path differs from the first parent: as in
  /// `git log --first-parent -- PATH`, deletions in between included.
  package func lastChanges(from head: ObjectID, under folder: RepoPath = .root) throws(GitError) -> LastChanges {
    let boundary = shallowBoundary
    let store = TreeStore()
    let read: TreeComparison.Read = { (id) throws(GitError) in
      try store.bytes(of: id) { () throws(GitError) in try self.historicBytes(id, .tree) }
    }
    var next = try step(head)
    var subtree = try tree(at: folder, in: next.tree)
    let files = if let subtree { try self.files(in: subtree) } else { [TreeFile]() }
    var changes = LastChanges(paths: files.map(\.path))
    while true {
      let current = next
      if boundary.contains(current.id), current.parent != nil {
        if let subtree {
          for file in try self.files(in: subtree) { changes.noteOlderThanHistory(file.path) }
        }
        return changes
      }
      let parent = if let id = current.parent { try step(id) } else { Step?.none }
      var older: ObjectID?
      if let parent, parent.tree == current.tree {
        older = subtree
      } else if let parent {
        let entry = try Self.entry(at: folder, in: parent.tree, read: read)
        older = entry?.kind == .folder ? entry?.id : nil
      }
      try note(older, subtree, of: current.id, read: read, in: &changes)
      guard let parent else { return changes }
      (next, subtree) = (parent, older)
    }
  }

  // What the walk keeps of a commit.
  private struct Step {
    let id: ObjectID
    let tree: ObjectID
    let parent: ObjectID?

    init(_ raw: RawCommit, id: ObjectID) {
      self.id = id
      (tree, parent) = (raw.tree, raw.parents.first)
    }
  }

  private func step(_ id: ObjectID) throws(GitError) -> Step {
    try historicBytes(id, .commit).withRawBytes { (bytes) throws(GitError) in
      Step(try RawCommit(bytes, id: id), id: id)
    }
  }

  // The commit's words are decoded only when it touched a file that is still there.
  private func note(
    _ old: ObjectID?, _ new: ObjectID?, of commit: ObjectID, read: TreeComparison.Read,
    in changes: inout LastChanges
  ) throws(GitError) {
    var number: (commit: Int32, author: Int32)?
    try TreeComparison.compare(old, new, read: read) { (change) throws(GitError) in
      guard changes.contains(change.path) else { return }
      let known = if let number { number } else { changes.add(try stamp(of: commit)) }
      number = known
      changes.note(change.path, changedBy: known.commit, by: known.author)
    }
  }

  /// Who made a commit, and when it was recorded.
  func stamp(of commit: ObjectID) throws(GitError) -> CommitStamp {
    try withRawCommit(commit) { raw in
      let (author, committer) = (raw.authorSignature, raw.committerSignature)
      return CommitStamp(
        id: commit, author: Author(name: author.name, email: author.email), committed: committer.when,
        offsetMinutes: committer.offsetMinutes)
    }
  }
}
