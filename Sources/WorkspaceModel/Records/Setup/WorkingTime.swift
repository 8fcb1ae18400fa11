/// When people are expected to work: weekdays without holidays, and perhaps hours of the day.
package struct WorkingTime: Sendable {
  /// Days on which nobody works.
  package var holidays: Set<Day> = []
  /// Minutes of the day between which answers are expected; nil for around the clock.
  package var hours: Range<Int>?

  /// Every Monday to Friday, around the clock.
  package init() {}

  init(_ fields: inout FieldReader) {
    holidays = Set(fields.days("holidays"))
    hours =
      fields.record("business_hours", owner: "business hours") { hours in
        guard let from = hours.timeOfDay("from"), let to = hours.timeOfDay("to") else { return nil }
        guard from < to else {
          if let node = hours.node("to") { hours.reportWrongType(node, "to", expected: "later than 'from'") }
          return nil
        }
        return from..<to
      }
  }

  /// Whether a day is a Monday to Friday and no holiday.
  package func isWorkingDay(_ day: Day) -> Bool { day.isoWeekday <= 5 && !holidays.contains(day) }

  /// The first working day after a day; a calendar that has none within a year is not believed.
  package func workingDay(after day: Day) -> Day {
    let next = day.adding(days: 1)
    return (0..<366).lazy.map { next.adding(days: $0) }.first(where: isWorkingDay) ?? next
  }
}
