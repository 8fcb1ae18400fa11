extension DealPage {
  package static let sample = DealPage(
    head: PageHead(
      title: "Norrvik – Ledger for 14 plants", kicker: "Expansion deal", headIcon: "deal",
      crumbs: [Sample.customers, Sample.norrvik],
      badges: [
        Badge(text: "Negotiation", tone: "info"), Badge(text: "Commit", tone: "positive"),
        Badge(text: "Pushed twice", tone: "warning"),
      ],
      people: [Sample.john, Sample.ravi],
      figures: [
        KeyFigure(
          label: "Amount", value: "84 kEUR", note: "ARR, 36 months", noteTone: "neutral",
          evidence: Href("", fragment: "changes"), isUnknown: false),
        KeyFigure(
          label: "Expected close", value: "11 Dec 2026", note: "in 18 days", noteTone: "neutral",
          evidence: Href("", fragment: "changes"), isUnknown: false),
        KeyFigure(
          label: "Odds", value: "80 %", note: "stage default", noteTone: "neutral",
          evidence: Href("/workflows/expansion/"), isUnknown: false),
        KeyFigure(
          label: "Last two-way", value: "11 days ago", note: "stale after 21", noteTone: "positive",
          evidence: Href("", fragment: "timeline"), isUnknown: false),
      ],
      actions: [Link(text: "Edit", href: Sample.edit), Link(text: "History", href: Sample.edit)]),
    tabs: [
      Tab(text: "Overview", anchor: "overview"), Tab(text: "Qualification", anchor: "meddpicc", tabCount: "5/8"),
      Tab(text: "Committee", anchor: "committee", tabCount: "4"),
      Tab(text: "Competition", anchor: "competition", tabCount: "2"),
      Tab(text: "Timeline", anchor: "timeline", tabCount: "12"), Tab(text: "Changes", anchor: "changes", tabCount: "2"),
    ],
    trail: Sample.trail, account: Sample.strip, factGroups: Sample.factGroups,
    nextStep: NextStep(
      action: "Send redlined DPA", due: Sample.day("2026-11-27", "27 Nov"), assignee: Sample.john,
      badges: [Badge(text: "In 4 days", tone: "neutral"), Badge(text: "From call", tone: "neutral")]),
    exitCriteria: ExitCriteria(
      stageName: "Negotiation", workflow: Sample.link("Expansion", "/workflows/expansion/"), countText: "1 of 3 met",
      criteria: Sample.criteria), allGates: Sample.allGates,
    actionPanel: Sample.panel("What to do next", "actions"),
    meddpicc: [
      element("M", "Metrics", "3", "Confirmed by two or in writing", "11 % of plant electricity, 390 kEUR a year"),
      element("E", "Economic buyer", "2", "Stated by one contact", "Karin Dahl, CFO; met on 5 Nov"),
      element("DC", "Decision criteria", "3", "Confirmed by two or in writing", "Audit format, SSO, EU hosting"),
      element("DP", "Decision process", "2", "Stated by one contact", "Board reads it on 9 Dec, then Karin signs"),
      element("PP", "Paper process", "1", "Our assumption", "DPA, then order form; legal is two weeks behind"),
      element("I", "Identified pain", "3", "Confirmed by two or in writing", "Bill arrives eight weeks late"),
      element("CH", "Champion", "1", "Our assumption", "Maja Lind presents our numbers herself"),
      MeddpiccElement(letter: "CO", name: "Competition", score: "0", scoreLabel: "Unknown", evidence: []),
    ],
    completeness: Meter(
      label: "Known from the customer", amount: "5", maximum: "8", reading: "5 of 8", tone: "positive",
      isUnknown: false),
    committee: committee,
    competitors: [
      CompetitorItem(
        name: "Kilovane", battlecard: Href("/toolkit/battlecards/kilovane/"),
        answer: "Strong carbon reports, but nine months to roll out: ask how many plants were live by month three.",
        badges: [Badge(text: "Won 3, lost 2", tone: "neutral"), Badge(text: "Fresh", tone: "positive")]),
      CompetitorItem(name: "Spreadsheets", badges: []),
    ],
    play: Play(
      playTitle: "Negotiation and paper process", page: Href("/toolkit/playbooks/negotiation/"),
      purpose: "Get from a yes to a signature without giving away margin for speed.",
      playSteps: PlaybookPage.sampleSteps),
    alerts: Sample.alerts, story: Sample.body,
    verdict: DealVerdict(
      outcome: Badge(text: "Lost", tone: "negative"), reason: "No decision",
      explanation: "The board froze capital spending in September.", closed: Sample.day("2026-09-30", "30 Sep 2026"),
      revisit: Sample.day("2027-02-01", "1 Feb 2027")),
    timeline: Sample.timeline,
    allInteractions: Sample.link("All 38 interactions", "/customers/norrvik-foods/interactions/"),
    insights: Sample.insights, tasks: Sample.tasks,
    fieldChanges: [
      FieldChange(
        field: "Amount", before: "96 kEUR", after: "84 kEUR", on: Sample.day("2026-09-18", "18 Sep"),
        effect: Badge(text: "Cut 12.5 %", tone: "negative")),
      FieldChange(
        field: "Close date", before: "30 Sep 2026", after: "11 Dec 2026", on: Sample.day("2026-08-20", "20 Aug"),
        effect: Badge(text: "Pushed 72 days", tone: "warning")),
    ],
    backlinks: Sample.backlinks, provenance: Sample.provenance)

  private static let committee = CommitteeMap(
    summary: "4 people, 1 champion, no procurement contact",
    stances: ["Against", "Sceptical", "Neutral", "Supportive", "In favour"],
    rows: [
      CommitteeRow(influence: "High", cells: cells([2: [karin], 4: [maja]])),
      CommitteeRow(influence: "Medium", cells: cells([1: [sten], 3: [maja]])),
      CommitteeRow(influence: "Low", cells: cells([:])),
    ],
    missingRoles: [Badge(text: "Procurement", tone: "warning"), Badge(text: "Security review", tone: "warning")])

  private static let maja = CommitteeMember(
    name: "Maja Lind", page: Href("/customers/norrvik-foods/contacts/", fragment: "maja-lind"),
    role: "Champion", lastContact: "11 days ago", isPrimary: true, tone: "positive")
  private static let karin = CommitteeMember(
    name: "Karin Dahl", page: Href("/customers/norrvik-foods/contacts/", fragment: "karin-dahl"),
    role: "Economic buyer", lastContact: "18 days ago", isPrimary: false, tone: "neutral")
  private static let sten = CommitteeMember(
    name: "Sten Åkesson", page: Href("/customers/norrvik-foods/contacts/", fragment: "sten"),
    role: "Technical buyer", lastContact: "No two-way contact", isPrimary: false, tone: "negative")

  private static func cells(_ filled: [Int: [CommitteeMember]]) -> [CommitteeCell] {
    ["Against", "Sceptical", "Neutral", "Supportive", "In favour"].enumerated().map { index, stance in
      CommitteeCell(stance: stance, isVacant: filled[index] == nil, members: filled[index] ?? [])
    }
  }

  private static func element(
    _ letter: String, _ name: String, _ score: String, _ label: String, _ finding: String
  ) -> MeddpiccElement {
    MeddpiccElement(
      letter: letter, name: name, score: score, scoreLabel: label, finding: finding,
      evidence: [
        Link(text: "Discovery call", href: Sample.call), Link(text: "Business case with finance", href: Sample.call),
      ],
      asOf: Sample.day("2026-11-05", "5 Nov"))
  }
}

