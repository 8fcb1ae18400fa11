/// Keeps `redirects.yaml`: what was taken away and is not coming back, with the day and the reason.
struct RemovalLedger {
  /// Where it lies.
  static let path = "redirects.yaml"

  private struct Entry {
    var path: String
    var day: DemoDay
    var reason: String
  }

  private var entries: [Entry] = []

  /// Takes in the events of a commit; says what the file becomes, nil when nothing in it changes.
  mutating func note(_ events: ArraySlice<Event>) -> FileChange? {
    var isChanged = false
    for event in events {
      for change in event.changes {
        if change.text != nil {
          let count = entries.count
          entries.removeAll { $0.path == change.path }
          isChanged = isChanged || entries.count < count
        } else if !change.isMoved {
          entries.append(Entry(path: change.path, day: event.day, reason: Self.reason(event)))
          isChanged = true
        }
      }
    }
    return isChanged ? FileChange(path: Self.path, text: entries.isEmpty ? nil : text) : nil
  }

  /// Whether there is anything in it.
  var isEmpty: Bool { entries.isEmpty }

  private var text: String {
    "gone:\n"
      + entries.map { entry in
        "  - path: \(entry.path)\n    on: \(entry.day.iso)\n    reason: \(YAMLText.scalar(entry.reason))\n"
      }.joined()
  }

  /// "Remove a double of the calendar".
  private static func reason(_ event: Event) -> String {
    event.action.prefix(1).uppercased() + event.action.dropFirst()
  }
}
