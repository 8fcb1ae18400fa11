package import Diagnostics

/// The front matter of a `.claude/agents` file, read so that a file which Claude Code would skip still says what it can.
package struct ClaudeAgentText: Sendable {
  /// What stands between the `---` lines.
  package enum State: Sendable {
    /// The file begins with something else.
    case absent
    /// An opening `---` is never closed.
    case unclosed
    /// Valid YAML; nil when blank.
    case valid(YAMLNode?)
    /// Not valid, with what could be told all the same, and a repair where one makes it valid.
    case recovered(YAMLNode, problem: Diagnostic, fixIts: [FixIt])
  }

  /// Keys that Claude Code reads, and those that other collections add.
  package static let knownKeys = [
    "name", "description", "tools", "disallowedTools", "model", "permissionMode", "maxTurns", "effort", "background",
    "isolation", "memory", "skills", "mcpServers", "hooks", "initialPrompt", "color",
  ]

  /// What was found.
  package let state: State

  /// Reads the bytes of a file.
  package init(_ bytes: [UInt8], path: RepoPath) {
    let text = TextFile(bytes, path: path).bytes
    let front = FrontMatter(text)
    guard let yaml = front.yaml else {
      state = front.isUnclosed ? .unclosed : .absent
      return
    }
    let (node, problem) = YAMLComposer.compose(
      yaml, file: path, firstLine: front.yamlFirstLine, limits: .frontMatter)
    guard let problem else {
      state = .valid(node)
      return
    }
    let block = RecoveredBlock(yaml, firstLine: front.yamlFirstLine)
    state = .recovered(block.node, problem: problem, fixIts: Self.repairs(of: block, in: yaml, path: path))
  }

  /// The fields, valid or recovered.
  package var fields: YAMLNode? {
    switch state {
    case .absent, .unclosed: nil
    case .valid(let node): node
    case .recovered(let node, _, _): node
    }
  }

  /// The description as a quoted or a block text, offered only when the front matter is valid with it.
  private static func repairs(of block: RecoveredBlock, in yaml: ArraySlice<UInt8>, path: RepoPath) -> [FixIt] {
    guard let field = block.fields.first(where: { $0.key == "description" }), !field.text.isEmpty else { return [] }
    let isLong = field.text.utf8.contains(0x0A)
    let value = isLong ? blockText(field.text) : quoted(field.text)
    let mended = Array(yaml[..<field.value.lowerBound]) + Array(value.utf8) + Array(yaml[field.value.upperBound...])
    let (node, problem) = YAMLComposer.compose(mended[...], file: path, limits: .frontMatter)
    guard problem == nil, node?["description"]?.text != nil else { return [] }
    let range = SourceRange(file: path, start: field.start, end: field.end)
    let summary = isLong ? "write the description as a block, 'description: |-'" : "put quotes around the description"
    return [FixIt(summary, edits: [.init(range: range, replacement: value)])]
  }

  private static func blockText(_ text: String) -> String {
    var lines = ["|-"]
    for line in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      lines.append(line.isEmpty ? "" : "  " + (String(line) ?? ""))
    }
    return lines.joined(separator: "\n")
  }

  private static func quoted(_ text: String) -> String {
    var output = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": output += "\\\""
      case "\\": output += "\\\\"
      case "\t": output += "\\t"
      default: output.unicodeScalars.append(scalar)
      }
    }
    return output + "\""
  }
}
