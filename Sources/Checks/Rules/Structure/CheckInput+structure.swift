internal import Diagnostics
internal import WorkspaceModel

extension CheckInput {
  /// Whether this is a workspace with an order of its own, and not a plain folder of Markdown.
  var hasStructure: Bool {
    workspace.paths.contains("fieldbook.yaml") || !workspace.customers.isEmpty || !workspace.deals.isEmpty
      || !workspace.battlecards.isEmpty || !workspace.people.isEmpty || !workspace.playbooks.isEmpty
  }

  /// A range for what is wrong with a folder: its first file.
  func range(inFolder folder: RepoPath, _ list: PathList) -> SourceRange {
    SourceRange(wholeFile: list.first(in: folder) ?? folder)
  }
}

/// All folders of a workspace with the names that lie directly in them.
struct FolderNames {
  /// Names of files by folder.
  private(set) var files: [RepoPath: Set<String>] = [:]
  /// Names of folders by folder.
  private(set) var folders: [RepoPath: Set<String>] = [:]

  /// Takes the paths apart.
  init(_ paths: some Sequence<RepoPath>) {
    for path in paths {
      var folder = path.parent
      files[folder, default: []].insert(path.nameText)
      while !folder.isRoot {
        let parent = folder.parent
        if !folders[parent, default: []].insert(folder.nameText).inserted { break }
        folder = parent
      }
    }
    for folder in folders.keys where files[folder] == nil { files[folder] = [] }
  }
}
