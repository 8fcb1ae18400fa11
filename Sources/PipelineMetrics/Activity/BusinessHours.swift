package import WorkspaceModel

/// The hours in which somebody is expected to answer.
package struct BusinessHours: Hashable, Sendable {
  /// Minutes of the day at which work begins and ends.
  package let minutes: Range<Int>
  /// 1 for Monday to 7 for Sunday.
  package let weekdays: Set<Int>

  /// Hours by the minutes of the day; what lies outside of a day is cut off.
  package init(_ minutes: Range<Int>, weekdays: Set<Int>) {
    self.minutes = minutes.clamped(to: 0..<1440)
    self.weekdays = weekdays
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
      weekdays.contains(Day(number: number).isoWeekday) ? part.clamped(to: working).count : 0
    }
    if first >= last { return begin < finish ? seconds(first, begin..<finish) / 60 : 0 }
    // Whole weeks between are all alike.
    let (weeks, rest) = (last - first - 1).quotientAndRemainder(dividingBy: 7)
    var total = weeks * weekdays.count * working.count
    for number in (last - rest)..<last { total += seconds(number, 0..<86_400) }
    return (total + seconds(first, begin..<86_400) + seconds(last, 0..<finish)) / 60
  }
}
