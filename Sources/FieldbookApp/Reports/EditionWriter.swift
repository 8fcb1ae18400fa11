internal import Diagnostics
internal import Git

/// Commits one file to the branch that is checked out, whatever else happens to it meanwhile.
struct EditionWriter {
  /// Folder of the workspace or of the repository around it.
  let folder: String
  /// Folder of the workspace within the repository.
  let workspace: RepoPath
  let signature: Signature
  let message: String
  /// What is said instead of replacing something else at the path; nil to replace it.
  var refusal: FieldbookError?

  /// How often somebody else may be faster.
  private static let attempts = 8

  /// Commits the bytes at a path of the workspace; `beforeMoving` is called ahead of each try to move the branch.
  func save(
    _ bytes: [UInt8], at path: RepoPath, beforeMoving: () throws(FieldbookError) -> Void = {}
  ) throws(FieldbookError) -> SavedEdition {
    let full = path.components.reduce(workspace) { $0.appending($1) }
    for _ in 1..<Self.attempts {
      if let edition = try attempt(bytes, path, full, beforeMoving) { return edition }
    }
    guard let edition = try attempt(bytes, path, full, beforeMoving) else {
      throw .usage("the branch moved \(Self.attempts) times meanwhile", help: "try again when others are done")
    }
    return edition
  }

  /// One try; nil when somebody else moved the branch first.
  private func attempt(
    _ bytes: [UInt8], _ path: RepoPath, _ full: RepoPath, _ beforeMoving: () throws(FieldbookError) -> Void
  ) throws(FieldbookError) -> SavedEdition? {
    let plan = try explained { () throws(GitError) in try self.plan(bytes, full) }
    guard let branch = plan.head.branch else {
      throw .usage("no branch is checked out", help: "run: git switch main")
    }
    if let refusal, plan.isTaken { throw refusal }
    guard let commit = plan.commit else {
      return SavedEdition(path: path, branch: branch, workTree: .left("the branch has it already"))
    }
    try beforeMoving()
    let isMoved = try explained { () throws(GitError) in
      try move(branch, to: commit, from: plan.head.id, in: plan.repository)
    }
    guard isMoved else { return nil }
    let workTree = try fill(bytes, plan.blob, full, isUntouched: plan.isUntouched, plan.repository)
    return SavedEdition(path: path, branch: branch, commit: commit.short, workTree: workTree)
  }

  /// A commit that no branch names yet.
  private struct Plan {
    let repository: Repository
    let head: Head
    let blob: ObjectID
    /// Nil when the branch has these bytes already, or there is none.
    let commit: ObjectID?
    let isUntouched: Bool
    /// Whether the branch, the index or the work tree has something else there.
    let isTaken: Bool
  }

  private func plan(_ bytes: [UInt8], _ path: RepoPath) throws(GitError) -> Plan {
    let repository = try Repository(discovering: folder)
    let head = try repository.head
    let blob = try repository.writeBlob(bytes)
    var tree: ObjectID?
    if let id = head.id { tree = try repository.commit(id).tree }
    var present: ObjectID?
    if let tree { present = try repository.entry(at: path, in: tree)?.id }
    let isKnown = head.branch == nil || present == blob
    let isUntouched = try isUntouched(path, in: repository)
    return Plan(
      repository: repository, head: head, blob: blob,
      commit: isKnown ? nil : try commit(blob, at: path, over: tree, after: head.id, in: repository),
      isUntouched: isUntouched,
      isTaken: present.map { $0 != blob } ?? false || (!isUntouched && !repository.isBare))
  }

  private func move(
    _ branch: String, to commit: ObjectID, from old: ObjectID?, in repository: Repository
  ) throws(GitError) -> Bool {
    do throws(GitError) {
      try repository.updateReference("refs/heads/\(branch)", to: commit, expecting: old, reason: message)
      return true
    } catch {
      if error.code == .modified || error.code == .locked { return false }
      throw error
    }
  }

  private func explained<Value>(_ work: () throws(GitError) -> Value) throws(FieldbookError) -> Value {
    do throws(GitError) { return try work() } catch { throw .repository(error) }
  }

  private func commit(
    _ blob: ObjectID, at path: RepoPath, over tree: ObjectID?, after parent: ObjectID?, in repository: Repository
  ) throws(GitError) -> ObjectID {
    var edit = TreeEdit()
    edit.set(path, to: blob)
    return try repository.createCommit(
      tree: try repository.apply(edit, to: tree), parents: parent.map { [$0] } ?? [], author: signature,
      committer: signature, message: message)
  }

  /// Whether neither index nor work tree has anything of its own at a path.
  private func isUntouched(_ path: RepoPath, in repository: Repository) throws(GitError) -> Bool {
    if repository.isBare { return false }
    return try repository.status().allSatisfy { $0.path != path }
  }

  /// Takes the file into index and work tree as `git commit` would, where nothing of a person's lies.
  private func fill(
    _ bytes: [UInt8], _ blob: ObjectID, _ path: RepoPath, isUntouched: Bool, _ repository: Repository
  ) throws(FieldbookError) -> SavedEdition.WorkTree {
    guard let root = repository.workTree else { return .left("the repository has no work tree") }
    let take = "take it over with: git restore --staged --worktree -- \(path)"
    guard isUntouched else { return .left("something of yours lies there; \(take)") }
    do throws(GitError) {
      try repository.stage(path, blob)
    } catch {
      return .left("the index is in use; \(take)")
    }
    let disk = WorkspaceDisk(root)
    if disk.has(path) { try disk.replace(path, with: bytes) } else { try disk.create(path, with: bytes) }
    return .written
  }
}
