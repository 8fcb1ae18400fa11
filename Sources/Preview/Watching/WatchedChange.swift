/// What happened below watched folders in a short while.
package struct WatchedChange: Sendable {
  /// Whole paths of files that were written, came or went.
  package var files: Set<String> = []
  /// Whether more may have happened than is named: folders came or went, or the system could not keep up.
  package var isIncomplete = false

  /// Nothing yet.
  package init() {}

  var isEmpty: Bool { files.isEmpty && !isIncomplete }

  /// Whether anything happened below a folder, as far as one can tell.
  package func touches(_ folder: String) -> Bool { isIncomplete || files.contains { $0.hasPrefix(folder + "/") } }
}

/// A folder to be watched.
package struct WatchedFolder: Sendable {
  /// Its whole path, without links in it.
  package var path: String
  /// Whether all folders below it count as well.
  package var isDeep: Bool

  /// A folder, with all below it unless said otherwise.
  package init(_ path: String, isDeep: Bool = true) {
    self.path = path
    self.isDeep = isDeep
  }
}
