extension Sample {
  static let quotes = [
    Quote(
      words: "we only see the bill, eight weeks later", source: Link(text: "Discovery call", href: call),
      saidOn: day("2026-05-06", "6 May")),
    Quote(
      words: "the night shift leaves the blast freezer running, I would bet money on it",
      source: Link(text: "Plant visit in Kalmar", href: call), saidOn: day("2026-06-02", "2 Jun")),
  ]

  static let insights = [
    InsightItem(
      statement: "Night load in the freezers is invisible to plant managers.",
      page: Href("/customers/norrvik-foods/insights/night-load/"), kind: Badge(text: "Pain", tone: "negative"),
      status: Badge(text: "Accepted", tone: "positive"), confidence: "80 % sure", author: "John Smith",
      isFromModel: false, quotes: quotes),
    InsightItem(
      statement: "Finance signs only when the auditor has named the report format.",
      page: Href("/customers/norrvik-foods/insights/auditor-format/"), kind: Badge(text: "Decision", tone: "info"),
      status: Badge(text: "Proposed", tone: "neutral"), confidence: "55 % sure", author: "claude-sonnet",
      isFromModel: true, quotes: [quotes[0], quotes[1]]),
  ]

  static let tasks = [
    TaskItem(
      title: "Send redlined DPA to Norrvik legal", page: Href("/customers/norrvik-foods/tasks/redlined-dpa/"),
      about: Link(text: "Ledger for 14 plants", href: deal), assignee: john, due: day("2026-11-20", "20 Nov"),
      badges: [Badge(text: "3 days overdue", tone: "urgent"), Badge(text: "High", tone: "warning")], isDone: false,
      stateLabel: "Open"),
    TaskItem(
      title: "Book the October usage review", page: Href("/customers/norrvik-foods/tasks/usage-review/"),
      about: Link(text: "Norrvik Foods", href: norrvik.href), assignee: ida, due: day("2026-10-16", "16 Oct"),
      badges: [Badge(text: "From rule", tone: "neutral"), Badge(text: "Low", tone: "neutral")], isDone: true,
      stateLabel: "Done"),
  ]

  static let alerts = [
    AlertItem(
      title: "Churn risk", page: Href("/pulse/alerts/2026-11-20-churn-risk-kestrel-cold-chain/"),
      subject: link("Kestrel Cold Chain", "/customers/kestrel-cold-chain/"),
      severity: Badge(text: "Critical", tone: "urgent"), state: Badge(text: "Firing", tone: "urgent"),
      reason: "Health 36, below 40; no two-way contact for 41 days", fired: day("2026-11-20", "20 Nov"),
      assignee: ida),
    AlertItem(
      title: "Close date passed in negotiation", page: Href("/pulse/alerts/2026-11-18-close-date-passed/"),
      subject: link("Brambleway – 40 stores", "/customers/brambleway-stores/deals/40-stores/"),
      severity: Badge(text: "High", tone: "warning"), state: Badge(text: "Acknowledged", tone: "info"),
      reason: "Expected 14 Nov, still open", fired: day("2026-11-18", "18 Nov"), assignee: priya),
  ]

