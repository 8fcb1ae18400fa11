package import Diagnostics

/// One file of the workspace as it was read, from a commit, the index or the work tree.
package struct WorkspaceFile: Sendable {
  /// What could be read of it.
  package enum Content: Sendable {
    case bytes([UInt8])
    /// A small drawing: checks look at its bytes, nothing reads it as text.
    case drawing([UInt8])
    /// Larger than is read as text.
    case tooLarge(bytes: Int)
    /// A symbolic link, named and never followed.
    case symlink(target: String)
    /// Known to exist, not read: assets are copied only when a page uses them.
    case notRead
    /// Another repository, named and never opened.
    case submodule
    /// Reading failed, with the reason in words.
    case unreadable(String)
  }

  /// Relative to the workspace.
  package var path: RepoPath
  package var content: Content
  /// Hash of the content, Git's blob id where there is one.
  package var hash: String

  /// A file by its parts.
  package init(path: RepoPath, content: Content, hash: String) {
    self.path = path
    self.content = content
    self.hash = hash
  }
}
