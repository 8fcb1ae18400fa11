package import Diagnostics
package import Git

extension WorkspaceReader {
  /// What the index changes against HEAD, in the workspace that a snapshot of the index lies in.
  package func stagedChanges(_ snapshot: WorkspaceSnapshot) throws(GitError) -> WorkspaceChanges {
    var new: [(path: RepoPath, id: ObjectID)] = []
    for entry in try indexEntries() where entry.stage == 0 && !entry.isIntentToAdd {
      if let path = entry.path.relative(to: snapshot.folder), !path.isRoot { new.append((path, entry.id)) }
    }
    return WorkspaceChanges(from: try listing(try repository.head.id, snapshot.folder), to: new)
  }

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

  /// The bytes of a file as HEAD has it; nil when it has none of that path.
  package func headContents(of path: RepoPath, _ snapshot: WorkspaceSnapshot) throws(GitError) -> [UInt8]? {
    guard let head = try repository.head.id else { return nil }
    let full = snapshot.folder.isRoot ? path : snapshot.folder.appending(path.bytes)
    guard let entry = try repository.entry(at: full, in: try repository.commit(head).tree) else { return nil }
    return try repository.blob(entry.id, limit: Self.readLimit)
  }

  /// What a branch changes since it left another commit, and the commit where it did.
  package func changes(
    since spec: String, _ snapshot: WorkspaceSnapshot
  ) throws(GitError) -> (base: String?, changes: WorkspaceChanges, commits: [Commit]) {
    let known = snapshot.revision.flatMap { ObjectID(hex: $0.commit) }
    let tip = if let known { known } else { try repository.resolve("HEAD") }
    let other = try repository.resolve(spec)
    let base = try repository.mergeBase(tip, other)
    let changes = WorkspaceChanges(
      from: try listing(base, snapshot.folder), to: try listing(tip, snapshot.folder))
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

  /// Files of the workspace in a commit; none for no commit.
  private func listing(_ commit: ObjectID?, _ folder: RepoPath) throws(GitError) -> [(path: RepoPath, id: ObjectID)] {
    guard let commit else { return [] }
    let tree = try repository.commit(commit).tree
    guard try repository.tree(at: folder, in: tree) != nil else { return [] }
    return try repository.files(in: tree, under: folder).map { ($0.path, $0.id) }
  }
}
