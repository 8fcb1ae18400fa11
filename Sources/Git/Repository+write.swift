internal import CLibgit2

extension Repository {
  /// Makes a repository in a folder, which is made too when missing; one that exists already is left alone.
  package static func initialise(at path: String, branch: String = "main") throws(GitError) -> Repository {
    precondition(Library.isStarted, "libgit2 could not start")
    var options = git_repository_init_options()
    try GitError.check(
      git_repository_init_options_init(&options, UInt32(GIT_REPOSITORY_INIT_OPTIONS_VERSION)), "prepare a repository")
    options.flags = GIT_REPOSITORY_INIT_MKPATH.rawValue | GIT_REPOSITORY_INIT_NO_REINIT.rawValue
    let handle = try Owned("make a repository in \(path)", free: git_repository_free) { repository in
      branch.withCString { branch in
        options.initial_head = branch
        return git_repository_init_ext(&repository, path, &options)
      }
    }
    return try Repository(handle)
  }

  /// Stores the bytes of a file.
  package func writeBlob(_ bytes: [UInt8]) throws(GitError) -> ObjectID { try write(bytes, .blob) }

  /// Stores a folder; the order of the entries does not matter.
  package func writeTree(_ entries: [TreeEntry]) throws(GitError) -> ObjectID {
    var edits: [TreeFolderEdit] = []
    for entry in entries {
      guard RepoPathRules.isWritableName(entry.name) else {
        throw GitError(
          .invalidSpec, "write a tree", "'\(String(decoding: entry.name, as: UTF8.self))' is not a file name")
      }
      edits.append(TreeFolderEdit(name: entry.name, entry: entry))
    }
    edits.sort { $0.name.lexicographicallyPrecedes($1.name) }
    if let twice = zip(edits, edits.dropFirst()).first(where: { $0.name == $1.name })?.0 {
      throw GitError(
        .exists, "write a tree", "'\(String(decoding: twice.name, as: UTF8.self))' is there twice")
    }
    return try write(RawTreeWriter.applying(edits, to: []), .tree)
  }

  /// Stores a commit; no branch moves.
  package func createCommit(
    tree: ObjectID, parents: [ObjectID], author: Signature, committer: Signature, message: String
  ) throws(GitError) -> ObjectID {
    _ = try size(tree, .tree)
    for parent in parents { _ = try size(parent, .commit) }
    guard !message.utf8.contains(0) else {
      throw GitError(.invalidSpec, "write a commit", "its message holds a zero byte")
    }
    var text = "tree \(tree.hex)\n"
    for parent in parents { text += "parent \(parent.hex)\n" }
    text += "author \(try author.header)\ncommitter \(try committer.header)\n\n\(message)"
    if text.utf8.last != UInt8(ascii: "\n") { text += "\n" }
    return try write(Array(text.utf8), .commit)
  }

  /// Stores an object of any kind.
  func write(_ bytes: [UInt8], _ kind: ObjectKind) throws(GitError) -> ObjectID {
    try bytes.withRawBytes { (bytes) throws(GitError) in
      if let bulk { return try keep(bytes, kind, in: bulk) }
      var oid = git_oid()
      try objects.withPointer { (store) throws(GitError) in
        try GitError.check(
          git_odb_write(&oid, store, bytes.baseAddress, bytes.count, kind.libraryType), "write a \(kind.rawValue)")
      }
      return ObjectID(oid)
    }
  }
}

extension Signature {
  /// `Name <mail> seconds +hhmm`, without the bytes that would end a field early.
  fileprivate var header: String {
    get throws(GitError) {
      let (name, email) = (Self.cleaned(name), Self.cleaned(email))
      guard !name.isEmpty else { throw GitError(.invalidSpec, "write a commit", "an author has no name") }
      let minutes = abs(offsetMinutes)
      let zone = String(10_000 + minutes / 60 * 100 + minutes % 60).dropFirst()
      return "\(name) <\(email)> \(when) \(offsetMinutes < 0 ? "-" : "+")\(zone)"
    }
  }

  private static func cleaned(_ text: String) -> String {
    let kept = text.utf8.filter { $0 >= 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: ">") }
    let start = kept.drop { $0 == 0x20 }
    return String(
      decoding: start[..<(start.lastIndex { $0 != 0x20 }.map { $0 + 1 } ?? start.startIndex)], as: UTF8.self)
  }
}
