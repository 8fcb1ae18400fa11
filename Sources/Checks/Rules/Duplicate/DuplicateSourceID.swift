internal import Diagnostics
internal import WorkspaceModel

/// An imported interaction is there once.
struct DuplicateSourceID: Check {
  let id = "duplicate-source-id"
  let group = CheckGroup.duplicates
  let severity = Diagnostic.Severity.error
  let rule = "an id of another system was imported once"
  let rationale = "A meeting that is there twice counts twice, and the next import cannot tell which to mend."
  let examples = [
    CheckExample(
      """
      === customers/acme/interactions/call.md
      ---
      kind: call
      occurred_at: 2026-10-12T14:00:00+02:00
      source: {system: gong, id: "778"}
      ---
      === customers/acme/interactions/meeting.md
      ---
      kind: meeting
      occurred_at: 2026-10-12T14:00:00+02:00
      source: {system: gong, id: ▶"778"}
      ---
      """),
    CheckExample(
      """
      === customers/acme/interactions/call.md
      ---
      kind: call
      occurred_at: 2026-10-12T14:00:00+02:00
      source: {system: gong, id: "778"}
      ---
      === customers/acme/interactions/mail.md
      ---
      kind: email_in
      occurred_at: 2026-10-12T15:00:00+02:00
      source: {system: gmail, id: "778"}
      ---
      """),
  ]

  func findings(in input: CheckInput) -> [Diagnostic] {
    struct Key: Hashable {
      var system: String
      var id: String
    }
    var first: [Key: Interaction] = [:]
    return input.workspace.interactions.compactMap { interaction in
      guard let origin = interaction.origin, !origin.id.isEmpty else { return nil }
      let key = Key(system: origin.system, id: origin.id)
      guard let known = first[key] else {
        first[key] = interaction
        return nil
      }
      return finding(
        "\(origin.system) id '\(origin.id)' is also that of \(known.source.path)",
        at: interaction.source.range(of: "source.id"), help: "keep one of the two files")
    }
  }
}
