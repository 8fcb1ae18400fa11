package import Diagnostics

extension FixPlan {
  /// A file and what it becomes.
  package struct Change: Sendable, Equatable {
    /// Where the file lies afterwards.
    package var path: RepoPath
    /// Where it lay before; nil for a file that did not exist.
    package var oldPath: RepoPath?
    package var before: [UInt8]
    package var after: [UInt8]

    /// A file by its path, and what it holds before and after.
    package init(path: RepoPath, before: [UInt8], after: [UInt8]) {
      self.init(path: path, oldPath: path, before: before, after: after)
    }

    /// A file by its paths, and what it holds before and after.
    package init(path: RepoPath, oldPath: RepoPath?, before: [UInt8], after: [UInt8]) {
      self.path = path
      self.oldPath = oldPath
      self.before = before
      self.after = after
    }
  }

  /// Another name for a file or folder.
  package struct Rename: Sendable, Hashable {
    package var old: RepoPath
    package var new: RepoPath

    /// The name that goes and the one that comes.
    package init(old: RepoPath, new: RepoPath) {
      self.old = old
      self.new = new
    }
  }

  /// A repair that cannot be made, and why.
  package struct Refusal: Sendable, Hashable {
    package var finding: Diagnostic
    /// "its place lies outside the file".
    package var reason: String
  }
}
