internal import Diagnostics
internal import WorkspaceModel

/// Folders are not nested without end.
struct NestingTooDeep: Check {
  let id = "nesting-too-deep"
  let group = CheckGroup.structure
  let severity = Diagnostic.Severity.error
  let rule = "no file lies more than eight folders deep, or as many as 'structure.max_depth' says"
  let rationale = "Nobody finds what lies that deep, and paths on some systems get too long."
  let examples = [
    CheckExample(
      """
      === fieldbook.yaml
      structure: {max_depth: 2}
      === guides/north/prices/2026.md
      ▶Prices
      === guides/north/prices/2027.md
      One finding a folder is enough.
      """),
    CheckExample("=== fieldbook.yaml\nstructure: {max_depth: 2}\n=== guides/north/prices.md\nPrices\n"),
    CheckExample("=== a/b/c/d/e/f/g/h/i/j.md\nA plain folder of Markdown has no rules.\n"),
  ]

  func findings(in input: CheckInput) -> [Diagnostic] {
    let limit = input.workspace.settings.structure.maximumDepth
    var deepest: [RepoPath: Int] = [:]
    for path in input.workspace.paths {
      let depth = path.bytes.count { $0 == UInt8(ascii: "/") }
      if depth > limit { deepest[path.parent] = depth }
    }
    guard !deepest.isEmpty, input.hasStructure else { return [] }
    let list = PathList(input.workspace.paths)
    return deepest.map { folder, depth in
      finding(
        "\(depth) folders deep, the limit is \(limit)", at: input.range(inFolder: folder, list),
        help: "move the files up, or raise 'structure.max_depth' in fieldbook.yaml")
    }
  }
}
