internal import Diagnostics
internal import WorkspaceModel

/// Nothing lies where fieldbook.yaml wants nothing.
struct ForbiddenPath: Check {
  let id = "forbidden-path"
  let group = CheckGroup.structure
  let severity = Diagnostic.Severity.error
  let rule = "no path fits a pattern under 'structure.forbidden'"
  let rationale = "The team has agreed that such files do not belong into this repository."
  let examples = [
    CheckExample(
      """
      === fieldbook.yaml
      structure:
        forbidden: [customers/*/contracts/**]
      === customers/acme/profile.md
      ---
      name: Acme
      ---
      === customers/acme/contracts/2026.md
      ▶Signed.
      """),
    CheckExample(
      """
      === fieldbook.yaml
      structure:
        forbidden: [customers/*/contracts/**]
      === guides/contracts/wording.md
      Elsewhere it is welcome.
      """),
  ]

  func findings(in input: CheckInput) -> [Diagnostic] {
    let patterns = input.workspace.settings.structure.forbidden
    if patterns.isEmpty { return [] }
    return input.workspace.paths.compactMap { path in
      guard let pattern = patterns.first(where: { $0.matches(path) }) else { return nil }
      return finding(
        "'\(path)' is forbidden by '\(pattern.text)'", at: SourceRange(wholeFile: path),
        help: "keep the file elsewhere, or change 'structure.forbidden' in fieldbook.yaml")
    }
  }
}
