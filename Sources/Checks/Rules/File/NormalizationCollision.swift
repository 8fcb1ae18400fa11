internal import Diagnostics
internal import WorkspaceModel

/// No two names look the same and are spelt with different characters.
struct NormalizationCollision: Check {
  let id = "normalization-collision"
  let group = CheckGroup.files
  let severity = Diagnostic.Severity.error
  let rule = "no two files or folders have the same name in composed and decomposed letters"
  let rationale = "'é' can be one character or two; both look alike, and on macOS the two files are one."
  let examples = [
    CheckExample("=== cafe\u{301}.md\nDecomposed.\n=== caf\u{E9}.md\n▶Composed.\n"),
    CheckExample("=== caf\u{E9}.md\nComposed.\n=== cafe.md\nNo accent.\n=== cafe\u{300}.md\nAnother accent.\n"),
  ]

  func findings(in input: CheckInput) -> [Diagnostic] {
    // Equality of strings is canonical equivalence, which is just what is looked for.
    var names: [String: Set<RepoPath>] = [:]
    for path in input.workspace.paths where path.bytes.contains(where: { $0 >= 0x80 }) {
      for prefix in path.prefixes {
        guard let text = String(validating: prefix.bytes, as: UTF8.self) else { continue }
        names[text, default: []].insert(prefix)
      }
    }
    let twins = names.filter { $0.value.count > 1 }
    if twins.isEmpty { return [] }
    let list = PathList(input.workspace.paths)
    return twins.flatMap { text, spellings -> [Diagnostic] in
      let parent = text.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(text[..<$0]) }
      if let parent, twins[parent] != nil { return [] }
      return spellings.sorted().dropFirst().map { path in
        finding(
          "'\(path)' exists twice, in composed and in decomposed letters",
          at: SourceRange(wholeFile: list.file(for: path, among: input.workspace.paths)),
          help: "keep one of them, best in composed letters (NFC)")
      }
    }
  }
}
