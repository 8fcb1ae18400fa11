extension HomePage {
  package static let sample = HomePage(
    head: PageHead(
      title: "Monday, 23 November", kicker: "Morning brief", headIcon: "home",
      lede: "Two alerts need a human, five next steps are due, three deals slipped over the weekend.",
      figures: [
        KeyFigure(
          label: "Open pipeline", value: "1.91 MEUR", note: "41 deals, 3 without amount", noteTone: "neutral",
          evidence: Href("/pipeline/"), isUnknown: false),
        KeyFigure(
          label: "Closed this quarter", value: "312 kEUR", note: "61 % of 510 kEUR quota", noteTone: "positive",
          evidence: Href("/deals/"), isUnknown: false),
        KeyFigure(
          label: "Commit", value: "188 kEUR", note: "4 deals, one overdue", noteTone: "warning",
          evidence: Href("/pipeline/"), isUnknown: false),
        KeyFigure(
          label: "Win rate", value: "Unknown", note: "Not enough history (n = 11)", noteTone: "neutral",
          evidence: Href("/deals/"), isUnknown: true),
      ]),
    alerts: Sample.alerts, alertCount: "2 firing", allAlerts: Sample.link("All alerts", "/pulse/"),
    stages: [
      StageBar(
        stageName: "Lead", page: Href("/pipeline/", fragment: "lead"), countText: "6 deals",
        sums: ["96 kEUR", "12 kGBP"], barWidth: "14", warning: nil),
      StageBar(
        stageName: "Discovery", page: Href("/pipeline/", fragment: "discovery"), countText: "11 deals",
        sums: ["540 kEUR"], barWidth: "78", warning: "2 stale"),
      StageBar(
        stageName: "Technical validation", page: Href("/pipeline/", fragment: "technical-validation"),
        countText: "8 deals", sums: ["690 kEUR"], barWidth: "100", warning: "1 overdue"),
      StageBar(
        stageName: "Negotiation", page: Href("/pipeline/", fragment: "negotiation"), countText: "5 deals",
        sums: ["402 kEUR", "64 kGBP"], barWidth: "58", warning: "2 overdue"),
    ],
    pipelineSummary: "41 open deals, 1.91 MEUR and 96 kGBP; 640 kEUR when weighted by stage odds",
    board: Sample.link("Open the board", "/pipeline/"),
    panels: [
      Sample.panel("Needs attention", "attention"), Sample.panel("Next steps due", "due"),
      Sample.panel("Changed since Friday", "changed"), Sample.panel("Stale content", "stale", items: []),
    ],
    computedFrom: "Computed from commit 4f2a91c as of 23 Nov 2026, 07:30")
}

