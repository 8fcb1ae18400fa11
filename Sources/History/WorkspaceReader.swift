package import Diagnostics
internal import Dispatch
package import Git
internal import Synchronization
package import WorkspaceModel

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Reads the files of a workspace out of a repository; the place where Git meets the domain.
package struct WorkspaceReader {
  let repository: Repository
  /// What was read of the index; a reader lives for one command and sees one state of it.
  let index = IndexOnce()
  /// Where the reader was pointed at, within the repository.
  private let start: RepoPath
  private let path: String

  /// Threads that a walk over history may use.
  let jobs: Int
  /// Whether that walk may use and keep what was read before.
  private let isCached: Bool

  /// The largest file that is read.
  static let readLimit = TextFile.sizeLimit

  /// Opens the repository that a folder lies in; `isHook` believes what Git tells its hooks in the environment.
  package init(_ folder: String, isHook: Bool = false, jobs: Int = 1, isCached: Bool = true) throws(GitError) {
    self.jobs = jobs
    self.isCached = isCached
    guard let path = Self.realPath(folder) else {
      throw GitError(
        .notFound, "open workspace \(folder)", "there is no such folder", help: "name one with --workspace <folder>")
    }
    self.path = path
    repository = try Repository(discovering: path, fromEnvironment: isHook)
    if let workTree = repository.workTree, let real = Self.realPath(workTree) {
      start = RepoPath(path).relative(to: RepoPath(real)) ?? .root
    } else {
      start = .root
    }
  }

  /// Reads the workspace; `withFacts` also walks its history, see ``WorkspaceSnapshot/history``.
  package func read(_ source: SnapshotSource, withFacts: Bool) throws(GitError) -> WorkspaceSnapshot {
    let headID = try repository.head.id
    var snapshot = try read(source, withFacts: withFacts, headID)
    snapshot.newest = headID?.hex
    if withFacts {
      snapshot.tags = try repository.tags().map { WorkspaceSnapshot.Tag(name: $0.name, commit: $0.id.hex) }
    }
    return snapshot
  }

  private func read(
    _ source: SnapshotSource, withFacts: Bool, _ headID: ObjectID?
  ) throws(GitError) -> WorkspaceSnapshot {
    switch source {
    case .workTree:
      return try workTree(head: headID, withFacts: withFacts)
    case .index:
      return try staged()
    case .nothing:
      return WorkspaceSnapshot(
        files: [], revision: nil, head: nil, history: Timeline(), folder: .root, isShallow: false, folderName: "")
    case .revision(let spec):
      if let spec { return try commit(try repository.resolve(spec), withFacts: withFacts) }
      guard let headID else {
        throw GitError(
          .unbornBranch, "read the workspace", "the repository has no commit yet",
          help: "commit your files first, or build them as they are with --worktree")
      }
      return try commit(headID, withFacts: withFacts)
    case .moment(let seconds):
      return try commit(try repository.commit(before: Int64(seconds)), withFacts: withFacts)
    }
  }

  /// What `fieldbook.yaml` says at HEAD; the defaults when there is none.
  package func settings() throws(GitError) -> Settings {
    guard let head = try repository.head.id else { return Settings() }
    let tree = try repository.commit(head).tree
    let folder = try workspaceFolder { (path) throws(GitError) in try repository.entry(at: path, in: tree) != nil }
    let path = folder.appending("fieldbook.yaml")
    guard let entry = try repository.entry(at: path, in: tree) else { return Settings() }
    return Settings(reading: try repository.blob(entry.id, limit: Self.readLimit))
  }

  /// The bytes of single files at the place that a snapshot was read from.
  package func contents(
    of paths: [RepoPath], in snapshot: WorkspaceSnapshot, limit: Int
  ) throws(GitError) -> [RepoPath: [UInt8]] {
    var contents: [RepoPath: [UInt8]] = [:]
    let tree = try snapshot.revision.flatMap { ObjectID(hex: $0.commit) }.map { (id) throws(GitError) in
      try repository.commit(id).tree
    }
    for path in paths {
      let full = snapshot.folder.isRoot ? path : snapshot.folder.appending(path.bytes)
      if let tree {
        guard let entry = try repository.entry(at: full, in: tree) else { continue }
        if try repository.blobSize(entry.id) <= limit {
          contents[path] = try repository.blob(entry.id, limit: limit)
        }
      } else if let root = repository.workTree {
        contents[path] = DiskFile.contents(of: root + "/" + full.description, limit: limit)
      }
    }
    return contents
  }

  private func commit(_ id: ObjectID, withFacts: Bool) throws(GitError) -> WorkspaceSnapshot {
    let commit = try repository.commit(id)
    let folder = try workspaceFolder { (path) throws(GitError) in
      try repository.entry(at: path, in: commit.tree) != nil
    }
    let listed: [TreeFile]
    do {
      listed = try repository.files(in: commit.tree, under: folder)
    } catch  where error.code == .notFound {
      throw GitError(
        .notFound, "read the workspace at \(id.short)", "the folder '\(folder)' does not exist in that commit",
        help: "choose a later commit, or point --workspace at another folder")
    }
    let (files, history) = try contents(listed, and: withFacts ? id : nil, in: folder)
    let revision = revision(commit)
    return WorkspaceSnapshot(
      files: files, revision: revision, head: revision, history: history, folder: folder,
      isShallow: repository.isShallow, folderName: name(of: folder))
  }

  /// The files of a commit and, beside them where there are threads for both, the history up to it.
  private func contents(
    _ listed: [TreeFile], and head: ObjectID?, in folder: RepoPath
  ) throws(GitError) -> (files: [WorkspaceFile], history: Timeline) {
    guard let head else { return (try contents(listed), Timeline()) }
    let (place, isCached, jobs, paths) = (path, isCached, jobs, listed.map(\.path))
    let found = Mutex<Result<Timeline, GitError>>(.success(Timeline()))
    // The walk opens a repository of its own: one is never used by two threads.
    let walk = DispatchWorkItem {
      let result = Result { () throws(GitError) in
        try WorkspaceReader(place).timeline(of: head, in: folder, files: paths, isCached: isCached, jobs: jobs)
      }
      found.withLock { $0 = result }
    }
    if jobs > 1 { DispatchQueue.global().async(execute: walk) } else { walk.perform() }
    let files = Result { () throws(GitError) in try contents(listed) }
    walk.wait()
    return (try files.get(), try found.withLock { $0 }.get())
  }

  private func contents(_ listed: [TreeFile]) throws(GitError) -> [WorkspaceFile] {
    let files = listed.compactMap { file in KindOfPath.kind(of: file.path).map { (file: file, kind: $0) } }
    return try repository.sideBySide(files.count, jobs: jobs) { (repository, range) throws(GitError) in
      files[range].map { file, kind in
        WorkspaceFile(
          path: file.path, content: Self.content(of: file, kind, in: repository), hash: file.id.hex)
      }
    }
  }

  /// What can be read of a file of a commit.
  static func content(of file: TreeFile, _ kind: RecordKind, in repository: Repository) -> WorkspaceFile.Content {
    switch file.mode {
    case .submodule: return .submodule
    case .symlink:
      let target = try? repository.blob(file.id, limit: 4096)
      return .symlink(target: target.map { String(decoding: $0, as: UTF8.self) } ?? "?")
    default: break
    }
    if kind == .asset, !KindOfPath.isDrawing(file.path) { return .notRead }
    do {
      let size = try repository.blobSize(file.id)
      if size > Self.readLimit { return kind == .asset ? .notRead : .tooLarge(bytes: size) }
      let bytes = try repository.withBlob(file.id) { Array($0) }
      return kind == .asset ? .drawing(bytes) : .bytes(bytes)
    } catch {
      return .unreadable(error.message)
    }
  }

  func workTree(head: ObjectID?, withFacts: Bool) throws(GitError) -> WorkspaceSnapshot {
    guard let root = repository.workTree else {
      throw GitError(
        .notFound, "read the work tree", "this is a bare repository", help: "leave out --worktree to read a commit")
    }
    let folder = try workspaceFolder { (path) throws(GitError) in DiskFile.exists(root + "/" + path.description) }
    var files: [WorkspaceFile] = []
    for file in try repository.workTreeFiles(under: folder) {
      guard let kind = KindOfPath.kind(of: file.path) else { continue }
      let full = root + "/" + (folder.isRoot ? file.path : folder.appending(file.path.bytes)).description
      files.append(
        WorkspaceFile(path: file.path, content: DiskFile.content(of: full, file, kind, Self.readLimit), hash: ""))
    }
    let head = try head.map { (id) throws(GitError) in try repository.commit(id) }
    var history = Timeline()
    if withFacts, let head {
      let isThere = try repository.tree(at: folder, in: head.tree) != nil
      let listed = isThere ? try repository.files(in: head.tree, under: folder) : []
      history = try timeline(of: head.id, in: folder, files: listed.map(\.path), isCached: isCached, jobs: jobs)
    }
    return WorkspaceSnapshot(
      files: files.sorted { $0.path < $1.path }, revision: nil, head: head.map(revision), history: history,
      folder: folder, isShallow: repository.isShallow, folderName: name(of: folder))
  }

  /// The folder that holds `fieldbook.yaml`: where the reader was pointed at, `content` inside it, or a folder above.
  func workspaceFolder(_ exists: (RepoPath) throws(GitError) -> Bool) throws(GitError) -> RepoPath {
    if try exists(start.appending("fieldbook.yaml")) { return start }
    let content = start.appending("content")
    if try exists(content.appending("fieldbook.yaml")) { return content }
    var above = start
    while !above.isRoot {
      above = above.parent
      if try exists(above.appending("fieldbook.yaml")) { return above }
    }
    return start
  }

  func revision(_ commit: Commit) -> WorkspaceSnapshot.Revision {
    WorkspaceSnapshot.Revision(
      commit: commit.id.hex, short: commit.id.short,
      committedAt: Instant(seconds: Int(commit.committer.when), offsetMinutes: commit.committer.offsetMinutes))
  }

  func name(of folder: RepoPath) -> String {
    if !folder.isRoot, folder.nameText != "content" { return folder.nameText }
    let root = repository.workTree ?? repository.gitDirectory
    return root.split(separator: "/").last.map(String.init) ?? "Fieldbook"
  }

  static func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
