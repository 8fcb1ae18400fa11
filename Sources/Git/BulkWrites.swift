internal import CLibgit2

/// The objects that wait in memory for the end of `withBulkWrites`.
final class BulkWrites {
  /// In the order in which they were written, each once.
  private(set) var objects: [(id: ObjectID, kind: Repository.ObjectKind)] = []
  private var known: Set<ObjectID> = []
  private var predecessors: [ObjectID: ObjectID] = [:]

  /// Notes an object; false when it is there already.
  func insert(_ id: ObjectID, _ kind: Repository.ObjectKind) -> Bool {
    guard known.insert(id).inserted else { return false }
    objects.append((id, kind))
    return true
  }

  /// Notes what stood in an object's place before: it is packed as the difference.
  func note(_ id: ObjectID, after predecessor: ObjectID) {
    if predecessors[id] == nil { predecessors[id] = predecessor }
  }

  /// Takes each file of a folder's new version for the successor of the one before it.
  func note(_ edits: [TreeFolderEdit], over old: [UInt8]) throws(GitError) {
    let files = edits.filter { $0.entry.map { $0.kind != .folder } ?? false }
    guard !files.isEmpty else { return }
    try old.withRawBytes { (old) throws(GitError) in
      var reader = RawTreeReader(old)
      while let entry = try reader.next() {
        guard !entry.isFolder, let new = RawTreeWriter.edit(of: entry.name, in: files)?.entry else { continue }
        note(new.id, after: entry.id)
      }
    }
  }

  /// What stood in an object's place before; nil when nothing did.
  func predecessor(of id: ObjectID) -> ObjectID? { predecessors[id] }
}

extension Repository {
  /// Keeps all that `body` writes in memory and then stores it as one pack; nothing is stored when it throws.
  ///
  /// References are moved afterwards: inside, they would name objects that are not there yet.
  package func withBulkWrites<R>(_ body: () throws(GitError) -> R) throws(GitError) -> R {
    precondition(bulk == nil, "bulk writes cannot be nested")
    let writes = BulkWrites()
    let pack: [UInt8]?
    let result: R
    try useObjects(try objectsInMemory())
    bulk = writes
    do throws(GitError) {
      result = try body()
      pack = try self.pack(of: writes)
    } catch {
      bulk = nil
      trees.forget()
      try useObjects(try objectsOnDisk())
      throw error
    }
    bulk = nil
    try useObjects(try objectsOnDisk())
    do throws(GitError) {
      if let pack { try store(pack) }
    } catch {
      trees.forget()
      throw error
    }
    return result
  }

  /// Keeps an object in memory, unless it is there.
  func keep(_ bytes: UnsafeRawBufferPointer, _ kind: ObjectKind, in writes: BulkWrites) throws(GitError) -> ObjectID {
    var oid = git_oid()
    try GitError.check(
      git_odb_hash(&oid, bytes.baseAddress, bytes.count, kind.libraryType), "hash a \(kind.rawValue)")
    let id = ObjectID(oid)
    guard writes.insert(id, kind) else { return id }
    // Straight to the memory: the object store would first look for the object on disk, twice.
    try objects.withPointer { (store) throws(GitError) in
      var memory: UnsafeMutablePointer<git_odb_backend>?
      try GitError.check(git_odb_get_backend(&memory, store, 0), "keep objects in memory")
      guard let write = memory?.pointee.write else {
        throw GitError(.other(0), "keep objects in memory", "libgit2 cannot write to it")
      }
      try GitError.check(
        write(memory, &oid, bytes.baseAddress, bytes.count, kind.libraryType), "keep objects in memory")
    }
    return id
  }

  private func useObjects(_ store: consuming Owned) throws(GitError) {
    try handle.withPointer { (repository) throws(GitError) in
      try store.withPointer { (store) throws(GitError) in
        try GitError.check(git_repository_set_odb(repository, store), "change the object store")
      }
    }
    objects = store
  }

  private func objectsOnDisk() throws(GitError) -> Owned {
    try Owned("open the object store", free: git_odb_free) { git_odb_open(&$0, commonDirectory + "/objects") }
  }

  private func objectsInMemory() throws(GitError) -> Owned {
    let store = try objectsOnDisk()
    try store.withPointer { (store) throws(GitError) in
      var memory: UnsafeMutablePointer<git_odb_backend>?
      try GitError.check(git_mempack_new(&memory), "keep objects in memory")
      // Above the priority of files, so that it is the first. The store frees it.
      try GitError.check(git_odb_add_backend(store, memory, 999), "keep objects in memory")
    }
    return store
  }

  // Nil when nothing was written.
  private func pack(of writes: BulkWrites) throws(GitError) -> [UInt8]? {
    guard !writes.objects.isEmpty else { return nil }
    var pack = PackWriter()
    for (id, kind) in writes.objects {
      let content = try historicBytes(id, kind)
      guard let base = writes.predecessor(of: id), pack.canStandOn(base) else {
        try pack.append(id, kind, content)
        continue
      }
      let old = try historicBytes(base, kind)
      let delta = try old.withRawBytes { (old) throws(GitError) in
        try content.withRawBytes { (new) throws(GitError) in
          kind == .tree ? try ObjectDelta(fromTree: old, toTree: new) : ObjectDelta(from: old, to: new)
        }
      }
      if delta.bytes.count < content.count / 2 {
        try pack.append(id, delta, from: base)
      } else {
        try pack.append(id, kind, content)
      }
    }
    return pack.finished()
  }

  // libgit2 reads the pack again while it makes the index: a mistake in it shows here, not later.
  private func store(_ pack: [UInt8]) throws(GitError) {
    try objects.withPointer { (store) throws(GitError) in
      var writer: UnsafeMutablePointer<git_odb_writepack>?
      try GitError.check(git_odb_write_pack(&writer, store, nil, nil), "write a pack")
      guard let writer else { throw GitError(.other(0), "write a pack", "libgit2 returned no writer") }
      defer { writer.pointee.free?(writer) }
      guard let append = writer.pointee.append, let commit = writer.pointee.commit else {
        throw GitError(.other(0), "write a pack", "libgit2 cannot write one here")
      }
      var progress = git_indexer_progress()
      try GitError.check(append(writer, pack, pack.count, &progress), "write a pack")
      try GitError.check(commit(writer, &progress), "write a pack")
      try GitError.check(git_odb_refresh(store), "read the new pack")
    }
  }
}
