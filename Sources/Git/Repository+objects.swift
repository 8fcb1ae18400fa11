internal import CLibgit2

extension Repository {
  /// What kind of object an id names.
  enum ObjectKind: String {
    case commit, tree, blob, tag

    /// libgit2's number for it.
    var libraryType: git_object_t {
      switch self {
      case .commit: GIT_OBJECT_COMMIT
      case .tree: GIT_OBJECT_TREE
      case .blob: GIT_OBJECT_BLOB
      case .tag: GIT_OBJECT_TAG
      }
    }

    /// The kind behind one of libgit2's numbers.
    init?(_ type: git_object_t) {
      switch type {
      case GIT_OBJECT_COMMIT: self = .commit
      case GIT_OBJECT_TREE: self = .tree
      case GIT_OBJECT_BLOB: self = .blob
      case GIT_OBJECT_TAG: self = .tag
      default: return nil
      }
    }
  }

  /// Lends the verified bytes of an object, without a copy, until `body` returns.
  func withObject<R>(
    _ id: ObjectID, _ kind: ObjectKind, _ body: (UnsafeRawBufferPointer) throws(GitError) -> R
  ) throws(GitError) -> R {
    var oid = try id.oid()
    let object = try reading(id, kind) { () throws(GitError) in
      try objects.withPointer { (store) throws(GitError) in
        try Owned("read \(kind.rawValue) \(id)", free: git_odb_object_free) { git_odb_read(&$0, store, &oid) }
      }
    }
    return try object.withPointer { (pointer) throws(GitError) in
      try Self.expect(kind, git_odb_object_type(pointer), id)
      return try body(UnsafeRawBufferPointer(start: git_odb_object_data(pointer), count: git_odb_object_size(pointer)))
    }
  }

  /// Copies an object of history without hashing it again, which would be half of the work of a long walk.
  ///
  /// Damage still shows as a failed checksum of the compressed bytes. Everything that ends up on a page is read
  /// through ``withObject(_:_:_:)``, which verifies.
  func historicBytes(_ id: ObjectID, _ kind: ObjectKind) throws(GitError) -> [UInt8] {
    var oid = try id.oid()
    let bytes = objects.withPointer { store -> [UInt8]? in
      for place in 0..<git_odb_num_backends(store) {
        var backend: UnsafeMutablePointer<git_odb_backend>?
        guard git_odb_get_backend(&backend, store, place) == 0, let read = backend?.pointee.read else { continue }
        var (data, size, type) = (UnsafeMutableRawPointer?.none, 0, GIT_OBJECT_INVALID)
        guard read(&data, &size, &type, backend, &oid) == 0 else { continue }
        defer { git_odb_backend_data_free(backend, data) }
        guard type == kind.libraryType else { return nil }
        return Array(UnsafeRawBufferPointer(start: data, count: size))
      }
      return nil
    }
    // Whatever went wrong, the verifying way finds it out again and says it in words.
    git_error_clear()
    return if let bytes { bytes } else { try withObject(id, kind) { Array($0) } }
  }

  /// The size of an object, from its header: nothing else of it is read.
  func size(_ id: ObjectID, _ kind: ObjectKind) throws(GitError) -> Int {
    var oid = try id.oid()
    var (size, type) = (0, GIT_OBJECT_INVALID)
    try reading(id, kind) { () throws(GitError) in
      try objects.withPointer { (store) throws(GitError) in
        try GitError.check(
          git_odb_read_header(&size, &type, store, &oid), "read the header of \(kind.rawValue) \(id)")
      }
    }
    try Self.expect(kind, type, id)
    return size
  }

  /// Whether an object of any kind is in the store.
  package func contains(_ id: ObjectID) throws(GitError) -> Bool {
    var oid = try id.oid()
    return objects.withPointer { git_odb_exists($0, &oid) == 1 }
  }

  private static func expect(_ kind: ObjectKind, _ type: git_object_t, _ id: ObjectID) throws(GitError) {
    guard type != kind.libraryType else { return }
    let found = ObjectKind(type)?.rawValue ?? "something else"
    throw GitError(.invalidSpec, "read \(kind.rawValue) \(id)", "it is a \(found)")
  }

  // Names the object that is missing, and says so when that is how the repository was cloned.
  private func reading<R: ~Copyable>(
    _ id: ObjectID, _ kind: ObjectKind, _ read: () throws(GitError) -> R
  ) throws(GitError) -> R {
    do {
      return try read()
    } catch {
      guard error.code == .notFound else { throw error }
      if isPartialClone {
        throw GitError(
          .unsupported("partial clone"), error.action, "\(kind.rawValue) \(id) was left out when cloning",
          help: "run: git fetch --refetch --no-filter")
      }
      throw GitError(
        .notFound, error.action, "\(kind.rawValue) \(id) is missing from the repository", help: "run: git fsck")
    }
  }

  /// Whether a remote promised to hand out objects later.
  var isPartialClone: Bool {
    let pattern = "^(remote\\..*\\.promisor|extensions\\.partialclone)$"
    return !Configuration.settings(in: commonDirectory + "/config", matching: pattern).isEmpty
  }
}
