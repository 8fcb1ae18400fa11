internal import Diagnostics
internal import WorkspaceModel

/// Two interactions of a customer within a week have different texts.
struct SameContent: Check {
  let id = "same-content"
  let group = CheckGroup.duplicates
  let severity = Diagnostic.Severity.warning
  let rule = "two interactions of a customer within a week have different texts"
  let rationale = "One conversation that was filed twice counts twice as contact."
  let examples = [
    CheckExample(
      """
      === customers/acme/interactions/call.md
      ---
      kind: call
      occurred_at: 2026-10-12T14:00:00+02:00
      ---
      Dan wants the figures by plant, and he wants them before the board meets in December.
      === customers/acme/interactions/meeting.md
      ---
      kind: meeting
      occurred_at: 2026-10-12T14:05:00+02:00
      ---
      ▶Dan wants the figures by plant, and he wants
      them before the board meets in December.
      """),
    CheckExample(
      """
      === customers/acme/interactions/one.md
      ---
      kind: call
      occurred_at: 2026-10-12T14:00:00+02:00
      ---
      No show.
      === customers/acme/interactions/two.md
      ---
      kind: call
      occurred_at: 2026-10-19T14:00:00+02:00
      ---
      No show.
      === customers/bolt/interactions/one.md
      ---
      kind: support_ticket
      occurred_at: 2025-09-08T14:00:00+02:00
      ---
      The login of the night shift is locked after too many attempts; unlocked by support within the hour.
      === customers/bolt/interactions/two.md
      ---
      kind: support_ticket
      occurred_at: 2026-03-30T14:00:00+02:00
      ---
      The login of the night shift is locked after too many attempts; unlocked by support within the hour.
      """),
  ]

  /// Texts with fewer letters say so little that they may well be said twice.
  private let shortest = 60
  /// What is said again later than this was said again.
  private let closeSeconds = 7 * 86_400

  func findings(in input: CheckInput) -> [Diagnostic] {
    struct Key: Hashable {
      var customer: String
      var hash: UInt64
      var count: Int
    }
    var latest: [Key: Interaction] = [:]
    return input.workspace.interactions.compactMap { interaction in
      guard let body = interaction.source.body else { return nil }
      let (hash, count) = Self.digest(body.bytes)
      if count < shortest { return nil }
      let key = Key(customer: interaction.customer, hash: hash, count: count)
      defer { latest[key] = interaction }
      guard let known = latest[key], let other = known.source.body, Self.areEqual(body.bytes, other.bytes),
        areClose(interaction.occurredAt, known.occurredAt)
      else { return nil }
      let blank = body.bytes.prefix { $0 <= 0x20 }
      let line = body.firstLine + blank.count { $0 == 0x0A }
      let column = blank.count - (blank.lastIndex(of: 0x0A).map { $0 - blank.startIndex + 1 } ?? 0) + 1
      return finding(
        "the same text as \(known.source.path)",
        at: SourceRange(file: interaction.source.path, start: SourcePosition(line: line, column: column)),
        help: "keep one of the two files")
    }
  }

  private func areClose(_ first: Instant?, _ second: Instant?) -> Bool {
    guard let first, let second else { return true }
    return abs(first.seconds - second.seconds) <= closeSeconds
  }

  /// FNV-1a over what is not white space, and how much that is.
  private static func digest(_ bytes: ArraySlice<UInt8>) -> (hash: UInt64, count: Int) {
    bytes.withUnsafeBufferPointer { buffer in
      var hash: UInt64 = 0xcbf2_9ce4_8422_2325
      var count = 0
      for byte in buffer where byte > 0x20 {
        hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
        count += 1
      }
      return (hash, count)
    }
  }

  private static func areEqual(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Bool {
    left.filter { $0 > 0x20 } == right.filter { $0 > 0x20 }
  }
}
