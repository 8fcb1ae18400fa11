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

  /// The lines of files as they were read, for excerpts.
  package func sourceLines() -> SourceLines {
    SourceLines { [snapshot] path in
      switch snapshot.file(at: path)?.content {
      case .bytes(let bytes), .drawing(let bytes): bytes
      default: nil
      }
    }
  }
}

extension Fieldbook {
  /// What stands before a path of the workspace when it is named from where the command was run.
  package var pathPrefix: String {
    snapshot.folder.isRoot || options.workspace != "." ? "" : "\(snapshot.folder)/"
  }

  /// Whether part of the history is unknown, because the clone is shallow.
  package var isHistoryCutOff: Bool { snapshot.isShallow }

  /// Files that were read.
  package var fileCount: Int { snapshot.files.count }
}
