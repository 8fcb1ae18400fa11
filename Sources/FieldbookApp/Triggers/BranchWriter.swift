internal import Diagnostics
internal import Foundation
internal import Git

/// Commits several files at once to a branch, provided that it is where it was when they were decided on.
///
/// Objects come first, then the branch moves in one step, then the index and the work tree of whoever works there take
/// the files over where nothing of theirs lies. What is killed in between leaves either nothing or the whole commit; the
/// rest is made up for by ``finish()``, which the next command calls.
struct BranchWriter {
  /// A moment at which the program may be killed.
  enum Step: Hashable, Sendable, CaseIterable {
    case blobs, commit, mark, move, index, files, unmark
  }

  /// What became of a commit.
  enum Outcome: Hashable, Sendable {
    /// The branch has it, and these files of the work tree were left as they are.
    case committed(ObjectID, left: [RepoPath])
    /// Somebody else moved the branch first: what was decided has to be decided anew.
    case lost
  }

  /// Folder of the workspace or of the repository around it.
  let folder: String
  /// Folder of the workspace within the repository.
  let workspace: RepoPath
  /// Whole name of the branch, `refs/heads/main`; the one that is checked out when nil.
  let reference: String?
  let signature: Signature
  /// Called ahead of each step.
  var before: @Sendable (Step) throws -> Void = { _ in }

  /// The commit that the branch has now.
  func head() throws(FieldbookError) -> (reference: String, id: ObjectID?) {
    try explained { () throws(GitError) in
      let repository = try Repository(discovering: folder)
      let head = try repository.head
      guard let reference else { return (head.branch.map { "refs/heads/\($0)" } ?? "", head.id) }
      if head.branch.map({ "refs/heads/\($0)" }) == reference { return (reference, head.id) }
      let name = String(reference.dropFirst("refs/heads/".count))
      let known = try repository.branches().first { $0.name == name || $0.name == reference }
      // A branch that is not there yet begins at what is checked out.
      return (reference, known?.id)
    }
  }

  /// One try to commit; a file without bytes is taken away.
  func commit(
    _ files: [(path: RepoPath, bytes: [UInt8]?)], onto base: ObjectID?, replacing expected: ObjectID?, message: String
  ) throws(FieldbookError) -> Outcome {
    let (reference, _) = try head()
    guard !reference.isEmpty else {
      throw .usage("no branch is checked out", help: "run: git switch main, or name one with --ref")
    }
    try stop(.blobs)
    let plan = try explained { () throws(GitError) in try self.plan(files, base) }
    try stop(.commit)
    let commit = try explained { () throws(GitError) in
      try plan.repository.createCommit(
        tree: plan.tree, parents: base.map { [$0] } ?? [], author: signature, committer: signature, message: message)
    }
    let isCheckedOut = try explained { () throws(GitError) in
      try plan.repository.head.branch.map { "refs/heads/\($0)" } == reference && !plan.repository.isBare
    }
    var dirty: Set<RepoPath> = []
    if isCheckedOut {
      dirty = try explained { () throws(GitError) in Set(try plan.repository.status().map(\.path)) }
      try stop(.mark)
      mark(commit, plan.repository)
    }
    try stop(.move)
    guard try explained({ () throws(GitError) in try move(reference, to: commit, from: expected, plan.repository) })
    else {
      if isCheckedOut { unmark(commit, plan.repository) }
      return .lost
    }
    guard isCheckedOut else { return .committed(commit, left: []) }
    let filled = try fill(plan.files, leaving: dirty, plan.repository)
    try stop(.unmark)
    // An index that somebody else holds is brought forward by the next command.
    if filled.isStaged { unmark(commit, plan.repository) }
    return .committed(commit, left: filled.left)
  }

  /// Completes what a program that was killed left undone in index and work tree.
  func finish() throws(FieldbookError) {
    try explained { () throws(GitError) in
      let repository = try Repository(discovering: folder)
      guard !repository.isBare, let marked = marked(repository) else { return }
      sweep(repository)
      guard let head = try repository.head.id, head == marked else { return unmark(marked, repository) }
      let commit = try repository.commit(head)
      let parent = try commit.parents.first.map { (id) throws(GitError) in try repository.commit(id).tree }
      var files: [PlannedFile] = []
      let staged = Dictionary(try repository.indexEntries().map { ($0.path, $0.id) }) { first, _ in first }
      for status in try repository.status() {
        let new = try repository.entry(at: status.path, in: commit.tree)
        let old = try parent.flatMap { (tree) throws(GitError) in try repository.entry(at: status.path, in: tree) }
        // The index and the file as they were before the commit, or as it has them, are ours to bring forward.
        let index = staged[status.path]
        guard new?.id != old?.id, index == old?.id || index == new?.id else { continue }
        let bytes = try new.map { (entry) throws(GitError) in try repository.blob(entry.id, limit: 1 << 26) }
        let before = try old.map { (entry) throws(GitError) in try repository.blob(entry.id, limit: 1 << 26) }
        let disk = repository.workTree.flatMap { FileManager.default.contents(atPath: "\($0)/\(status.path)") }
        guard disk.map({ Array($0) }) == before || disk.map({ Array($0) }) == bytes else { continue }
        files.append(PlannedFile(path: status.path, blob: new?.id, bytes: bytes))
      }
      if let filled = try? fill(files, leaving: [], repository), filled.isStaged { unmark(marked, repository) }
    }
  }

