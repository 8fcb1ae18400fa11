package import Diagnostics
internal import Intelligence
internal import Site
package import WorkspaceModel

/// A plan for a day that nobody has made theirs yet.
package struct DraftedPlan: Sendable {
  package var report: ComputedReport
  /// Person id.
  package var person: String
  /// The day that it is for.
  package var day: WorkspaceModel.Day
  /// Where it belongs: `personal/daily-plans/john.smith/2026-11-24.md`.
  package var path: RepoPath

  /// The whole file, links relative to where it lies.
  package var file: String {
    func quoted(_ text: String) -> String { String(decoding: JSONValue.string(text).encoded(), as: UTF8.self) }
    let data = report.data
    return """
      ---
      person: \(person.utf8.allSatisfy { Self.plain.contains($0) } ? person : quoted(person))
      day: \(day.iso)
      title: \(quoted("Plan for \(title)"))
      summary: \(quoted("Draft as of \(data.asOf), commit \(data.commit)."))
      ---

      \(report.template.markdown(data, in: path.parent).text)
      """
  }

  /// The data, with where the file belongs.
  package var json: JSONValue {
    .members(
      ("person", .string(person)), ("day", .string(day.iso)), ("path", .string(path.description)),
      ("plan", report.json))
  }

  /// Letters and dots that no reader of YAML takes for anything but a text.
  private static let plain = Set("abcdefghijklmnopqrstuvwxyz.-".utf8)

  /// "Tuesday, 24 Nov 2026".
  var title: String {
    let names = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    return "\(names[day.isoWeekday - 1]), \(ChangeFormat.day(day))"
  }
}
