package import WorkspaceModel

/// The hours in which somebody is expected to answer.
package struct BusinessHours: Hashable, Sendable {
  /// Minutes of the day at which work begins and ends.
  package let minutes: Range<Int>
  /// 1 for Monday to 7 for Sunday.
  package let weekdays: Set<Int>
  /// Days of those weekdays on which nobody works.
  package let holidays: Set<Day>

  /// Hours by the minutes of the day; what lies outside of a day is cut off.
  package init(_ minutes: Range<Int>, weekdays: Set<Int>, holidays: Set<Day> = []) {
    self.minutes = minutes.clamped(to: 0..<1440)
    self.weekdays = weekdays
    self.holidays = holidays.filter { weekdays.contains($0.isoWeekday) }
  }

  /// The hours of a workspace, Monday to Friday without its holidays; around the clock where it names none.
  package init(_ time: WorkingTime) {
    if let hours = time.hours {
      self.init(hours, weekdays: [1, 2, 3, 4, 5], holidays: time.holidays)
    } else {
      self = .always
    }
  }

  /// Around the clock.
  package static let always = BusinessHours(0..<1440, weekdays: [1, 2, 3, 4, 5, 6, 7])

  /// Whole working minutes from one moment to a later one, each at its own offset from UTC.
  package func minutes(from start: Instant, to end: Instant) -> Int {
    guard start.seconds < end.seconds else { return 0 }
    if self == .always { return (end.seconds - start.seconds) / 60 }
    let (first, last) = (start.day.number, end.day.number)
    let begin = start.seconds + start.offsetMinutes * 60 - first * 86_400
    let finish = end.seconds + end.offsetMinutes * 60 - last * 86_400
    let working = minutes.lowerBound * 60..<minutes.upperBound * 60
    func seconds(_ number: Int, _ part: Range<Int>) -> Int {
      let day = Day(number: number)
      return weekdays.contains(day.isoWeekday) && !holidays.contains(day) ? part.clamped(to: working).count : 0
    }
    if first >= last { return begin < finish ? seconds(first, begin..<finish) / 60 : 0 }
    // Whole weeks between are all alike.
    let (weeks, rest) = (last - first - 1).quotientAndRemainder(dividingBy: 7)
    var total = weeks * weekdays.count * working.count
    // The holidays of those weeks; the days that remain are asked one by one.
    total -= holidays.count { first < $0.number && $0.number < last - rest } * working.count
    for number in (last - rest)..<last { total += seconds(number, 0..<86_400) }
    return (total + seconds(first, begin..<86_400) + seconds(last, 0..<finish)) / 60
  }
}
