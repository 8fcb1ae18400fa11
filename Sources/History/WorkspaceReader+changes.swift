package import Diagnostics
package import Git

extension WorkspaceReader {
  /// The folder of the workspace on disk.
  package func folderOnDisk(_ snapshot: WorkspaceSnapshot) throws(GitError) -> String {
    guard let root = repository.workTree else {
      throw GitError(.bare, "change files", "a bare repository has none on disk")
    }
    return snapshot.folder.isRoot ? root : "\(root)/\(snapshot.folder)"
  }

  /// Files that differ both between HEAD and index and between index and disk.
  package func partlyStaged(_ snapshot: WorkspaceSnapshot) throws(GitError) -> Set<RepoPath> {
    let entries = try repository.status(under: snapshot.folder)
    return Set(
      entries.filter { $0.staged != nil && $0.unstaged != nil }.compactMap { $0.path.relative(to: snapshot.folder) })
  }

  /// What a branch changes since it left another commit, and the commit where it did.
  package func changes(
    since spec: String, _ snapshot: WorkspaceSnapshot
  ) throws(GitError) -> (base: String?, changes: WorkspaceChanges, commits: [Commit]) {
    let known = snapshot.revision.flatMap { ObjectID(hex: $0.commit) }
    let tip = if let known { known } else { try repository.resolve("HEAD") }
    let other = try repository.resolve(spec)
    let base = try repository.mergeBase(tip, other)
    let before = try base.map { (id) throws(GitError) in try repository.commit(id).tree }
    let changes = WorkspaceChanges(
      try repository.changes(from: before, to: try repository.commit(tip).tree), in: snapshot.folder)
    var commits: [Commit] = []
    for commit in try repository.firstParentCommits(from: tip, limit: 10_000) {
      if commit.id == base { break }
      commits.append(commit)
    }
    return (base?.hex, changes, commits)
  }

  /// Paths within the workspace that a commit changes against its first parent.
  package func changedPaths(_ commit: Commit, in folder: RepoPath) throws(GitError) -> [RepoPath] {
    let parent = try commit.parents.first.map { (id) throws(GitError) in try repository.commit(id).tree }
    let changes = try repository.changes(from: parent, to: commit.tree)
    return changes.compactMap { $0.path.relative(to: folder) }
  }
}

extension WorkspaceReader {
  /// The commit where two lines of history parted; the older one itself when they have nothing in common.
  package func base(of old: String, _ new: String) throws(GitError) -> String {
    let (left, right) = (try repository.resolve(old), try repository.resolve(new))
    return (try repository.mergeBase(left, right) ?? left).hex
  }

  /// Files of the workspace that lie elsewhere in `new`, old path to new, as Git's rename detection tells; for the work
  /// tree, where `new` is nil, what HEAD has.
  package func moves(from old: String, to new: String?) throws(GitError) -> [RepoPath: RepoPath] {
    let trees = (
      try repository.commit(repository.resolve(old)).tree, try repository.commit(repository.resolve(new ?? "HEAD")).tree
    )
    let folders = (try folder(in: trees.0), try folder(in: trees.1))
    var moves: [RepoPath: RepoPath] = [:]
    for change in try repository.moves(from: trees.0, to: trees.1) {
      guard let from = change.from?.relative(to: folders.0), let to = change.path.relative(to: folders.1), from != to
      else { continue }
      moves[from] = to
    }
    return moves
  }

  private func folder(in tree: ObjectID) throws(GitError) -> RepoPath {
    try workspaceFolder { (path) throws(GitError) in try repository.entry(at: path, in: tree) != nil }
  }
}
