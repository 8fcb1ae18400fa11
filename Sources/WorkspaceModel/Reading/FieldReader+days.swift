internal import Diagnostics

extension FieldReader {
  /// A list of calendar days.
  mutating func days(_ name: String) -> [Day] {
    guard let node = node(name) else { return [] }
    guard let items = node.items else {
      reportWrongType(node, name, expected: "a list of days")
      return []
    }
    return items.compactMap { item in
      if let text = item.text, let day = Day(iso: text) { return day }
      reportBadDate(item, name, form: "a day such as 2026-12-24", suggestion: item.text.flatMap(Self.suggestedDate))
      return nil
    }
  }

  /// Minutes of the day: `08:30`, up to `24:00` for its end.
  mutating func timeOfDay(_ name: String) -> Int? {
    guard let node = node(name, required: true) else { return nil }
    if let parts = node.text?.split(separator: ":"), parts.count == 2, parts.allSatisfy({ $0.utf8.count == 2 }),
      let hour = Int(parts[0]), let minute = Int(parts[1]), (0..<60).contains(minute),
      (0...1440).contains(hour * 60 + minute)
    {
      return hour * 60 + minute
    }
    reportWrongType(node, name, expected: "a time of day", help: "write hours and minutes in quotes, such as \"08:30\"")
    return nil
  }
}
