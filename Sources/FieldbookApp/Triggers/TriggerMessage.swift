internal import Automation
internal import WorkspaceModel

/// Writes the messages of commits that rules make.
enum TriggerMessage {
  /// "Open 2 alerts, resolve 1", what each is, and the trailers by which a later run knows this one.
  static func text(
    _ decisions: TriggerDecisions, _ asOf: Instant, rendered: (commit: String, at: Instant)? = nil
  ) -> String {
    let words: [(TriggerDecisions.Change.Kind, String)] = [
      (.opened, "open"), (.pending, "note"), (.escalated, "escalate"), (.acknowledged, "complete the answer to"),
      (.silenced, "silence"),
      (.inhibited, "hold back"),
      (.resolved, "resolve"), (.expired, "let expire"), (.removed, "drop"),
    ]
    var parts: [String] = []
    for (kind, verb) in words {
      let count = decisions.changes.count { $0.kind == kind }
      guard count > 0 else { continue }
      let noun = kind == .pending || kind == .removed ? "pending alert" : "alert"
      parts.append("\(verb) \(count) \(noun)\(count == 1 ? "" : "s")")
    }
    var subject = parts.joined(separator: ", ")
    if subject.isEmpty {
      subject = "look at \(decisions.spent) event\(decisions.spent == 1 ? "" : "s"), none of them an alert"
    }
    var lines = [subject.prefix(1).uppercased() + subject.dropFirst(), ""]
    let shown = decisions.changes.prefix(40)
    lines += shown.map { "- \($0.episode.id): \($0.kind.rawValue)" }
    if decisions.changes.count > shown.count { lines.append("- and \(decisions.changes.count - shown.count) more") }
    if !shown.isEmpty { lines.append("") }
    lines.append("\(Arrivals.trailer): \(asOf.iso)")
    // What a page shows of itself can only be told by a later commit.
    if let rendered { lines.append("\(siteTrailer): \(rendered.commit) \(rendered.at.iso)") }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The line that tells when the site of an earlier commit was published.
  static let siteTrailer = "Site-Published"

  /// `Mon, 23 Nov 2026 07:00:00 +0100`.
  static func mailDate(_ instant: Instant) -> String {
    let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    let (year, month, day) = instant.day.parts
    let second = instant.iso.split(separator: "T")[1].prefix(8).suffix(2)
    let minutes = abs(instant.offsetMinutes)
    let zone = String(10_000 + minutes / 60 * 100 + minutes % 60).dropFirst()
    return "\(days[instant.day.isoWeekday - 1]), \(day) \(months[month - 1]) \(year) \(instant.clock):\(second) "
      + "\(instant.offsetMinutes < 0 ? "-" : "+")\(zone)"
  }
}
