internal import Diagnostics
internal import WorkspaceModel

/// Writes an episode as an alert file.
enum AlertText {
  /// The fields of a file, in order.
  private static let names = [
    "rule", "subject", "severity", "state", "held_since", "held_back_by", "fired_at", "acked_at", "acked_by",
    "resolved_at", "escalated_at", "audience", "evidence", "values", "actions", "waiting", "done",
  ]

  /// A new file.
  static func text(_ episode: Episode) -> String {
    names.compactMap { lines($0, episode) }.joined()
  }

  /// What has to change in the file of an episode; what people wrote beside stays.
  static func edits(from before: Episode, to after: Episode) -> [FieldEdit] {
    names.compactMap { name in
      let (old, new) = (lines(name, before), lines(name, after))
      return old == new ? nil : FieldEdit(name, new)
    }
  }

  private static func lines(_ name: String, _ episode: Episode) -> String? {
    func line(_ value: String?) -> String? { value.map { "\(name): \($0)\n" } }
    func block(_ items: [String]) -> String? {
      items.isEmpty ? nil : "\(name):\n" + items.map { "  - \($0)\n" }.joined()
    }
    func list(_ items: [String]) -> String? {
      items.isEmpty ? nil : "\(name): [\(items.map(YAMLText.scalar).joined(separator: ", "))]\n"
    }
    switch name {
    case "rule": return line(YAMLText.scalar(episode.rule))
    case "subject": return line(YAMLText.scalar(episode.subject.text))
    case "severity": return line(episode.severity.rawValue)
    case "state": return line(episode.state.rawValue)
    case "held_since": return line(episode.heldSince?.iso)
    case "held_back_by": return line(episode.heldBackBy.map(YAMLText.scalar))
    case "fired_at": return line(episode.firedAt?.iso)
    case "acked_at": return line(episode.acknowledgedAt?.iso)
    case "acked_by": return line(episode.acknowledgedBy.map(YAMLText.scalar))
    case "resolved_at": return line(episode.resolvedAt?.iso)
    case "escalated_at": return line(episode.escalatedAt?.iso)
    case "audience": return list(episode.audience)
    case "evidence":
      return block(
        episode.evidence.map { item in
          YAMLText.flow([
            ("path", YAMLText.scalar(item.path)), ("quote", item.quote.map(YAMLText.quoted)),
            ("note", item.note.map(YAMLText.quoted)), ("commit", item.commit.map(YAMLText.quoted)),
          ])
        })
    case "values":
      guard !episode.values.isEmpty else { return nil }
      return line("{\(episode.values.map { "\($0.name): \(YAMLText.value($0.value))" }.joined(separator: ", "))}")
    case "actions": return list(episode.actions)
    case "waiting": return list(episode.waiting)
    case "done":
      return block(
        episode.done.map { item in
          YAMLText.flow([
            ("action", item.action), ("at", item.at?.iso), ("to", item.to.map(YAMLText.scalar)),
            ("path", item.path.map(YAMLText.scalar)),
          ])
        })
    default: return nil
    }
  }
}
