internal import Diagnostics
internal import WorkspaceModel

/// What depends on history is left out where only the end of it is known.
struct HistoryCutOff: Check {
  let id = "history-cut-off"
  let group = CheckGroup.site
  let severity = Diagnostic.Severity.note
  let rule = "checks see the whole history"
  let rationale = "A shallow clone does not know what was published earlier, so no vanished address is reported."
  let examples = [
    CheckExample("=== redirects.yaml\n▶gone: []\n", setting: PastExample.cutOff),
    CheckExample("=== redirects.yaml\ngone: []\n", setting: PastExample.quiet),
  ]

  func findings(in input: CheckInput) -> [Diagnostic] {
    guard input.history?.isCutOff == true else { return [] }
    return [
      finding(
        "history is cut off, so vanished addresses are not looked for", at: SourceRange(wholeFile: RedirectLedger.path),
        help: "run: git fetch --unshallow")
    ]
  }
}
