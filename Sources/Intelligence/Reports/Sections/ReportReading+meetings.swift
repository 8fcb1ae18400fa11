internal import Diagnostics
internal import PipelineMetrics
internal import WorkspaceModel

extension ReportReading {
  private static let meetingKinds: Set<Interaction.Kind> = [.call, .meeting, .demo, .onsite]

  /// Meetings, calls, demos and visits with their people on days, oldest first.
  func meetings(_ isWanted: (Day) -> Bool) -> [(meeting: Interaction, on: Day)] {
    workspace.interactions.compactMap { interaction -> (meeting: Interaction, on: Day)? in
      guard interaction.kind.map(Self.meetingKinds.contains) ?? false, let day = day(interaction), isWanted(day),
        takesPart(interaction)
      else { return nil }
      return (interaction, day)
    }.sorted { left, right in
      let (one, other) = (left.meeting.occurredAt?.seconds ?? 0, right.meeting.occurredAt?.seconds ?? 0)
      return one == other ? left.meeting.source.path < right.meeting.source.path : one < other
    }
  }

  /// Whether one of those that it is about was there, or it concerns a deal or customer of theirs.
  func takesPart(_ interaction: Interaction) -> Bool {
    guard let people else { return true }
    if interaction.participants.contains(where: people.contains) { return true }
    return workspace.deals.contains {
      $0.customer == interaction.customer && interaction.deals.contains($0.slug) && isOwn($0)
    }
  }

  /// Today's meetings with what to read; in reports that come weekly also those held in the period.
  func meetingsToday() -> SectionData {
    var section = SectionData(
      "meetings_today", ["time", "date", "title", "people", "pack", "outcome"],
      none: isDaily || request.cadence == .onEvent
        ? "no meeting with a customer is on file for \(ChangeFormat.day(today)); calendars that are not connected are not seen"
        : "no meeting with a customer is on file \(inPeriod)")
    let all = meetings { $0 == today || (!isDaily && period.contains($0)) }
    for (meeting, on) in all {
      section.add(
        meeting.source.path, meeting.occurredAt?.clock, ChangeFormat.day(on),
        qualified(meeting.subject, meeting.customer), externalNames(meeting), pack(meeting.customer),
        outcome(meeting))
    }
    section.limit(12, "meeting")
    return section
  }

  /// How a meeting went, in words.
  func outcome(_ meeting: Interaction) -> String {
    let isAhead = meeting.occurredAt.map { $0 > clock.now } ?? false
    let held =
      switch meeting.outcome {
      case .held: "held"
      case .noShow: "nobody came"
      case .cancelled: "cancelled"
      case nil: isAhead ? "planned" : "held, as far as we know"
      }
    return meeting.summary.map { "\(held): \($0)" } ?? held
  }

  /// The period as a part of a sentence: "in the last 7 days", "in Nov 2026", "today".
  var inPeriod: String {
    let name = ReportWords.period(period)
    if name == "today" || name == "yesterday" || name.hasSuffix(" week") { return name }
    return name.hasPrefix("last ") ? "in the \(name)" : "in \(name)"
  }

  /// Inbound mails and chats that nobody has answered for so many days, oldest first; unless told, daily reports leave out
  /// those of today.
  func repliesOwed(sinceDays least: Int? = nil) -> SectionData {
    let least = least ?? (isDaily ? 1 : 0)
    var section = SectionData(
      "replies_owed", ["title", "contact", "age"], none: "no inbound message of the last 90 days waits for an answer")
    var owed: [(interaction: Interaction, on: Day)] = []
    for customer in sources.interactions.keys.sorted() {
      let all = past(customer)
      for (place, interaction) in all.enumerated() {
        guard isInbound(interaction), let on = day(interaction), today.days(since: on) <= 90,
          isAnsweredByUs(interaction)
        else { continue }
        if !all[(place + 1)...].contains(where: { answers($0, interaction) }) { owed.append((interaction, on)) }
      }
    }
    for (interaction, on) in owed.sorted(by: {
      ($0.on, $0.interaction.source.path) < ($1.on, $1.interaction.source.path)
    })
    where today.days(since: on) >= least {
      section.add(
        interaction.source.path, qualified(interaction.subject, interaction.customer), sender(interaction),
        age(since: on))
    }
    section.limit(10, "message")
    return section
  }

  /// Who wrote a message: the first of the customer's people.
  private func sender(_ interaction: Interaction) -> String {
    interaction.participants.first { sources.externals[$0] != nil }.map(anyName) ?? "somebody not noted"
  }

  private func isInbound(_ interaction: Interaction) -> Bool {
    guard !interaction.isAutomated else { return false }
    if interaction.kind == .emailIn { return true }
    return interaction.kind == .chat && interaction.direction == .inbound
  }

  /// Whether an answer is theirs to give: they were written to, or the deal or customer is theirs.
  private func isAnsweredByUs(_ interaction: Interaction) -> Bool {
    guard let people else { return true }
    let ours = interaction.participants.filter { sources.people[$0] != nil }
    return ours.isEmpty ? concerns(interaction.customer) : ours.contains(where: people.contains)
  }

  /// Whether something later is an answer: a mail of the same thread or deal, or that they spoke.
  private func answers(_ later: Interaction, _ earlier: Interaction) -> Bool {
    guard later.isActivity, later.kind != .emailIn else { return false }
    if later.kind == .chat, later.direction == .inbound { return false }
    if let thread = earlier.thread, thread == later.thread { return true }
    return earlier.deals.isEmpty || later.deals.isEmpty || !Set(earlier.deals).isDisjoint(with: later.deals)
  }
}
