internal import Diagnostics
internal import WorkspaceModel

/// Every path is short enough to be written.
struct PathTooLong: Check {
  let id = "path-too-long"
  let group = CheckGroup.files
  let severity = Diagnostic.Severity.error
  let rule = "a name has at most 255 bytes, a path at most 1,024"
  let rationale = "No common file system takes a longer name, so such a file can be neither checked out nor published."
  let examples = [
    CheckExample("=== guides/\(String(repeating: "a-very-long-name-", count: 16)).md\n▶Text\n"),
    CheckExample("=== guides/\(String(repeating: "long-", count: 24))name.md\nText\n"),
  ]

  func findings(in input: CheckInput) -> [Diagnostic] {
    input.workspace.paths.compactMap { path in
      guard path.bytes.count > 255 else { return nil }
      let longest = path.components.map(\.count).max() ?? 0
      let (count, what, limit) = longest > 255 ? (longest, "name", 255) : (path.bytes.count, "path", 1024)
      guard count > limit else { return nil }
      return finding(
        "\(count) bytes in a \(what), the limit is \(limit)", at: SourceRange(wholeFile: path),
        help: "shorten the names; the title belongs in the file")
    }
  }
}
