/// Work on a repository that could not be done: what was tried, why it failed, and what to run next.
package struct GitError: Error, Hashable, Sendable {
  /// What went wrong, for code that decides what to do about it.
  package enum Code: Hashable, Sendable {
    /// No such repository, revision, path or object.
    case notFound
    /// Something of that name is there already.
    case exists
    /// An abbreviated id fits several objects.
    case ambiguous
    /// The branch has no commit yet.
    case unbornBranch
    /// Another process holds the lock, or one died holding it.
    case locked
    /// A reference no longer has the expected value.
    case modified
    /// The work tree holds something that would be overwritten.
    case uncommitted
    /// The repository belongs to someone else.
    case ownership
    /// The repository uses a format that libgit2 cannot read; the text names it.
    case unsupported(String)
    /// Stored bytes are damaged.
    case corrupt
    /// The caller's name or path is not allowed.
    case invalidSpec
    /// History ends at the boundary of a shallow clone.
    case shallow
    /// A budget is exceeded.
    case tooLarge
    /// There is no work tree.
    case bare
    /// The index holds both sides of a conflict.
    case unmerged
    /// Any other status of libgit2.
    case other(Int32)
  }

  /// What went wrong.
  package var code: Code
  /// What was tried, to be read after "cannot".
  package var action: String
  /// Why it failed.
  package var message: String
  /// The next command to run, or what else to do about it.
  package var help: String?

  /// A failure in words.
  package init(_ code: Code, _ action: String, _ message: String, help: String? = nil) {
    self.code = code
    self.action = action
    self.message = message
    self.help = help
  }
}

extension GitError: CustomStringConvertible {
  /// One line for a terminal, without the help.
  package var description: String { "cannot \(action): \(message)" }
}

/// Quotes a path for a line that people paste into a shell.
func shellQuoted(_ text: String) -> String {
  let plain = text.utf8.allSatisfy { byte in
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "_"),
      UInt8(ascii: "-"):
      true
    default: false
    }
  }
  guard !plain || text.isEmpty else { return text }
  return "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
}