extension PipelinePage {
  package static let sample = PipelinePage(
    head: PageHead(
      title: "Pipeline", kicker: "Deals", headIcon: "pipeline", lede: "Open deals by stage, as of 23 Nov 2026."),
    tabs: [
      Tab(text: "New business", anchor: "new-business", tabCount: "14"),
      Tab(text: "Renewal", anchor: "renewal", tabCount: "6"),
    ],
    quarter: Sample.quarter,
    boards: [
      Board(
        boardTitle: "New business", anchor: "new-business",
        boardSummary: "14 open deals, 812 kEUR and 96 kGBP, 340 kEUR weighted",
        columns: [
          column("Lead", "lead", "6", ["96 kEUR", "12 kGBP"], "5 %", Sample.dealCards),
          column("Qualification", "qualification", "0", ["–"], "10 %", []),
          column("Discovery", "discovery", "4", ["540 kEUR"], "20 %", Sample.dealCards + Sample.dealCards),
          column("Technical validation", "validation", "2", ["690 kEUR"], "40 %", Sample.dealCards),
          column("Business case", "business-case", "1", ["84 kEUR"], "60 %", [Sample.dealCards[0]]),
          column("Negotiation", "negotiation", "2", ["84 kEUR", "64 kGBP"], "80 %", Sample.dealCards),
        ]),
      Board(
        boardTitle: "Renewal", anchor: "renewal", boardSummary: "6 open deals, 402 kEUR",
        columns: [
          column("Discovery", "renewal-discovery", "2", ["120 kEUR"], "20 %", Sample.dealCards),
          column("Negotiation", "renewal-negotiation", "2", ["282 kEUR"], "80 %", Sample.dealCards),
        ]),
    ],
    numbers: Sample.numbers,
    forecast: Sample.register("forecast", "Forecast"),
    movements: Sample.register("movements", "What moved"))

  private static func column(
    _ name: String, _ anchor: String, _ count: String, _ sums: [String], _ odds: String, _ cards: [DealCard]
  ) -> BoardColumn {
    BoardColumn(
      stageName: name, anchor: anchor, countText: count, sums: sums, odds: odds, cards: cards,
      others: Sample.link("31 smaller ones", "/deals/"))
  }
}
