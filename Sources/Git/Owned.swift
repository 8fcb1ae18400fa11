internal import CLibgit2

/// Owns one libgit2 object and frees it exactly once.
struct Owned: ~Copyable {
  private let pointer: OpaquePointer
  private let free: @convention(c) (OpaquePointer?) -> Void

  /// Takes what `create` stores, unless its status says that it failed.
  init(
    _ action: @autoclosure () -> String, free: @escaping @convention(c) (OpaquePointer?) -> Void,
    create: (inout OpaquePointer?) -> Int32
  ) throws(GitError) {
    var created: OpaquePointer?
    try GitError.check(create(&created), action())
    guard let created else { throw GitError(.other(0), action(), "libgit2 returned no object") }
    (pointer, self.free) = (created, free)
  }

  /// Lends the pointer; the object lives until `body` returns.
  borrowing func withPointer<R: ~Copyable, E: Error>(_ body: (OpaquePointer) throws(E) -> R) throws(E) -> R {
    try body(pointer)
  }

  deinit { free(pointer) }
}

/// Starts libgit2 once a process, with the options that every repository here relies on.
enum Library {
  /// Whether libgit2 is running; reading it starts it.
  static let isStarted: Bool = {
    guard git_libgit2_init() > 0 else { return false }
    // Repositories are checked for their owner by us (see `Repository+ownership.swift`), in words that help.
    let statuses = [
      fieldbook_git_set_owner_validation(0),
      fieldbook_git_set_strict_hash_verification(1),
      fieldbook_git_set_fsync(1),
      fieldbook_git_accept_harmless_extensions(),
      // Raw trees are cached by `TreeStore`, so libgit2 needs little room of its own.
      fieldbook_git_set_cache_bytes(8 << 20),
    ]
    return statuses.allSatisfy { $0 >= 0 }
  }()
}
