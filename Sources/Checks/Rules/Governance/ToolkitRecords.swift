internal import Diagnostics
internal import WorkspaceModel

/// What the sales toolkit holds, index pages left out.
enum ToolkitRecords {
  /// Sources of the records that lack a field; what could not be read at all is reported as such.
  static func lacking(_ field: String, in input: CheckInput) -> [RecordSource] {
    let workspace = input.workspace
    let records: [any WorkspaceRecord] =
      workspace.battlecards + workspace.playbooks + workspace.templates + workspace.lessons + workspace.securityPages
    return records.map(\.source).filter { source in
      guard let fields = source.fields else { return !hasFrontMatter(source.path, input) }
      return fields.entries != nil && fields[field]?.isNull != false
    }
  }

  private static func hasFrontMatter(_ path: RepoPath, _ input: CheckInput) -> Bool {
    guard let bytes = input.bytes(of: path) else { return true }
    let front = FrontMatter(TextFile(bytes, path: path).bytes)
    return front.isUnclosed || front.yaml?.contains { $0 > 0x20 } == true
  }
}
