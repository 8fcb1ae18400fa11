internal import WorkspaceModel

extension SalesReading {
  /// Interactions by month, given newest first; unfolds what makes the first six entries.
  func timeline(_ interactions: [Interaction]) -> [TimelineMonth] {
    var months: [(name: String, entries: [TimelineEntry])] = []
    for interaction in interactions {
      guard let entry = timelineEntry(interaction) else { continue }
      let name = interaction.occurredAt.map { Format.month($0.day) } ?? "Unknown day"
      if months.last?.name == name {
        months[months.count - 1].entries.append(entry)
      } else {
        months.append((name, [entry]))
      }
    }
    var before = 0
    return months.map { month in
      defer { before += month.entries.count }
      return TimelineMonth(
        month: month.name, countText: Format.count(month.entries.count, "entry", "entries"), entries: month.entries,
        isOpen: before < 6)
    }
  }

  /// "38 interactions since May 2025, 21 of them two-way".
  func timelineSummary(_ interactions: [Interaction], twoWay: Int) -> String {
    guard !interactions.isEmpty else { return "no interactions" }
    let count = Format.count(interactions.count, "interaction")
    let since = interactions.last { $0.occurredAt != nil }?.occurredAt.map { " since \(Format.month($0.day))" } ?? ""
    return "\(count)\(since), \(twoWay) of them two-way"
  }

  /// Whether somebody outside took part.
  func isTwoWay(_ interaction: Interaction) -> Bool {
    interaction.isTwoWay(isExternal: standings.externals.contains)
  }

  /// No-show, severity, score and what else is remarkable about an interaction.
  func badges(_ interaction: Interaction) -> [Badge] {
    var badges = draftBadge(interaction.source)
    switch interaction.outcome {
    case .noShow: badges.append(Badge(text: "No-show", tone: "warning"))
    case .cancelled: badges.append(Badge(text: "Cancelled", tone: "neutral"))
    case .held, nil: break
    }
    if let ticket = interaction.ticket {
      if ticket.severity == .severe { badges.append(Badge(text: "Severe", tone: "urgent")) }
      switch ticket.status {
      case .open: badges.append(Badge(text: "Open", tone: "warning"))
      case .closed: badges.append(Badge(text: "Closed", tone: "neutral"))
      case nil: break
      }
      if ticket.reopened == true { badges.append(Badge(text: "Re-opened", tone: "warning")) }
    }
    if let score = interaction.npsScore {
      badges.append(Badge(text: "\(score) of 10", tone: score >= 9 ? "positive" : score >= 7 ? "neutral" : "negative"))
    }
    if interaction.sensitivity == .confidential { badges.append(Badge(text: "Confidential", tone: "warning")) }
    if interaction.isAutomated { badges.append(Badge(text: "Automated", tone: "neutral")) }
    return badges
  }

  private func timelineEntry(_ interaction: Interaction) -> TimelineEntry? {
    guard let page = site.addresses.href(interaction.source.path) else { return nil }
    let names = interaction.participants.map(site.participantName)
    return TimelineEntry(
      icon: SalesWords.icon(interaction.kind), kindLabel: SalesWords.kind(interaction.kind),
      on: interaction.occurredAt.map { Day(machine: $0.iso, text: Format.day($0.day)) } ?? .unknown,
      subject: interaction.subject, page: page, outcome: interaction.summary,
      participants: names.isEmpty ? nil : names.joined(separator: ", "),
      duration: interaction.durationMinutes.map { "\($0) min" }, isTwoWay: isTwoWay(interaction),
      badges: badges(interaction))
  }
}
