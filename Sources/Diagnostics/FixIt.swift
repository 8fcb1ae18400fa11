/// A repair that a machine can carry out.
package struct FixIt: Hashable, Codable, Sendable {
  /// One replacement of a stretch of a file.
  package struct Edit: Hashable, Codable, Sendable {
    /// What is replaced, empty to insert; the file has the name that it bears before anything is renamed.
    package var range: SourceRange
    /// What stands there afterwards.
    package var replacement: String

    /// Replaces a stretch of a file.
    package init(range: SourceRange, replacement: String) {
      self.range = range
      self.replacement = replacement
    }
  }

  /// One change of which files there are.
  package enum FileChange: Hashable, Codable, Sendable {
    /// A file that did not exist, with all that it holds.
    case create(RepoPath, text: String)
    /// Another name for a file, or for a folder with all that lies in it.
    case rename(RepoPath, to: RepoPath)
  }

  /// What the repair does, in the imperative: "rename the key to 'stage'".
  package var summary: String
  /// The edits, none overlapping.
  package var edits: [Edit]
  /// New files and new names; the edits are made before any of them.
  package var files: [FileChange]

  /// A repair made of edits, new files and new names.
  package init(_ summary: String, edits: [Edit] = [], files: [FileChange] = []) {
    self.summary = summary
    self.edits = edits
    self.files = files
  }

  /// Whether it gives anything another name.
  package var renames: Bool {
    files.contains { change in
      if case .rename = change { return true }
      return false
    }
  }

  /// Whether it changes a file, names it anew, or moves a folder that holds it.
  package func touches(_ path: RepoPath) -> Bool {
    edits.contains { $0.range.file == path }
      || files.contains { change in
        switch change {
        case .create(let created, _): created == path
        case .rename(let old, let new): path.isInside(old) || path.isInside(new)
        }
      }
  }
}