  static let timeline = [
    TimelineMonth(
      month: "November 2026", countText: "3 entries",
      entries: [
        TimelineEntry(
          icon: "email-in", kindLabel: "E-mail in", on: day("2026-11-12T09:14:00+01:00", "12 Nov"),
          subject: "DPA comments from legal", page: call,
          outcome: "Two open points: liability cap and the sub-processor in Ireland.",
          participants: "Maja Lind, Sten Åkesson", duration: nil, isTwoWay: true,
          badges: [Badge(text: "Reply owed", tone: "warning"), Badge(text: "Thread of 4", tone: "neutral")]),
        TimelineEntry(
          icon: "meeting", kindLabel: "Meeting", on: day("2026-11-05T13:00:00+01:00", "5 Nov"),
          subject: "Business case with finance", page: call,
          outcome: "CFO takes 390 kEUR a year as the baseline and wants the audit clause in the order form.",
          participants: "Karin Dahl, Maja Lind, John Smith, Ravi Patel", duration: "60 min", isTwoWay: true,
          badges: []),
        TimelineEntry(
          icon: "document", kindLabel: "Document viewed", on: day("2026-11-03T16:20:00+01:00", "3 Nov"),
          subject: "Proposal v3 opened twice", page: call, outcome: nil, participants: "Karin Dahl", duration: nil,
          isTwoWay: false, badges: []),
      ], isOpen: true),
    TimelineMonth(
      month: "May 2026", countText: "2 entries",
      entries: [
        TimelineEntry(
          icon: "call", kindLabel: "Call", on: day("2026-05-06T10:00:00+02:00", "6 May"),
          subject: "Discovery call with facilities and finance", page: call,
          outcome: "They see the bill eight weeks late; 11 % of electricity looks avoidable.",
          participants: "Maja Lind, John Smith", duration: "45 min", isTwoWay: true,
          badges: []),
        TimelineEntry(
          icon: "ticket", kindLabel: "Support ticket", on: day("2026-05-02T08:00:00+02:00", "2 May"),
          subject: "Gateway offline in Kalmar", page: call, outcome: "Replaced under warranty.",
          participants: "Sten Åkesson", duration: nil, isTwoWay: false,
          badges: [Badge(text: "Severe", tone: "urgent"), Badge(text: "Closed", tone: "neutral")]),
      ], isOpen: false),
  ]

  static let steps = [
    StageStep(state: "passed"), StageStep(state: "skipped"), StageStep(state: "current"),
    StageStep(state: "not-reached"),
  ]

  static let dealCards = [
    DealCard(
      name: "Norrvik – Ledger for 14 plants", page: deal, customerName: "Norrvik Foods", amount: "84 kEUR ARR",
      isAmountUnknown: false, closing: day("2026-12-11", "11 Dec"), stageName: "Negotiation",
      stageAge: "24 days in stage",
      badges: [Badge(text: "Commit", tone: "info"), Badge(text: "Pushed twice", tone: "warning")],
      nextAction: "Send redlined DPA, 27 Nov", owner: john, steps: steps),
    DealCard(
      name: "Norrvik – gateways for Umeå", page: deal, customerName: "Norrvik Foods", amount: "Unknown",
      isAmountUnknown: true, closing: day("2026-11-14", "14 Nov"), stageName: "Discovery",
      stageAge: "61 days in stage",
      badges: [Badge(text: "9 days overdue", tone: "urgent"), Badge(text: "Stale", tone: "warning")],
      nextAction: "Call Sten about the depot", owner: ravi, steps: steps),
  ]

  static let listItems = [
    ListItem(
      icon: "deal", title: "Norrvik – Ledger for 14 plants", page: deal, detail: "No two-way contact for 11 days",
      badges: [Badge(text: "Negotiation", tone: "info"), Badge(text: "Overdue", tone: "urgent")],
      figure: "67 kEUR at risk", on: day("2026-12-11", "11 Dec"), person: john,
      help: link("Play: Negotiation", "/toolkit/playbooks/negotiation/")),
    ListItem(
      icon: "battlecard", title: "Sunderly", page: Href("/toolkit/battlecards/sunderly/"),
      detail: "One claim has expired", badges: [Badge(text: "Stale", tone: "warning")], figure: "266 days",
      on: day("2026-03-02", "2 Mar"), person: priya),
  ]

  static func panel(_ title: String, _ anchor: String, items: [ListItem] = listItems) -> Panel {
    Panel(
      panelTitle: title, anchor: anchor, countText: "12", items: items, more: link("All of them", "/health/"),
      emptyTitle: "Nothing here yet", emptyHint: "It fills as soon as a record qualifies.")
  }
}
