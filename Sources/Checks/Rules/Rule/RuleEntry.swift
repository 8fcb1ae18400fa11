internal import Diagnostics
internal import WorkspaceModel

/// A trigger rule as its checks see it: fields with their places.
struct RuleEntry {
  let file: RepoPath
  let node: YAMLNode

  /// The rules of all files, in the order of paths and then of the file.
  static func all(_ workspace: Workspace) -> [RuleEntry] {
    workspace.ruleFiles.sorted { $0.source.path < $1.source.path }.flatMap { file in
      (file.source.fields?["rules"]?.items ?? []).filter { $0.entries != nil }
        .map { RuleEntry(file: file.source.path, node: $0) }
    }
  }

  /// What other records call it.
  var id: String? { node["id"]?.text }

  /// Where it is named, or where it begins.
  var idRange: SourceRange { node["id"]?.range(in: file) ?? SourceRange(file: file, start: node.start) }

  /// The texts of a field: one, or a list of them.
  func texts(_ key: String) -> [YAMLNode] {
    guard let node = node[key] else { return [] }
    return (node.items ?? [node]).filter { $0.text != nil }
  }

  /// The place of some bytes of a text; where it begins when the text goes over several lines.
  func range(of bytes: Range<Int>, in text: YAMLNode) -> SourceRange {
    guard case .scalar(let value, let isPlain) = text.content, !value.utf8.contains(0x0A) else {
      return SourceRange(file: file, start: text.start)
    }
    let column = text.start.column + (isPlain ? 0 : 1)
    return SourceRange(
      file: file, start: SourcePosition(line: text.start.line, column: column + bytes.lowerBound),
      end: SourcePosition(line: text.start.line, column: column + bytes.upperBound))
  }
}
