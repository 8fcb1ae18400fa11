package import WorkspaceModel

/// Which days are worked on, and what time it is where somebody is.
package struct WorkCalendar: Sendable {
  private let holidays: Set<Day>
  private let offset: @Sendable (_ zone: String, _ seconds: Int) -> Int

  /// A calendar with these days off besides weekends; `offset` tells a zone's minutes east of UTC at a moment.
  package init(
    holidays: [Day] = [], offset: @escaping @Sendable (_ zone: String, _ seconds: Int) -> Int = { _, _ in 0 }
  ) {
    self.holidays = Set(holidays)
    self.offset = offset
  }

  /// The same with other days off.
  func with(holidays: [Day]) -> WorkCalendar { WorkCalendar(holidays: holidays, offset: offset) }

  /// Whether a day is worked on.
  package func isWorking(_ day: Day) -> Bool { day.isoWeekday < 6 && !holidays.contains(day) }

  /// The day so many working days later, or earlier when negative; zero is the day itself.
  package func adding(_ count: Int, workingDaysTo day: Day) -> Day {
    var (day, left) = (day, min(abs(count), 10_000))
    while left > 0 {
      day = day.adding(days: count < 0 ? -1 : 1)
      if isWorking(day) { left -= 1 }
    }
    return day
  }

  /// The day a stretch of time later; parts of a day count as none.
  package func adding(_ span: RuleSpan, to day: Day, isNegative: Bool = false) -> Day {
    let sign = isNegative ? -1 : 1
    if span.unit == .businessDays { return adding(sign * span.count, workingDaysTo: day) }
    return day.adding(days: sign * (span.seconds / 86_400))
  }

  /// The moment a stretch of time later; working days keep the hour of the day.
  package func adding(_ span: RuleSpan, to instant: Instant) -> Instant {
    guard span.unit == .businessDays else {
      return Instant(seconds: instant.seconds + span.seconds, offsetMinutes: instant.offsetMinutes)
    }
    let days = adding(span.count, workingDaysTo: instant.day).days(since: instant.day)
    return Instant(seconds: instant.seconds + days * 86_400, offsetMinutes: instant.offsetMinutes)
  }

  /// The same moment as a clock of a zone shows it.
  package func local(_ instant: Instant, zone: String) -> Instant {
    Instant(seconds: instant.seconds, offsetMinutes: offset(zone, instant.seconds))
  }

  /// Half past seven on the next working day where somebody is, or on the next Monday: when digests go out.
  func morning(after instant: Instant, zone: String, isWeekly: Bool) -> Instant {
    let here = local(instant, zone: zone)
    var day = adding(1, workingDaysTo: here.day)
    while isWeekly, day.isoWeekday != 1 { day = day.adding(days: 1) }
    let utc = day.number * 86_400 + 7 * 3600 + 1800
    return local(Instant(seconds: utc - offset(zone, utc) * 60), zone: zone)
  }

  /// The moment at which the next day begins in a zone.
  func midnight(after instant: Instant, zone: String) -> Instant {
    let utc = (local(instant, zone: zone).day.number + 1) * 86_400
    // Looked up twice, for days on which clocks change.
    let guess = utc - offset(zone, utc) * 60
    return local(Instant(seconds: utc - offset(zone, guess) * 60), zone: zone)
  }

  /// The first moment from one on at which somebody in a zone may be disturbed.
  package func awake(_ instant: Instant, zone: String, quiet: RuleFile.QuietHours?) -> Instant {
    guard let quiet else { return local(instant, zone: zone) }
    var moment = local(instant, zone: zone)
    // A weekend, a run of holidays: no more than a month is looked through.
    for _ in 0..<62 {
      let midnight = moment.day.number * 86_400 - moment.offsetMinutes * 60
      let minute = (moment.seconds - midnight) / 60
      let isNight =
        quiet.from <= quiet.to ? (quiet.from..<quiet.to).contains(minute) : minute >= quiet.from || minute < quiet.to
      if quiet.hasWeekends, !isWorking(moment.day) {
        moment = local(Instant(seconds: midnight + 86_400 + quiet.to * 60), zone: zone)
      } else if isNight {
        let isEvening = quiet.from > quiet.to && minute >= quiet.from
        moment = local(Instant(seconds: midnight + (isEvening ? 86_400 : 0) + quiet.to * 60), zone: zone)
      } else {
        return moment
      }
    }
    return moment
  }
}
