internal import WorkspaceModel

/// A quarter or a year of the fiscal calendar; a fiscal year bears the name of the year in which it begins.
struct FiscalPeriod: Sendable {
  /// "Q4 2026", "2026".
  let name: String
  let firstDay: WorkspaceModel.Day
  let lastDay: WorkspaceModel.Day

  /// Reads "2026-Q4" and "2026"; nil for anything else.
  init?(_ text: String, yearStart: (month: Int, day: Int)) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard let first = parts.first, first.utf8.count == 4, let year = Int(first), parts.count <= 2 else { return nil }
    var quarter: Int?
    if parts.count == 2 {
      guard parts[1].utf8.count == 2, parts[1].hasPrefix("Q"), let number = Int(parts[1].dropFirst()),
        (1...4).contains(number)
      else { return nil }
      quarter = number
    }
    let offset = quarter.map { ($0 - 1) * 3 } ?? 0
    guard let begin = Self.day(year, yearStart.month + offset, yearStart.day),
      let end = Self.day(year, yearStart.month + offset + (quarter == nil ? 12 : 3), yearStart.day)
    else { return nil }
    name = quarter.map { "Q\($0) \(year)" } ?? String(year)
    firstDay = begin
    lastDay = end.adding(days: -1)
  }

  /// Whether a day lies in it.
  func contains(_ day: WorkspaceModel.Day) -> Bool { firstDay <= day && day <= lastDay }

  /// A day of a month counted on past December; the last day of the month where the month is shorter.
  private static func day(_ year: Int, _ month: Int, _ day: Int) -> WorkspaceModel.Day? {
    let (carry, rest) = ((month - 1) / 12, (month - 1) % 12)
    for shorter in 0...3 {
      if let found = WorkspaceModel.Day(year: year + carry, month: rest + 1, day: day - shorter) { return found }
    }
    return nil
  }
}
