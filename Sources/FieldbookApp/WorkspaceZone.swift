internal import Foundation
internal import WorkspaceModel

/// The time zone in which a workspace's days begin.
struct WorkspaceZone {
  private let zone: TimeZone?

  /// A zone by its IANA name; UTC when there is none of that name.
  init(_ name: String) {
    zone = name == "UTC" ? TimeZone(secondsFromGMT: 0) : TimeZone(identifier: name)
  }

  /// Whether the name is one.
  var isKnown: Bool { zone != nil }

  /// Minutes east of UTC at a moment.
  func offsetMinutes(at seconds: Int) -> Int {
    (zone?.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds))) ?? 0) / 60
  }

  /// The last second of a day.
  func end(of day: Day) -> Instant {
    let utc = (day.number + 1) * 86_400 - 1
    // The offset is that of the local moment itself: looked up twice, for days on which clocks change.
    let guess = utc - offsetMinutes(at: utc) * 60
    let offset = offsetMinutes(at: guess)
    return Instant(seconds: utc - offset * 60, offsetMinutes: offset)
  }
}
