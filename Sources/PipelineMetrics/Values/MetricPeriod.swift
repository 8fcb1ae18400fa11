package import WorkspaceModel

/// Days from a first one up to, not including, another one: a fiscal quarter, a month, a week.
package struct MetricPeriod: Hashable, Sendable {
  /// "2026-Q1", "2026", "2026-03", or both days.
  package let name: String
  package let start: Day
  /// The first day that no longer belongs to it.
  package let end: Day

  /// A period by its days; one that ends before it begins is empty.
  package init(_ start: Day, until end: Day, name: String? = nil) {
    self.start = start
    self.end = max(start, end)
    self.name = name ?? "\(start.iso) to \(self.end.adding(days: -1).iso)"
  }

  /// Reads "2026-Q1" and "2026" in the fiscal calendar, which names a year by the year in which it begins, and "2026-03".
  package init?(_ text: String, settings: Settings) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard let first = parts.first, first.utf8.count == 4, let year = Int(first), parts.count <= 2 else { return nil }
    let start = settings.fiscalYearStart
    guard parts.count == 2 else {
      self.init(from: (year, start.month), months: 12, day: start.day, name: text)
      return
    }
    guard parts[1].utf8.count == 2 else { return nil }
    if parts[1].hasPrefix("Q"), let quarter = Int(parts[1].dropFirst()), (1...4).contains(quarter) {
      self.init(from: (year, start.month + (quarter - 1) * 3), months: 3, day: start.day, name: text)
    } else if let month = Int(parts[1]), (1...12).contains(month) {
      self.init(from: (year, month), months: 1, day: 1, name: text)
    } else {
      return nil
    }
  }

  /// The fiscal quarter that a day lies in; nil at the ends of the calendar.
  package static func quarter(of day: Day, settings: Settings) -> MetricPeriod? {
    for year in [day.parts.year, day.parts.year - 1] {
      for quarter in 1...4 {
        if let period = MetricPeriod("\(year)-Q\(quarter)", settings: settings), period.contains(day) { return period }
      }
    }
    return nil
  }

  /// The last so many days up to and including a day.
  package static func last(_ days: Int, through day: Day) -> MetricPeriod {
    MetricPeriod(day.adding(days: 1 - days), until: day.adding(days: 1), name: "last_\(days)_days")
  }

  /// Whether a day lies in it.
  package func contains(_ day: Day) -> Bool { start <= day && day < end }
  /// How many days it has.
  package var length: Int { end.days(since: start) }
  /// The day before it begins: its state at the end is the state at the start of the period.
  package var eve: Day { start.adding(days: -1) }

  /// Working days up to and including a day, and of the whole period.
  package func workingDays(through day: Day, _ time: WorkingTime = WorkingTime()) -> (elapsed: Int, all: Int) {
    var (elapsed, all) = (0, 0)
    for number in start.number..<end.number where time.isWorkingDay(Day(number: number)) {
      all += 1
      if number <= day.number { elapsed += 1 }
    }
    return (elapsed, all)
  }

  private init?(from begin: (year: Int, month: Int), months: Int, day: Int, name: String) {
    guard let start = Self.day(begin.year, begin.month, day),
      let end = Self.day(begin.year, begin.month + months, day)
    else { return nil }
    self.init(start, until: end, name: name)
  }

  /// A day of a month counted on past December; the last day of the month where the month is shorter.
  private static func day(_ year: Int, _ month: Int, _ day: Int) -> Day? {
    for shorter in 0...3 {
      if let found = Day(year: year + (month - 1) / 12, month: (month - 1) % 12 + 1, day: day - shorter) {
        return found
      }
    }
    return nil
  }
}
