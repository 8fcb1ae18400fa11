internal import PipelineMetrics
internal import WorkspaceModel

extension SalesReading {
  /// The next best actions of a record, each with its reason and what to open; nil when there is none.
  func actionsPanel(_ reasons: [AttentionReason]) -> Panel? {
    guard !reasons.isEmpty else { return nil }
    // One play often helps with several; it is named once.
    var named: Set<AttentionReason.Help> = []
    return Panel(
      panelTitle: "What to do next", anchor: "actions", countText: Format.count(reasons.count, "action"),
      items: reasons.map { reason in
        ListItem(
          icon: "task", title: sentenceCase(reason.action), page: Href("", fragment: place(reason.kind)),
          detail: sentenceCase(reason.reason), badges: [badge(reason.kind)],
          help: reason.help.map { named.insert($0).inserted } ?? false ? help(reason) : nil)
      },
      emptyTitle: "Nothing to do", emptyHint: "No rule asks for anything.")
  }

  /// The play or battlecard to open.
  func help(_ reason: AttentionReason) -> Link? {
    let (record, verb): ((any WorkspaceRecord)?, String) =
      switch reason.help {
      case .play(let slug): (site.index.playbooks[slug], "Play")
      case .battlecard(let slug): (site.index.battlecards[slug], "Battlecard")
      case nil: (nil, "")
      }
    guard let record, let page = site.addresses.href(record.source.path) else { return nil }
    return Link(text: "\(verb): \(record.title)", href: page)
  }

  /// The section of the record's page that it concerns.
  private func place(_ kind: AttentionReason.Kind) -> String {
    switch kind {
    case .overdue, .stale: "changes"
    case .singleThreaded: "committee"
    case .competitorUnanswered: "competition"
    case .renewalMissing: "deals"
    case .unwell: "health"
    case .quiet: "timeline"
    case .noNextStep, .nextStepLate, .criteriaMissing: "overview"
    }
  }

  /// Names the kind of reason.
  func badge(_ kind: AttentionReason.Kind) -> Badge {
    switch kind {
    case .overdue: Badge(text: "Overdue", tone: "urgent")
    case .renewalMissing: Badge(text: "Renewal", tone: "urgent")
    case .noNextStep: Badge(text: "No next step", tone: "warning")
    case .unwell: Badge(text: "Health", tone: "warning")
    case .stale: Badge(text: "Stale", tone: "warning")
    case .singleThreaded: Badge(text: "Single-threaded", tone: "warning")
    case .nextStepLate: Badge(text: "Step late", tone: "warning")
    case .competitorUnanswered: Badge(text: "Competitor", tone: "info")
    case .quiet: Badge(text: "Quiet", tone: "neutral")
    case .criteriaMissing: Badge(text: "Criteria", tone: "neutral")
    }
  }
}
