internal import Diagnostics
internal import WorkspaceModel

/// When somebody last vouched for a record, and how long that holds.
struct Review {
  /// The record.
  let source: RecordSource
  /// The day of the review; a record without one is unknown, not stale.
  let day: WorkspaceModel.Day?
  /// Days for which it holds.
  let limit: Int

  /// "reviewed 140 days ago, the limit is 90 days", when it is past.
  func complaint(today: WorkspaceModel.Day) -> String? {
    guard let day, today.days(since: day) > limit else { return nil }
    return "reviewed \(FieldWords.days(today.days(since: day))) ago, the limit is \(FieldWords.days(limit))"
  }

  /// Where the day stands.
  var range: SourceRange { source.range(of: "reviewed_on") }
}
