package import Diagnostics

/// What a tree says about a file besides its bytes.
package enum FileMode: UInt32, Hashable, Sendable, Codable {
  /// An ordinary file.
  case regular = 0o100644
  /// A file that may be run.
  case executable = 0o100755
  /// A symbolic link; the blob is its target.
  case symlink = 0o120000
  /// A commit of another repository; there is no such object here.
  case submodule = 0o160000

  /// Reads the mode of a tree or index entry as Git does; nil for a folder.
  init?(stored mode: UInt32) {
    switch mode & 0o170000 {
    case 0o040000: return nil
    case 0o120000: self = .symlink
    case 0o160000: self = .submodule
    default: self = mode & 0o100 == 0 ? .regular : .executable
    }
  }
}

/// One entry of one folder.
package struct TreeEntry: Hashable, Sendable {
  /// A folder, or a file of some mode.
  package enum Kind: Hashable, Sendable {
    /// The id names a tree.
    case folder
    /// The id names a blob, or a commit elsewhere for a submodule.
    case file(FileMode)

    /// The number that stands in a tree object.
    var mode: UInt32 {
      switch self {
      case .folder: 0o040000
      case .file(let mode): mode.rawValue
      }
    }

    /// Reads the number that stands in a tree object.
    init(stored mode: UInt32) {
      self = FileMode(stored: mode).map(Kind.file) ?? .folder
    }
  }

  /// The bytes of the name, whatever they are: hostile trees hold `..` and `a/b`.
  package var name: [UInt8]
  /// A folder or a file.
  package var kind: Kind
  /// What the name stands for.
  package var id: ObjectID

  /// One entry to write.
  package init(name: some Sequence<UInt8>, kind: Kind, id: ObjectID) {
    self.name = Array(name)
    self.kind = kind
    self.id = id
  }
}

/// One file somewhere below a folder.
package struct TreeFile: Hashable, Sendable {
  /// The path relative to the folder that was asked for.
  package var path: RepoPath
  /// What the tree says about it.
  package var mode: FileMode
  /// The blob, or a commit elsewhere for a submodule.
  package var id: ObjectID

  /// A file below a folder.
  package init(path: RepoPath, mode: FileMode, id: ObjectID) {
    self.path = path
    self.mode = mode
    self.id = id
  }
}

/// How much of a hostile tree is walked before giving up: a repository of 128 KB can hold millions of entries.
package struct TreeBudget: Sendable {
  /// Files and folders in all.
  package var entries = 2_000_000
  /// The longest path, in bytes.
  package var pathBytes = 4_096
  /// The deepest folder.
  package var depth = 64

  /// The limits of trust.md; tests make smaller ones.
  package init() {}
}
