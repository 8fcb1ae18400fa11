/// A calendar day without a zone.
package struct DemoDay: Hashable, Sendable, Comparable {
  /// Days since 1970-01-01.
  package var number: Int

  /// A day by its number since 1970-01-01.
  package init(number: Int) { self.number = number }

  /// A day by year, month and day of the month.
  package init(_ year: Int, _ month: Int, _ day: Int) {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    number = era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// Reads `2026-11-20`; nil when that is no day.
  package init?(iso: some StringProtocol) {
    let parts = iso.split(separator: "-", omittingEmptySubsequences: false).compactMap { Int($0) }
    guard parts.count == 3, (1...9999).contains(parts[0]) else { return nil }
    self.init(parts[0], parts[1], parts[2])
    guard self.iso == iso else { return nil }
  }

  /// Year, month and day of the month.
  package var parts: (year: Int, month: Int, day: Int) {
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    let year = yearOfEra + era * 400 + (month >= 10 ? 1 : 0)
    return (year, month < 10 ? month + 3 : month - 9, dayOfYear - (153 * month + 2) / 5 + 1)
  }

  /// `2026-11-20`.
  package var iso: String {
    let (year, month, day) = parts
    return "\(year)-\(Self.two(month))-\(Self.two(day))"
  }

  /// Two digits.
  static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// Days from Monday: Friday is 4.
  var weekday: Int { ((number + 3) % 7 + 7) % 7 }

  /// The name of the day of the week.
  var weekdayName: String {
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"][weekday]
  }

  /// The name of the month.
  var monthName: String {
    [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
      "December",
    ][parts.month - 1]
  }

  /// `12 October`, as people write it.
  var spoken: String { "\(parts.day) \(monthName)" }

  /// Whether people work: neither weekend nor the days around Christmas.
  var isWorkday: Bool {
    let (_, month, day) = parts
    return weekday < 5 && !(month == 12 && day >= 24) && !(month == 1 && day == 1)
  }

  /// This day when people work, else the next on which they do.
  var nextWorkday: DemoDay {
    var day = self
    while !day.isWorkday { day.number += 1 }
    return day
  }

  /// The first day of the next month.
  var firstOfNextMonth: DemoDay {
    let (year, month, _) = parts
    return month == 12 ? DemoDay(year + 1, 1, 1) : DemoDay(year, month + 1, 1)
  }

  /// So many months later, from the first of a month to the first of a month.
  func addingMonths(_ months: Int) -> DemoDay {
    let (year, month, day) = parts
    let total = year * 12 + month - 1 + months
    return DemoDay(total / 12, total % 12 + 1, min(day, 28))
  }

  /// So many days later.
  static func + (day: DemoDay, days: Int) -> DemoDay { DemoDay(number: day.number + days) }

  /// So many days earlier.
  static func - (day: DemoDay, days: Int) -> DemoDay { DemoDay(number: day.number - days) }

  /// How many days later one is than the other.
  static func - (left: DemoDay, right: DemoDay) -> Int { left.number - right.number }

  /// Orders by time.
  package static func < (left: DemoDay, right: DemoDay) -> Bool { left.number < right.number }
}
