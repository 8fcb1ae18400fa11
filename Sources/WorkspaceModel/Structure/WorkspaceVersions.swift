internal import Diagnostics

/// Loads one version of a workspace after another; what a file says is read once for each of its contents.
package struct WorkspaceVersions {
  private struct Content: Hashable {
    var path: RepoPath
    var hash: String
  }

  private var parsed: [Content: RecordParser.Parsed] = [:]

  /// Nothing read yet.
  package init() {}

  /// The workspace of some files; problems in them are not told.
  package mutating func workspace(_ files: [WorkspaceFile]) -> Workspace {
    let files = files.sorted { $0.path < $1.path }
    var records: [RecordParser.Parsed] = []
    records.reserveCapacity(files.count)
    for file in files {
      let content = Content(path: file.path, hash: file.hash)
      if let known = parsed[content] {
        records.append(known)
      } else {
        let record = RecordParser.parse(file, sink: FindingSink())
        if !file.hash.isEmpty { parsed[content] = record }
        records.append(record)
      }
    }
    return Workspace(joining: records, paths: Set(files.map(\.path)))
  }
}
