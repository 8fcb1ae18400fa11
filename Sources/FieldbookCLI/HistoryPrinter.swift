internal import Diagnostics
internal import FieldbookApp
internal import WorkspaceModel

/// Prints the history of a record for people and for programs.
struct HistoryPrinter {
  let isColoured: Bool

  /// Lines of at most 80 columns where words allow it.
  func lines(_ story: RecordStory, of all: Int) -> [String] {
    var lines = [paint(.bold, story.title) + "  " + paint(.dim, story.history.path.description), ""]
    for entry in story.entries {
      let commit = entry.commit
      let day = commit.recordedAt.day.iso
      let people = TextPrinter.visible(entry.people.map(\.name).joined(separator: ", "))
      lines.append("\(paint(.dim, "\(day) \(commit.recordedAt.clock)"))  \(people)  \(paint(.dim, commit.short))")
      for line in Wrap.lines(commit.subject, width: 76) { lines.append("    \(TextPrinter.visible(line))") }
      if let move = Self.move(entry.version) { lines.append("  \(paint(.dim, "∙")) \(TextPrinter.visible(move))") }
      for text in entry.texts where entry.version.change != .added || text.weight < .field {
        lines.append(
          "  \(paint(text.tone == .bad ? .red : text.tone == .good ? .green : .dim, "∙")) \(TextPrinter.visible(text.plain))"
        )
      }
      for mark in Self.marks(commit) { lines.append("    \(paint(.dim, mark))") }
      lines.append("")
    }
    if story.entries.count < all {
      lines.append("\(all - story.entries.count) older changes; raise --limit to see them")
    }
    if story.history.isCutOff {
      lines.append("What came before is unknown: history was cut off when cloning. Run: git fetch --unshallow")
    }
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }

  /// The same for programs.
  static func json(_ story: RecordStory) -> JSONValue {
    .members(
      ("title", .string(story.title)), ("path", .string(story.history.path.description)),
      ("kind", .string(story.history.kind.rawValue)), ("present", .bool(story.history.isPresent)),
      ("cut_off", .bool(story.history.isCutOff)),
      (
        "changes",
        .array(
          story.entries.map { entry in
            .members(
              ("commit", .string(entry.commit.id)), ("recorded_at", .string(entry.commit.recordedAt.iso)),
              ("committed_at", .string(entry.commit.committedAt.iso)),
              ("clock_suspect", entry.commit.isClockSuspect ? .bool(true) : nil),
              ("people", .array(entry.people.map { .string($0.name) })), ("subject", .string(entry.commit.subject)),
              ("change", .string(name(entry.version.change))), ("path", .string(entry.version.path.description)),
              ("from", from(entry.version.change).map { .string($0.description) }),
              ("says", .array(entry.texts.map { .string($0.plain) })),
              ("events", .array(entry.events.map(json)))
            )
          })
      ))
  }

  private static func json(_ event: FieldEvent) -> JSONValue {
    .members(
      ("field", .string(event.field)), ("kind", .string(event.kind.rawValue)),
      ("old", event.old.map(json)), ("new", event.new.map(json)), ("effective_on", .string(event.effectiveOn.iso)))
  }

  /// A value; numbers are strings, since decimals are exact and those of JSON are not.
  static func json(_ value: FieldValue) -> JSONValue {
    switch value {
    case .text(let text): .string(text)
    // A string, since decimals are exact and JSON's numbers are not.
    case .number(let number): .string(number.text)
    case .money(let money):
      .members(
        ("value", .string(money.amount.text)), ("currency", .string(money.currency)),
        ("kind", money.kind.map { .string($0.rawValue) }))
    case .day(let day): .string(day.iso)
    case .flag(let flag): .bool(flag)
    case .list(let list): .array(list.map { .string($0) })
    }
  }

  private static func name(_ change: RecordVersion.Change) -> String {
    switch change {
    case .added: "added"
    case .modified: "modified"
    case .deleted: "deleted"
    case .renamed: "renamed"
    case .copied: "copied"
    }
  }

  private static func from(_ change: RecordVersion.Change) -> RepoPath? {
    switch change {
    case .renamed(let from, _), .copied(let from): from
    case .added, .modified, .deleted: nil
    }
  }

  private static func move(_ version: RecordVersion) -> String? {
    switch version.change {
    case .added: "Added"
    case .deleted: "Removed"
    case .renamed(let from, _): "Moved from \(from)"
    case .copied(let from): "Copied from \(from)"
    case .modified: nil
    }
  }

  private static func marks(_ commit: TimelineCommit) -> [String] {
    var marks = commit.trailers.map { "\($0.key): \($0.value)" }
    if commit.isBaseline { marks.append("bulk import: values count, transitions do not") }
    if commit.isFormOnly { marks.append("changed the form of files only") }
    if commit.isClockSuspect { marks.append("clock more than a day off: the commit says \(commit.committedAt.iso)") }
    return marks
  }

  private enum Paint: String {
    case bold = "1"
    case dim = "2"
    case red = "31"
    case green = "32"
  }

  private func paint(_ paint: Paint, _ text: String) -> String {
    let text = TextPrinter.visible(text)
    return isColoured ? "\u{1B}[\(paint.rawValue)m\(text)\u{1B}[0m" : text
  }
}