extension CustomerPage {
  package static let sample = CustomerPage(
    head: PageHead(
      title: "Norrvik Foods", kicker: "Customer", headIcon: "customers",
      lede: "Chilled food from 14 plants and four freezer depots between Malmö and Umeå.",
      crumbs: [Sample.customers, Crumb(text: "Nordics", href: Href("/customers/"))],
      badges: [
        Badge(text: "Customer", tone: "positive"), Badge(text: "Success", tone: "neutral"),
        Badge(text: "Strategic", tone: "neutral"),
      ],
      people: [Sample.john, Sample.ida, Sample.ravi],
      figures: [
        KeyFigure(
          label: "ARR", value: "118 kEUR", note: "142 sites", noteTone: "neutral",
          evidence: Href("/customers/norrvik-foods/"), isUnknown: false),
        KeyFigure(
          label: "Open pipeline", value: "84 kEUR", note: "2 deals, 1 unknown", noteTone: "neutral",
          evidence: Href("/deals/"), isUnknown: false),
        KeyFigure(
          label: "Health", value: "71", note: "Fair, −6 since October", noteTone: "warning",
          evidence: Href("", fragment: "health"), isUnknown: false),
        KeyFigure(
          label: "Renewal", value: "30 Jun 2027", note: "in 219 days", noteTone: "neutral",
          evidence: Href("", fragment: "facts"), isUnknown: false),
      ],
      actions: [Link(text: "Edit", href: Sample.edit), Sample.link("Markdown", "/customers/norrvik-foods/index.md")],
      notices: [Sample.stale, Sample.withheld]),
    tabs: [
      Tab(text: "Overview", anchor: "overview"), Tab(text: "Timeline", anchor: "timeline", tabCount: "38"),
      Tab(text: "Deals", anchor: "deals", tabCount: "3"), Tab(text: "People", anchor: "people", tabCount: "5"),
      Tab(text: "Insights", anchor: "insights", tabCount: "3"), Tab(text: "Tasks", anchor: "tasks", tabCount: "2"),
      Tab(text: "Usage & billing", anchor: "usage"), Tab(text: "Documents", anchor: "documents", tabCount: "4"),
    ],
    factGroups: Sample.factGroups,
    healthScore: HealthScore(
      score: "71 of 100", isInsufficient: false, band: Badge(text: "Fair", tone: "info"),
      coverage: "Known for 85 % of the weight", caps: ["Below 40: invoice 2026-118 is 71 days late"],
      components: [
        Meter(label: "Usage", amount: "62", maximum: "100", reading: "62", tone: "warning", isUnknown: false),
        Meter(label: "Engagement", amount: "78", maximum: "100", reading: "78", tone: "positive", isUnknown: false),
        Meter(label: "Relationship", amount: "75", maximum: "100", reading: "75", tone: "positive", isUnknown: false),
        Meter(label: "Sentiment", amount: "0", maximum: "100", reading: "Unknown", tone: "neutral", isUnknown: true),
      ],
      trend: HealthLine(
        points: "0,12 40,13 80,14 120,14 160,16 200,16 240,17", lastX: "240", lastY: "17",
        reading: "27 May 2026: 79, 23 Nov 2026: 71", caption: "−8 since 27 May 2026, by usage, engagement"),
      explanation: Link(text: "How it came about", href: Href("/customers/norrvik-foods/health-score/"))),
    actionPanel: Sample.panel("What to do next", "actions"),
    alerts: Sample.alerts, story: Sample.body, journey: Sample.journey,
    peopleMap: DealPage.sample.committee,
    changed: Sample.panel("Changed in the last 7 days", "changed"), rivals: Sample.panel("Battlecards", "battlecards"),
    timeline: Sample.timeline,
    allInteractions: Sample.link("All 38 interactions", "/customers/norrvik-foods/interactions/"),
    timelineSummary: "38 interactions since May 2025, 21 of them two-way", deals: Sample.dealCards,
    closedDeals: Sample.panel("Closed deals", "closed-deals"),
    contacts: [
      ContactItem(
        initials: "ML", name: "Maja Lind", anchor: "maja-lind", position: "Head of Facilities, Operations",
        roles: [Badge(text: "Champion", tone: "positive"), Badge(text: "Primary", tone: "info")],
        standing: "In favour, influence 4 of 5", email: "maja.lind@norrvik.example", phone: "+46 70 555 01 17",
        lastContact: Sample.day("2026-11-12", "12 Nov"), hasLeft: false, isDoNotContact: false),
      ContactItem(
        initials: "KD", name: "Karin Dahl", anchor: "karin-dahl", position: "CFO",
        roles: [Badge(text: "Economic buyer", tone: "info")], standing: "Neutral, influence 5 of 5",
        email: "karin.dahl@norrvik.example", phone: nil, lastContact: Sample.day("2026-11-05", "5 Nov"),
        hasLeft: true, isDoNotContact: true),
    ],
    allContacts: Sample.link("All details", "/customers/norrvik-foods/contacts/"), insights: Sample.insights,
    tasks: Sample.tasks,
    usage: [
      Sparkline(
        metric: "Active users", latest: "41 of 60", change: "−18 % in 28 days", changeTone: "negative",
        points: "0,18 17,16 34,14 51,17 68,12 85,30 102,38 119,36 136,20 153,14 170,12 187,16 204,22 221,26 236,28",
        lastX: "236", lastY: "28", reading: "29 weeks, highest 52 in June, lowest 24 in July, 41 last week"),
      Sparkline(
        metric: "Sites reporting", latest: "139 of 142", change: "+2 in 28 days", changeTone: "positive",
        points: "0,30 17,29 34,28 51,28 68,24 85,22 102,20 119,20 136,18 153,14 170,12 187,10 204,9 221,8 236,7",
        lastX: "236", lastY: "7", reading: "29 weeks, rising from 118 to 139"),
    ],
    billing: Sample.link("4 invoices", "/customers/norrvik-foods/billing/"),
    documents: Sample.panel("Documents", "documents"),
    backlinks: Sample.backlinks, provenance: Sample.provenance)
}

extension InteractionPage {
  package static let sample = InteractionPage(
    head: PageHead(
      title: "Discovery call with facilities and finance", kicker: "Call", headIcon: "call",
      crumbs: [Sample.customers, Sample.norrvik],
      badges: [Badge(text: "Two-way", tone: "positive"), Badge(text: "Held", tone: "neutral")]),
    factGroups: Sample.factGroups,
    sides: [
      ParticipantSide(
        company: "Norrvik Foods",
        people: [
          Person(
            initials: "ML", name: "Maja Lind", jobTitle: "Head of Facilities",
            profile: Href("/customers/norrvik-foods/contacts/", fragment: "maja-lind")),
          Person(initials: "KD", name: "Karin Dahl", jobTitle: "CFO"),
        ]),
      ParticipantSide(company: "Larkspur Energy", people: [Sample.john, Sample.ravi]),
    ],
    outcome: "They see the bill eight weeks late; 11 % of electricity looks avoidable.", body: Sample.body,
    insights: Sample.insights, thread: Sample.panel("In this thread", "thread"),
    previous: Link(text: "Gateway offline in Kalmar", href: Sample.call),
    next: Link(text: "Plant visit in Kalmar", href: Sample.call), backlinks: Sample.backlinks,
    provenance: Sample.provenance)
}

extension InsightPage {
  package static let sample = InsightPage(
    head: PageHead(
      title: "Night load in the freezers is invisible to plant managers.", kicker: "Insight", headIcon: "insight",
      crumbs: [Sample.customers, Sample.norrvik],
      badges: [Badge(text: "Pain", tone: "negative"), Badge(text: "Accepted", tone: "positive")]),
    factGroups: Sample.factGroups,
    confidence: Meter(
      label: "Confidence", amount: "80", maximum: "100", reading: "80 %", tone: "positive", isUnknown: false),
    quotes: Sample.quotes, body: Sample.body, backlinks: Sample.backlinks, provenance: Sample.provenance)
}

extension TaskPage {
  package static let sample = TaskPage(
    head: PageHead(
      title: "Send redlined DPA to Norrvik legal", kicker: "Task", headIcon: "task",
      crumbs: [Sample.customers, Sample.norrvik],
      badges: [Badge(text: "Open", tone: "info"), Badge(text: "3 days overdue", tone: "urgent")],
      people: [Sample.john, Sample.ida]),
    factGroups: Sample.factGroups, body: Sample.body, about: Sample.listItems, backlinks: Sample.backlinks,
    provenance: Sample.provenance)
}
