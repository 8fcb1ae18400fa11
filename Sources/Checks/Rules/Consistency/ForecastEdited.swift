internal import Diagnostics
internal import WorkspaceModel

/// A forecast that was frozen stays as it was.
struct ForecastEdited: Check {
  let id = "forecast-edited"
  let group = CheckGroup.consistency
  let severity = Diagnostic.Severity.error
  let rule = "a frozen forecast says what it said when it was frozen"
  let rationale = "Accuracy is measured against it: a forecast that is corrected afterwards is always right."
  let examples = [
    CheckExample(
      """
      === reporting/forecasts/2026-q3.yaml
      period: 2026-Q3
      as_of: 2026-07-15T18:00:00+02:00
      deals:
        - {deal: acme/big, category: commit, amount: {value: 1000, currency: EUR, kind: ARR}}
      digest: ▶c8a3dd2a5b0f2a4d9d0b2a45c2d8a4f1
      """),
    CheckExample(
      """
      === reporting/forecasts/2026-q3.yaml
      period: 2026-Q3
      as_of: 2026-07-15T18:00:00+02:00
      deals: []
      digest: "193c2aca39f15bc90bf95f06686043f5"
      """),
  ]

  func findings(in input: CheckInput) -> [Diagnostic] {
    input.workspace.forecasts.compactMap { forecast in
      guard let digest = forecast.digest, digest != forecast.contentDigest else { return nil }
      return finding(
        "the forecast of \(forecast.period ?? "an unknown period") was changed after it was frozen",
        at: forecast.source.range(of: "digest"),
        help: "bring the file back as it was, with git checkout; a new call belongs into a new file")
    }
  }
}
