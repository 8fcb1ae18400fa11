package import Diagnostics
internal import History
package import WorkspaceModel

/// A record as `fieldbook list` prints it.
package struct ListedRecord: Sendable {
  package var kind: RecordKind
  package var id: String
  package var title: String
  package var path: RepoPath
  package var isDraft: Bool
}

extension Fieldbook {
  /// The records that the chosen audience may see, by kind and path; `kinds` empty for all but assets.
  package func list(kinds: [RecordKind]) throws(FieldbookError) -> [ListedRecord] {
    let records = try visible().workspace.records.map(\.source)
    return
      records
      .filter { kinds.isEmpty ? $0.kind != .asset : kinds.contains($0.kind) }
      .map { ListedRecord(kind: $0.kind, id: $0.id, title: $0.title, path: $0.path, isDraft: $0.isDraft) }
      .sorted { ($0.kind.rawValue, $0.path) < ($1.kind.rawValue, $1.path) }
  }

  /// One line of a file as it was read, for excerpts.
  package func line(_ number: Int, of path: RepoPath) -> String? {
    guard let file = snapshot.files.first(where: { $0.path == path }), case .bytes(let bytes) = file.content else {
      return nil
    }
    var line = 1
    var start = 0
    while line < number {
      guard let end = bytes[start...].firstIndex(of: 0x0A) else { return nil }
      start = end + 1
      line += 1
    }
    guard start < bytes.count else { return nil }
    return String(decoding: bytes[start...].prefix { $0 != 0x0A && $0 != 0x0D }, as: UTF8.self)
  }
}

extension Fieldbook {
  /// What stands before a path of the workspace when it is named from where the command was run.
  package var pathPrefix: String {
    snapshot.folder.isRoot || options.workspace != "." ? "" : "\(snapshot.folder)/"
  }

  /// Files that were read.
  package var fileCount: Int { snapshot.files.count }
}
