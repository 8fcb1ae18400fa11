package import Git

/// Why no workspace was written.
package enum DemoError: Error, Hashable, Sendable {
  /// The folder holds something already.
  case folderInUse(String)
  /// The path names something that is no folder, or a folder that cannot be read.
  case notAFolder(String)
  /// The repository could not be written.
  case git(GitError)

  /// What to do about it.
  package var help: String? {
    switch self {
    case .folderInUse(let folder):
      "name a folder that does not exist yet, such as \(folder.last == "/" ? String(folder.dropLast()) : folder)-demo"
    case .notAFolder: "name a folder that does not exist yet"
    case .git(let error): error.help
    }
  }
}

extension DemoError: CustomStringConvertible {
  /// One line for a terminal, without the help.
  package var description: String {
    switch self {
    case .folderInUse(let folder): "cannot write a demo workspace: \(folder) is not empty"
    case .notAFolder(let path): "cannot write a demo workspace: \(path) is no folder that can be read"
    case .git(let error): error.description
    }
  }
}
