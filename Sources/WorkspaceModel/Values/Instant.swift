/// A moment, with the offset from UTC that its writer used.
package struct Instant: Hashable, Sendable, Comparable {
  /// Seconds since 1970-01-01T00:00:00Z.
  package let seconds: Int
  /// Minutes east of UTC where the moment was written down.
  package let offsetMinutes: Int

  /// A moment by its distance from the epoch.
  package init(seconds: Int, offsetMinutes: Int = 0) {
    self.seconds = seconds
    self.offsetMinutes = offsetMinutes
  }

  /// Reads `2026-10-12T14:00:00+02:00`, also without seconds, with a space for the `T`, and with `Z`.
  ///
  /// A moment without an offset is refused: it would mean something else on every machine.
  package init?(iso text: some StringProtocol) {
    var rest = Array(text.utf8)[...]
    guard rest.count >= 17, let day = Day(iso: String(decoding: rest.prefix(10), as: UTF8.self)) else { return nil }
    rest = rest.dropFirst(10)
    guard rest.first == UInt8(ascii: "T") || rest.first == UInt8(ascii: " ") else { return nil }
    rest = rest.dropFirst()
    guard let hour = Self.pair(&rest), hour < 24, Self.take(UInt8(ascii: ":"), &rest), let minute = Self.pair(&rest),
      minute < 60
    else { return nil }
    var second = 0
    if Self.take(UInt8(ascii: ":"), &rest) {
      guard let value = Self.pair(&rest), value < 61 else { return nil }
      second = value
      if Self.take(UInt8(ascii: "."), &rest) {
        guard let first = rest.first, (0x30...0x39).contains(first) else { return nil }
        rest = rest.drop { (0x30...0x39).contains($0) }
      }
    }
    guard let offset = Self.offset(rest) else { return nil }
    self.init(
      seconds: day.number * 86_400 + hour * 3600 + minute * 60 + second - offset * 60, offsetMinutes: offset)
  }

  /// The calendar day at the place where the moment was written down.
  package var day: Day { day(offsetMinutes: offsetMinutes) }

  /// The calendar day at a place so many minutes east of UTC.
  package func day(offsetMinutes: Int) -> Day {
    let local = seconds + offsetMinutes * 60
    return Day(number: local >= 0 ? local / 86_400 : (local - 86_399) / 86_400)
  }

  /// Hour and minute at the place where the moment was written down, `14:05`.
  package var clock: String {
    let local = seconds + offsetMinutes * 60 - day.number * 86_400
    return "\(padded(local / 3600, to: 2)):\(padded(local / 60 % 60, to: 2))"
  }

  /// ISO 8601 with seconds and offset.
  package var iso: String {
    let local = seconds + offsetMinutes * 60 - day.number * 86_400
    let zone: String
    if offsetMinutes == 0 {
      zone = "Z"
    } else {
      let distance = abs(offsetMinutes)
      zone = "\(offsetMinutes < 0 ? "-" : "+")\(padded(distance / 60, to: 2)):\(padded(distance % 60, to: 2))"
    }
    return "\(day.iso)T\(clock):\(padded(local % 60, to: 2))\(zone)"
  }

  /// Orders by time; the offset only breaks ties so that sorting is total.
  package static func < (left: Instant, right: Instant) -> Bool {
    (left.seconds, left.offsetMinutes) < (right.seconds, right.offsetMinutes)
  }

  private static func pair(_ rest: inout ArraySlice<UInt8>) -> Int? {
    guard rest.count >= 2, let value = Day.digits(rest.prefix(2)) else { return nil }
    rest = rest.dropFirst(2)
    return value
  }

  private static func take(_ byte: UInt8, _ rest: inout ArraySlice<UInt8>) -> Bool {
    guard rest.first == byte else { return false }
    rest = rest.dropFirst()
    return true
  }

  private static func offset(_ text: ArraySlice<UInt8>) -> Int? {
    if text.elementsEqual("Z".utf8) || text.elementsEqual("z".utf8) { return 0 }
    var rest = text
    let sign: Int
    if take(UInt8(ascii: "+"), &rest) {
      sign = 1
    } else if take(UInt8(ascii: "-"), &rest) {
      sign = -1
    } else {
      return nil
    }
    guard let hours = pair(&rest), hours <= 14 else { return nil }
    _ = take(UInt8(ascii: ":"), &rest)
    guard let minutes = pair(&rest), minutes < 60, rest.isEmpty else { return nil }
    return sign * (hours * 60 + minutes)
  }
}

extension Instant: CustomStringConvertible {
  /// ISO 8601 with seconds and offset.
  package var description: String { iso }
}
