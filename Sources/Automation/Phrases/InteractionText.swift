internal import WorkspaceModel

extension PhraseReader {
  /// Which part of a text a rule looks at.
  enum Scope: String, CaseIterable, Sendable {
    /// Without what is quoted or signed.
    case newText = "new_text"
    case all
  }

  /// Every occurrence in an interaction, in order; the subject of a mail counts where it is no answer to another one.
  func occurrences(
    in interaction: Interaction, scope: Scope, name: (String) -> (name: String, side: SpeakerSide)?
  ) -> [Occurrence] {
    let people = interaction.participants.compactMap(name)
    let form = Self.form(of: interaction, people)
    let turns = SpeakerTurns(people)
    var found: [Occurrence] = []
    if case .letter(let side) = form, !Self.isAnswer(interaction.subject) {
      Array(interaction.subject.utf8).withUnsafeBufferPointer { bytes in
        found += occurrences(in: bytes, [SpeakerTurns.Turn(side: side, range: 0..<bytes.count)])
      }
    }
    if let body = interaction.source.body {
      body.bytes.withUnsafeBufferPointer { bytes in
        var parts = [0..<bytes.count]
        if scope == .newText, case .letter = form { parts = NewText.parts(of: bytes) }
        found += occurrences(in: bytes, turns.turns(of: bytes, parts, form))
      }
    }
    return found
  }

  private static func form(
    of interaction: Interaction, _ people: [(name: String, side: SpeakerSide)]
  ) -> SpeakerTurns.Form {
    switch interaction.kind {
    case .emailIn:
      // A colleague's forwarded mail lies among those that came in.
      return .letter(people.first?.side == .internal && interaction.direction == .outbound ? .internal : .external)
    case .emailOut: return .letter(.internal)
    case .supportTicket, .nps: return .letter(interaction.direction == .outbound ? .internal : .external)
    case .chat: return .talk
    case .call, .meeting, .demo, .onsite, .note: return .notes
    case .productSignal, .documentView, nil: return .letter(.unknown)
    }
  }

  private static func isAnswer(_ subject: String) -> Bool {
    let subject = subject.lowercased()
    return ["re:", "aw:", "sv:", "fw:", "fwd:", "wg:", "vs:"].contains { subject.hasPrefix($0) }
  }
}
