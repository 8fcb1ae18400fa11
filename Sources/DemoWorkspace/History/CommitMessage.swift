/// Writes messages as people do.
enum CommitMessage {
  /// The message of a commit with these events, made by the author among several.
  static func text(_ events: ArraySlice<Event>, author: String) -> String {
    guard let first = events.max(by: { $0.weight < $1.weight }) else { return "" }
    var parts: [String] = []
    if events.count == 1 {
      parts.append("\(first.subject): \(first.action)")
      if let detail = first.detail { parts.append(wrapped(detail)) }
    } else {
      let subjects = unique(events.map(\.subject))
      parts.append(headline(events, first, subjects))
      let isOne = subjects.count == 1
      let lines = events.prefix(12).map { event in
        wrapped("- " + (isOne ? event.action : "\(event.subject): \(event.action)"), indent: "  ")
      }
      parts.append((lines + (events.count > 12 ? ["- and \(events.count - 12) more"] : [])).joined(separator: "\n"))
    }
    var trailers = unique(events.flatMap(\.trailers))
    for other in unique(events.map(\.author)) where other != author && other != "sync" {
      let person = Vendor.person(other)
      trailers.append("Co-authored-by: \(person.name) <\(person.email)>")
    }
    if !trailers.isEmpty { parts.append(trailers.joined(separator: "\n")) }
    return parts.joined(separator: "\n\n") + "\n"
  }

  private static func headline(_ events: ArraySlice<Event>, _ first: Event, _ subjects: [String]) -> String {
    if subjects.count == 1 {
      let both = "\(first.subject): " + unique(events.map(\.action)).prefix(2).joined(separator: ", ")
      return events.count == 2 && both.utf8.count <= 72 ? both : "\(first.subject): \(first.action), and more"
    }
    let others = subjects.filter { $0 != first.subject }
    if subjects.count == 2 {
      let both = "\(first.subject): \(first.action); notes on \(others[0])"
      if both.utf8.count <= 72 { return both }
      return "\(first.subject), \(others[0]): notes and next steps"
    }
    let rest = others.count == 1 ? others[0] : "\(others.count) more"
    switch (first.day.number + events.count) % 4 {
    case 0: return "Notes of \(first.day.weekdayName): \(first.subject) and \(rest)"
    case 1: return "\(first.subject): \(first.action), and \(others.count) more accounts"
    case 2: return "Catch up on \(first.subject), \(others[0])\(others.count > 1 ? " and others" : "")"
    default: return "\(subjects.count) accounts after \(first.day.weekdayName)'s calls"
    }
  }

  private static func unique(_ texts: [String]) -> [String] {
    var seen: Set<String> = []
    return texts.filter { seen.insert($0).inserted }
  }

  // Lines of at most 72 bytes.
  private static func wrapped(_ text: String, indent: String = "") -> String {
    var lines = [""]
    for word in text.split(separator: " ") {
      let line = lines[lines.count - 1]
      if !line.isEmpty, line.utf8.count + 1 + word.utf8.count > 72 {
        lines.append(indent + word)
      } else {
        lines[lines.count - 1] = line.isEmpty ? String(word) : line + " " + word
      }
    }
    return lines.joined(separator: "\n")
  }
}
