internal import Diagnostics
internal import WorkspaceModel

/// An agent of either format, as its checks see it: fields with their places.
struct AgentSubject {
  /// A tool that is asked for.
  struct Tool {
    /// The name without what stands in parentheses behind it.
    var name: String
    /// Where that name stands; a point when the list goes over several lines.
    var range: SourceRange
  }

  let format: AgentDefinition.Format
  let file: RepoPath
  /// The fields; nil when there are none.
  let node: YAMLNode?
  /// Name of the workspace form, which is its key.
  let key: String?
  /// Where findings about what is missing belong: the key, or the first line.
  let place: SourceRange
  let body: MarkdownBody?

  /// Agents of all files in the order of paths; files without front matter are left out.
  static func all(_ input: CheckInput) -> [AgentSubject] {
    var subjects: [AgentSubject] = []
    for file in input.workspace.agentFiles.sorted(by: { $0.source.path < $1.source.path }) {
      let source = file.source
      if source.kind == .claudeAgent {
        let text = source.fields == nil ? ClaudeAgentText(of: source.path, in: input) : nil
        switch text?.state {
        case .absent, .unclosed: continue
        default: break
        }
        let first = SourceRange(file: source.path, start: .start, end: SourcePosition(line: 1, column: 4))
        subjects.append(
          AgentSubject(
            format: .claude, file: source.path, node: source.fields ?? text?.fields, key: nil, place: first,
            body: source.body))
        continue
      }
      for entry in source.fields?["agents"]?.entries ?? [] where entry.value.entries != nil {
        let end = SourcePosition(line: entry.keyStart.line, column: entry.keyStart.column + entry.key.utf8.count)
        subjects.append(
          AgentSubject(
            format: .workspace, file: source.path, node: entry.value, key: entry.key,
            place: SourceRange(file: source.path, start: entry.keyStart, end: end), body: nil))
      }
    }
    return subjects
  }

  /// What it is called: the key, or the field `name`.
  var name: String? { key ?? node?["name"]?.text }

  /// The field that says what it is for.
  var descriptionKey: String { format == .claude ? "description" : "purpose" }

  /// Where the name stands.
  var nameRange: SourceRange { key == nil ? (node?["name"]?.range(in: file) ?? place) : place }

  /// The text of a field with its place.
  func text(_ key: String) -> (text: String, range: SourceRange)? {
    guard let node = node?[key], let text = node.text else { return nil }
    return (text, node.range(in: file))
  }

  /// The tools that are asked for; nil when nothing is said, which means all.
  var tools: [Tool]? {
    guard let node = node?["tools"], !node.isNull else { return nil }
    return (node.items ?? [node]).flatMap { Self.tools(in: $0, file) }
  }

  private static func tools(in node: YAMLNode, _ file: RepoPath) -> [Tool] {
    guard case .scalar(let text, let isPlain) = node.content, !node.isNull else { return [] }
    let isOneLine = !text.utf8.contains(0x0A)
    return ToolList.items(text).map { item in
      let name = item.text.utf8.prefix { $0 != UInt8(ascii: "(") }
      var (start, end) = (node.start, node.start)
      if isOneLine {
        start.column += item.offset + (isPlain ? 0 : 1)
        end.column = start.column + name.count
      }
      return Tool(name: String(name) ?? item.text, range: SourceRange(file: file, start: start, end: end))
    }
  }
}

extension ClaudeAgentText {
  /// Reads a file of the input; nil when its bytes were not read.
  init?(of path: RepoPath, in input: CheckInput) {
    guard let bytes = input.bytes(of: path) else { return nil }
    self.init(bytes, path: path)
  }
}
