/// A time zone of Europe with the summer time that all of them share.
struct Zone: Hashable, Sendable {
  /// The name in the zone database.
  var name: String
  /// Minutes ahead of UTC in winter.
  var winter: Int

  /// Minutes ahead of UTC on a day; it changes on the last Sundays of March and October.
  func offset(on day: DemoDay) -> Int {
    let year = day.parts.year
    let isSummer = day >= Self.lastSunday(year, 3) && day < Self.lastSunday(year, 10)
    return winter + (isSummer ? 60 : 0)
  }

  /// Seconds since 1970 at a minute of a day.
  func seconds(_ day: DemoDay, minute: Int) -> Int64 {
    Int64(day.number) * 86_400 + Int64(minute - offset(on: day)) * 60
  }

  /// `2026-10-12T14:00:00+02:00`.
  func instant(_ day: DemoDay, minute: Int) -> String {
    let time = "\(DemoDay.two(minute / 60)):\(DemoDay.two(minute % 60)):00"
    return "\(day.iso)T\(time)+\(DemoDay.two(offset(on: day) / 60)):00"
  }

  private static func lastSunday(_ year: Int, _ month: Int) -> DemoDay {
    let last = DemoDay(year, month, 31)
    return last - (last.weekday + 1) % 7
  }

  static let stockholm = Zone(name: "Europe/Stockholm", winter: 60)
  static let berlin = Zone(name: "Europe/Berlin", winter: 60)
  static let brussels = Zone(name: "Europe/Brussels", winter: 60)
  static let london = Zone(name: "Europe/London", winter: 0)
}
