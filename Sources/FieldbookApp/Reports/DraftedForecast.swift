package import Diagnostics
internal import PipelineMetrics
package import WorkspaceModel

/// The forecast of a quarter as it stands, ready to be frozen in a file.
package struct DraftedForecast: Sendable {
  /// "2026-Q4".
  package var period: String
  package var asOf: Instant
  /// Whole hash of the commit that was read; nil for the files on disk.
  package var commit: String?
  /// In the order of paths.
  package var entries: [ForecastFile.Entry]
  /// Where it belongs: `reporting/forecasts/2026-q4.yaml`.
  package var path: RepoPath { RepoPath("reporting/forecasts/\(period.lowercased()).yaml") }

  /// The whole file.
  package var file: String {
    var lines = [
      "# The forecast of a quarter as it stood at a moment. It is measured against, so nobody edits it:",
      "# the checks compare it with its digest, and 'fieldbook forecast --verify' with history.",
      "title: Forecast of \(period)", "period: \(period)", "as_of: \(asOf.iso)",
    ]
    if let commit { lines.append("commit: \"\(commit)\"") }
    lines.append(entries.isEmpty ? "deals: []" : "deals:")
    for entry in entries {
      let amount = entry.amount.map { money in
        let kind = money.kind.map { ", kind: \($0.rawValue)" } ?? ""
        return ", amount: {value: \(money.amount.text), currency: \(money.currency)\(kind)}"
      }
      lines.append(
        "  - {deal: \(Self.quoted(entry.deal)), category: \(entry.category.rawValue)\(amount ?? "")}")
    }
    lines.append("digest: \"\(ForecastFile.digest(period: period, asOf: asOf, entries))\"")
    return lines.joined(separator: "\n") + "\n"
  }

  /// The data.
  package var json: JSONValue {
    .members(
      ("period", .string(period)), ("as_of", .string(asOf.iso)), ("commit", commit.map(JSONValue.string)),
      ("path", .string(path.description)),
      (
        "deals",
        .array(
          entries.map { entry in
            .members(
              ("deal", .string(entry.deal)), ("category", .string(entry.category.rawValue)),
              ("amount", entry.amount.map { .string($0.amount.text) }),
              ("currency", entry.amount.map { .string($0.currency) }),
              ("kind", entry.amount?.kind.map { .string($0.rawValue) }))
          })
      ))
  }

  private static func quoted(_ text: String) -> String {
    let plain = Set("abcdefghijklmnopqrstuvwxyz0123456789-/".utf8)
    return text.utf8.allSatisfy(plain.contains)
      ? text : String(decoding: JSONValue.string(text).encoded(), as: UTF8.self)
  }
}
