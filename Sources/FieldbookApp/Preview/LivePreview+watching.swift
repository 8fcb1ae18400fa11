internal import Diagnostics
internal import Foundation
internal import Git
internal import History
internal import Synchronization
internal import WorkspaceModel

/// What changed on disk, sorted by what it means for the site.
struct LiveChange: Sendable {
  /// Files of the workspace; nil when any may have changed.
  var files: Set<RepoPath>? = []
  /// Whether another commit may have been made or checked out.
  var isOfHead = false
  /// Whether layouts, styles or scripts changed.
  var isOfTheme = false
}

extension LivePreview {
  /// A folder to be watched, and whether with all below it.
  package struct Watched: Sendable {
    package var path: String
    package var isDeep: Bool
  }

  /// The folders that the site is made from.
  package var watched: [Watched] {
    var folders = [Watched(path: Self.real(themeFolder), isDeep: true)]
    guard options.isWorkTree, let reader = try? WorkspaceReader(options.workspace) else { return folders }
    let snapshot = state.withLock { $0.latest.fieldbook.snapshot }
    if let folder = reader.folderOnDisk(of: snapshot) { folders.append(Watched(path: folder, isDeep: true)) }
    folders += reader.foldersOfHead.map { Watched(path: $0, isDeep: false) }
    return folders
  }

  /// Whether nothing below a folder is part of the workspace, by its whole path.
  package func skips(_ folder: String) -> Bool {
    if folder.hasSuffix("/.git") { return true }
    // Git is asked about the few folders alone in which no file counts: asking takes longer than looking.
    if countsFiles(folder) { return false }
    guard let reader = try? WorkspaceReader(options.workspace) else { return false }
    return (try? reader.ignores(folder: folder)) ?? false
  }

  private func countsFiles(_ folder: String) -> Bool {
    countedFolders.withLock { folders in
      if let folders { return folders.contains(folder) }
      var found: Set<String> = []
      let snapshot = state.withLock { $0.latest.fieldbook.snapshot }
      if let root = (try? WorkspaceReader(options.workspace))?.folderOnDisk(of: snapshot) {
        for file in snapshot.files {
          var path = file.path.parent
          while !path.isRoot, found.insert("\(root)/\(path)").inserted { path = path.parent }
        }
      }
      folders = found
      return found.contains(folder)
    }
  }

  /// Sorts what changed; `isIncomplete` when more may have changed than is named.
  func change(_ paths: Set<String>, isIncomplete: Bool) -> LiveChange {
    var change = LiveChange()
    let theme = Self.real(themeFolder) + "/"
    guard options.isWorkTree, let reader = try? WorkspaceReader(options.workspace) else {
      change.isOfTheme = isIncomplete || paths.contains { $0.hasPrefix(theme) }
      return change
    }
    let snapshot = state.withLock { $0.latest.fieldbook.snapshot }
    let content = (reader.folderOnDisk(of: snapshot) ?? "") + "/"
    let heads = reader.foldersOfHead.map { $0 + "/" }
    for path in paths {
      if path.hasPrefix(theme) {
        change.isOfTheme = true
      } else if heads.contains(where: path.hasPrefix) {
        change.isOfHead = true
      } else if path.hasPrefix(content) {
        // Which files count may be another matter by now.
        if path.hasSuffix("/.gitignore") { change.files = nil }
        change.files?.insert(RepoPath(path.dropFirst(content.count)))
      }
    }
    if isIncomplete { (change.files, change.isOfHead, change.isOfTheme) = (nil, true, true) }
    return change
  }

  private static func real(_ path: String) -> String {
    URL(filePath: path).standardizedFileURL.resolvingSymlinksInPath().path
  }
}
