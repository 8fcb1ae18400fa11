internal import Diagnostics
internal import WorkspaceModel

/// The name of an interaction says the same as its fields.
struct InteractionName: Check {
  let id = "interaction-name"
  let group = CheckGroup.structure
  let severity = Diagnostic.Severity.warning
  let rule = "an interaction is named YYYY-MM-DD-<kind>-<topic>, with the day and the kind of its fields"
  let rationale = "The folder is read as a diary; a name that says another day or kind leads to the wrong talk."
  let examples = [
    CheckExample(
      """
      === customers/acme/interactions/2026-10-12-call-pricing.md
      ---
      kind: call
      occurred_at: ▶2026-10-13T14:00:00+02:00
      ---
      """),
    CheckExample(
      """
      === customers/acme/interactions/2026-10-12-call-pricing.md
      ---
      kind: ▶email_in
      occurred_at: 2026-10-12T14:00:00+02:00
      ---
      """),
    CheckExample(
      """
      === customers/acme/interactions/pricing-call.md
      ▶---
      kind: call
      occurred_at: 2026-10-12T14:00:00+02:00
      ---
      """),
    CheckExample(
      """
      === customers/acme/interactions/2026-10-12-email-in-pricing.md
      ---
      kind: email_in
      occurred_at: 2026-10-12T23:30:00+02:00
      ---
      === customers/acme/interactions/2026-10-13-call.md
      ---
      kind: call
      occurred_at: 2026-10-12T22:30:00Z
      ---
      A moment in UTC may have been the next day where it was.
      """),
  ]

  func findings(in input: CheckInput) -> [Diagnostic] {
    if input.workspace.settings.structure.wantsSlugs == false { return [] }
    return input.workspace.interactions.compactMap { interaction in
      let source = interaction.source
      let stem = Array(source.path.stem.utf8)
      // A name that is no slug is a finding already.
      guard SlugName.isSlug(stem[...]) else { return nil }
      let kind = interaction.kind.map { Array($0.rawValue.utf8.map { $0 == 0x5F ? 0x2D : $0 }) }
      guard stem.count > 11, stem[10] == UInt8(ascii: "-"),
        let day = Day(iso: String(decoding: stem[..<10], as: UTF8.self))
      else {
        let start = interaction.occurredAt?.day.iso ?? "2026-10-12"
        let example = "\(start)-\(kind.map { String(decoding: $0, as: UTF8.self) } ?? "call")-\(source.path.stem)"
        return finding(
          "'\(source.path.stem)' does not begin with the day", at: SourceRange(wholeFile: source.path),
          help: "rename it to '\(example)'")
      }
      if let moment = interaction.occurredAt, moment.day != day, !Self.mayBe(moment, on: day) {
        return finding(
          "\(moment.day.iso) in 'occurred_at', and the file is named \(day.iso)", at: source.range(of: "occurred_at"),
          help: "correct the one that is wrong")
      }
      guard let kind, !Self.names(stem[11...], kind) else { return nil }
      let shown = String(decoding: kind, as: UTF8.self)
      return finding(
        "the name does not say '\(shown)' after the day", at: source.range(of: "kind"),
        help: "begin the file name with '\(day.iso)-\(shown)'")
    }
  }

  /// The kind that a name says behind the day: `2026-10-12-email-in-prices`; nil for a name of another form.
  static func kind(in name: String) -> Interaction.Kind? {
    let stem = Array(name.utf8)
    guard stem.count > 11, stem[10] == UInt8(ascii: "-"), Day(iso: String(decoding: stem[..<10], as: UTF8.self)) != nil
    else { return nil }
    return Interaction.Kind.allCases.first { kind in
      names(stem[11...], kind.rawValue.utf8.map { $0 == 0x5F ? 0x2D : $0 })
    }
  }

  private static func names(_ rest: ArraySlice<UInt8>, _ kind: [UInt8]) -> Bool {
    rest.starts(with: kind) && (rest.count == kind.count || rest[rest.startIndex + kind.count] == UInt8(ascii: "-"))
  }

  /// A moment written in UTC does not say what day it was at the place.
  private static func mayBe(_ moment: Instant, on day: Day) -> Bool {
    moment.offsetMinutes == 0 && abs(day.days(since: moment.day)) == 1
  }
}