  // MARK: Parts

  private struct PlannedFile {
    var path: RepoPath
    var blob: ObjectID?
    var bytes: [UInt8]?
  }

  private struct Plan {
    let repository: Repository
    let tree: ObjectID
    let files: [PlannedFile]
  }

  private func plan(_ files: [(path: RepoPath, bytes: [UInt8]?)], _ base: ObjectID?) throws(GitError) -> Plan {
    let repository = try Repository(discovering: folder)
    var planned: [PlannedFile] = []
    var edit = TreeEdit()
    for file in files {
      let path = file.path.components.reduce(workspace) { $0.appending($1) }
      let blob = try file.bytes.map { (bytes) throws(GitError) in try repository.writeBlob(bytes) }
      if let blob { edit.set(path, to: blob) } else { edit.remove(path) }
      planned.append(PlannedFile(path: path, blob: blob, bytes: file.bytes))
    }
    let tree = try base.map { (id) throws(GitError) in try repository.commit(id).tree }
    return Plan(repository: repository, tree: try repository.apply(edit, to: tree), files: planned)
  }

  /// Moves the branch; false when it is no longer where it was.
  private func move(
    _ reference: String, to commit: ObjectID, from old: ObjectID?, _ repository: Repository
  ) throws(GitError) -> Bool {
    do throws(GitError) {
      try unlocked { () throws(GitError) in
        try repository.updateReference(reference, to: commit, expecting: old, reason: "fieldbook: triggers")
      }
      return true
    } catch {
      if error.code == .modified { return false }
      throw error
    }
  }

  /// Waits for a lock that another one holds, for about a second: a live process needs far less.
  private func unlocked(_ work: () throws(GitError) -> Void) throws(GitError) {
    var waits = 0
    while true {
      do throws(GitError) {
        return try work()
      } catch {
        guard error.code == .locked, waits < 25 else { throw error }
        waits += 1
        Thread.sleep(forTimeInterval: 0.04)
      }
    }
  }

  /// Takes files into index and work tree as `git commit` would, where nothing of a person's lies.
  private func fill(
    _ files: [PlannedFile], leaving dirty: Set<RepoPath>, _ repository: Repository
  ) throws(FieldbookError) -> (left: [RepoPath], isStaged: Bool) {
    guard let root = repository.workTree else { return ([], true) }
    let ours = files.filter { !dirty.contains($0.path) }
    var left = files.filter { dirty.contains($0.path) }.map(\.path)
    try stop(.index)
    do throws(GitError) {
      try unlocked { () throws(GitError) in try repository.stage(ours.map { ($0.path, $0.blob) }) }
    } catch {
      return (files.map(\.path), false)
    }
    try stop(.files)
    let disk = WorkspaceDisk(root)
    for file in ours {
      do throws(FieldbookError) {
        if let bytes = file.bytes {
          try disk.put(file.path, bytes, through: "\(repository.gitDirectory)/\(Self.halfWritten)\(getpid())")
        } else if disk.has(file.path) {
          try? FileManager.default.removeItem(atPath: "\(root)/\(file.path)")
        }
      } catch {
        left.append(file.path)
      }
    }
    return (left, true)
  }

  /// What files of the work tree are called until they are whole, before the number of the process.
  private static let halfWritten = "fieldbook-file-"

  /// Takes away what programs that were killed left half-written.
  private func sweep(_ repository: Repository) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: repository.gitDirectory)) ?? []
    for name in names where name.hasPrefix(Self.halfWritten) {
      guard let process = Int32(name.dropFirst(Self.halfWritten.utf8.count)), kill(process, 0) != 0 else { continue }
      try? FileManager.default.removeItem(atPath: "\(repository.gitDirectory)/\(name)")
    }
  }

  private func markPath(_ repository: Repository) -> String { "\(repository.gitDirectory)/fieldbook-unfinished" }

  private func mark(_ commit: ObjectID, _ repository: Repository) {
    // Where it cannot be written only the comfort of the work tree is lost, never the commit.
    try? Data(commit.hex.utf8).write(to: URL(fileURLWithPath: markPath(repository)), options: .atomic)
  }

  private func marked(_ repository: Repository) -> ObjectID? {
    FileManager.default.contents(atPath: markPath(repository)).flatMap {
      ObjectID(hex: String(decoding: $0, as: UTF8.self))
    }
  }

  private func unmark(_ commit: ObjectID, _ repository: Repository) {
    if marked(repository) == commit { try? FileManager.default.removeItem(atPath: markPath(repository)) }
  }

  private func stop(_ step: Step) throws(FieldbookError) {
    do { try before(step) } catch { throw .usage("stopped before \(step): \(error)", help: nil) }
  }

  private func explained<Value>(_ work: () throws(GitError) -> Value) throws(FieldbookError) -> Value {
    do throws(GitError) { return try work() } catch { throw .repository(error) }
  }
}
