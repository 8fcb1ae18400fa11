internal import Diagnostics
internal import WorkspaceModel

/// The commits of one ISO week.
struct ChangeWeek: Sendable {
  /// The year that the week is counted in, which is that of its Thursday.
  let year: Int
  /// From 1.
  let number: Int
  let monday: WorkspaceModel.Day
  /// Places in ``Timeline/commits``.
  let commits: Range<Int>

  /// Where its page lies: "/changes/2026-w47/".
  var address: String { "/changes/\(year)-w\(number < 10 ? "0" : "")\(number)/" }
  /// "Week 47, 2026".
  var title: String { "Week \(number), \(year)" }
  /// The last day that belongs to it.
  var sunday: WorkspaceModel.Day { monday.adding(days: 6) }
  /// "16–22 Nov 2026", "30 Nov – 6 Dec 2026".
  var span: String { Self.span(monday, sunday) }

  /// Whether a day lies in it.
  func contains(_ day: WorkspaceModel.Day) -> Bool { monday <= day && day <= sunday }

  /// The week of a day, without commits.
  init(of day: WorkspaceModel.Day, commits: Range<Int> = 0..<0) {
    monday = day.adding(days: 1 - day.isoWeekday)
    let thursday = monday.adding(days: 3)
    year = thursday.parts.year
    let newYear = WorkspaceModel.Day(year: year, month: 1, day: 1) ?? thursday
    number = thursday.days(since: newYear) / 7 + 1
    self.commits = commits
  }

  /// Cuts commits, oldest first, into weeks, newest first.
  static func weeks(_ days: [WorkspaceModel.Day]) -> [ChangeWeek] {
    var weeks: [ChangeWeek] = []
    var start = 0
    while start < days.count {
      let week = ChangeWeek(of: days[start])
      var end = start
      while end < days.count, days[end] <= week.sunday { end += 1 }
      weeks.append(ChangeWeek(of: days[start], commits: start..<end))
      start = end
    }
    return weeks.reversed()
  }

  private static func span(_ first: WorkspaceModel.Day, _ last: WorkspaceModel.Day) -> String {
    let (a, b) = (first.parts, last.parts)
    if a.month == b.month { return "\(a.day)–\(Format.day(last))" }
    let opening = Format.day(first)
    return a.year == b.year
      ? "\(opening.dropLast(5)) – \(Format.day(last))" : "\(opening) – \(Format.day(last))"
  }
}
