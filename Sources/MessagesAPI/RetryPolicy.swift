/// How often and after how long a request is sent again.
struct RetryPolicy: Sendable {
  /// Requests beside the first one.
  static let attempts = 2
  /// A server that asks for more than this is not waited for.
  static let longest = Duration.seconds(60)

  /// The wait before the next try, or nil when there is none; `jitter` lies between 0 and 1.
  static func wait(
    after failure: MessagesFailure, headers: [String: String], attempt: Int, now: Int, jitter: Double
  ) -> Duration? {
    guard attempt < attempts else { return nil }
    switch headers["x-should-retry"] {
    case "true": break
    case "false": return nil
    default: if !failure.isPassing { return nil }
    }
    if let asked = asked(headers, now: now) { return asked <= longest ? asked : nil }
    let seconds = min(0.5 * Double(1 << attempt), 8)
    return .milliseconds(Int(seconds * 1000 * (1 - 0.25 * min(max(jitter, 0), 1))))
  }

  /// What the server asks to wait; nil when it says nothing that makes sense.
  static func asked(_ headers: [String: String], now: Int) -> Duration? {
    if let text = headers["retry-after-ms"], let number = Int(text), number >= 0 { return .milliseconds(number) }
    guard let text = headers["retry-after"] else { return nil }
    if let number = Int(text), number >= 0 { return .seconds(min(number, 1_000_000)) }
    return moment(text).map { .seconds(max(0, $0 - now)) }
  }

  /// Seconds since 1970 of `Wed, 21 Oct 2026 07:28:00 GMT`.
  static func moment(_ text: String) -> Int? {
    let parts = text.split { $0 == " " || $0 == "," || $0 == ":" }
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    guard parts.count == 8, parts[7] == "GMT", let day = Int(parts[1]), (1...31).contains(day),
      let month = months.firstIndex(of: String(parts[2])), let year = Int(parts[3]), (1970...9999).contains(year),
      let hour = Int(parts[4]), let minute = Int(parts[5]), let second = Int(parts[6]), (0..<24).contains(hour),
      (0..<60).contains(minute), (0..<61).contains(second)
    else { return nil }
    // Days from the civil calendar, years beginning in March.
    let shifted = month < 2 ? year - 1 : year
    let (era, place) = (shifted / 400, (month + 10) % 12)
    let ofEra = shifted - era * 400
    let ofYear = (153 * place + 2) / 5 + day - 1
    let days = era * 146_097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear - 719_468
    return days * 86_400 + hour * 3600 + minute * 60 + second
  }
}
