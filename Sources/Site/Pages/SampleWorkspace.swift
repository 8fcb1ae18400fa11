extension TablePage {
  package static let sample = TablePage(
    head: PageHead(
      title: "Customers", kicker: "Customers", headIcon: "customers",
      lede: "34 accounts, 19 of them under contract.",
      figures: [
        KeyFigure(
          label: "ARR", value: "1.48 MEUR", note: "19 customers", noteTone: "neutral", evidence: Href("/customers/"),
          isUnknown: false),
        KeyFigure(
          label: "Renewals in 90 days", value: "3", note: "one without a deal", noteTone: "warning",
          evidence: Href("/customers/"), isUnknown: false),
      ]),
    intro: HTML(bytes: Array("<p>One row an account; unknown values take part in no sum.</p>".utf8)),
    tables: [Sample.customerTable, Sample.registerTable], provenance: Sample.provenance)
}

extension IndexPage {
  package static let sample = IndexPage(
    head: PageHead(
      title: "Battlecards", kicker: "Toolkit", headIcon: "battlecard", lede: "What to say when they come up.",
      crumbs: [Sample.toolkit]),
    intro: HTML(bytes: Array("<p>Read the 30-second answer first.</p>".utf8)),
    groups: [
      CardGroup(
        groupTitle: "Metering", anchor: "metering", countText: "2 cards", groupSummary: "They sell hardware first.",
        cards: cards, isOrdered: false, emptyTitle: "No cards yet", emptyHint: "Add one."),
      CardGroup(
        groupTitle: "Onboarding", anchor: "onboarding", countText: "2 lessons, 65 min",
        groupSummary: "In this order.", cards: cards, isOrdered: true, emptyTitle: "No lessons yet",
        emptyHint: "Add one."),
      CardGroup(
        groupTitle: "Utilities", anchor: "utilities", countText: "0 cards", groupSummary: "They bundle.", cards: [],
        isOrdered: false, emptyTitle: "No cards yet", emptyHint: "Add one with fieldbook new battlecard."),
    ],
    provenance: Sample.provenance)

  private static let cards = [
    Card(
      icon: "battlecard", title: "Wattline", page: Href("/toolkit/battlecards/wattline/"),
      summary: "Cheap meter hardware and a simple dashboard, strong in retail.",
      badges: [Badge(text: "Fresh", tone: "positive"), Badge(text: "Do not share", tone: "urgent")],
      details: ["4 open deals", "5 won, 3 lost"], owner: Sample.priya),
    Card(
      icon: "battlecard", title: "Sunderly", page: Href("/toolkit/battlecards/sunderly/"),
      summary: "An ESG consultancy with a tool.", badges: [Badge(text: "Stale", tone: "warning")],
      details: ["Reviewed 266 days ago", "1 claim expired"], owner: Sample.john),
  ]
}

extension DocumentPage {
  package static let sample = DocumentPage(
    head: PageHead(
      title: "Documentation standards", kicker: "Processes", headIcon: "document",
      lede: "How we write so that others find it.", crumbs: [Sample.workspace], notices: [Sample.stale]),
    body: Sample.body, toc: Sample.toc, siblingsTitle: "In Processes",
    siblings: [
      Sibling(text: "Documentation standards", href: Href("/a/"), isCurrent: true),
      Sibling(text: "Governance", href: Href("/b/"), isCurrent: false),
    ],
    previous: Sample.link("Approvals", "/c/"), next: Sample.link("Governance", "/b/"), backlinks: Sample.backlinks,
    provenance: Sample.provenance)
}

extension NotFoundPage {
  package static let sample = NotFoundPage(
    head: PageHead(
      title: "There is no page here", kicker: "404",
      lede: "It may have moved, or it may be outside what this build shows."),
    suggestions: Sample.listItems)
}

extension PersonPage {
  package static let sample = PersonPage(
    head: PageHead(
      title: "John Smith", kicker: "Account Executive, Nordics", headIcon: "people",
      crumbs: [Crumb(text: "People", href: Href("/people/"))]),
    factGroups: Sample.factGroups,
    plans: [
      PlanItem(
        anchor: "plan-2026-11-23", dayName: "Today", on: Day(machine: "2026-11-23", text: "23 Nov 2026"),
        plan: Link(text: "Monday, redline week", href: Href("/plans/john.smith/2026-11-23/")), progress: "1 of 5 done",
        body: HTML(bytes: Array("<p>Ring our counsel.</p>\n".utf8))),
      PlanItem(
        anchor: "plan-2026-11-24", dayName: "Tomorrow", on: Day(machine: "2026-11-24", text: "24 Nov 2026"),
        plan: Link(text: "Plan for Tuesday", href: Href("/plans/john.smith/2026-11-24/")), progress: nil, body: nil),
    ],
    quotas: [
      QuotaItem(
        period: "Q4 2026", measure: "Bookings", goal: "210 kEUR ARR",
        attainment: Meter(
          label: "Attained", amount: "61", maximum: "100", reading: "61 %", tone: "positive", isUnknown: false)),
      QuotaItem(
        period: "Q3 2026", measure: "Bookings", goal: "190 kEUR ARR",
        attainment: Meter(
          label: "Attained", amount: "0", maximum: "100", reading: "Unknown", tone: "neutral", isUnknown: true)),
    ],
    accounts: Sample.customerTable, deals: Sample.register("deals", "Deals"), tasks: Sample.tasks,
    reports: [Sample.priya, Sample.ravi], provenance: Sample.provenance)
}

extension AgentPage {
  package static let sample = AgentPage(
    head: PageHead(
      title: "customer-context-analyzer", kicker: "Agent", headIcon: "agent",
      lede: "Reads everything about an account and says what matters for the next call.",
      crumbs: [Crumb(text: "Agents", href: Href("/agents/"))], people: [Sample.john]),
    facts: Sample.facts, useWhen: "a rep opens an account before a call",
    output: "One page: state, risks, promises, people, three questions to ask.",
    tools: [
      AgentTool(name: "crm_query", mappedTo: "mcp__fieldbook__list_deals"),
      AgentTool(name: "slack_search", mappedTo: "mcp__fieldbook__search_workspace"),
    ],
    instructions: "Read the profile first.\nQuote, with the path, whatever you claim.\n",
    generatedFile: ".claude/agents/customer-intelligence/customer-context-analyzer.md",
    runs: Sample.panel("Last runs", "runs"), provenance: Sample.provenance)
}

extension ContextPage {
  package static let sample = ContextPage(
    head: PageHead(
      title: "Context pack", kicker: "Norrvik Foods", headIcon: "agent",
      lede: "What an assistant should know of the account before it helps, within 5,000 tokens.",
      crumbs: [Crumb(text: "Customers", href: Href("/customers/"))]),
    facts: Sample.facts, text: "# Context of norrvik-foods, compact, for a meeting\n",
    commands: [CommandLine(purpose: "Up to 40,000 tokens", line: "fieldbook context norrvik-foods --tier standard")],
    provenance: Sample.provenance)
}

extension ReportPage {
  package static let sample = ReportPage(
    head: PageHead(
      title: "AE daily report", kicker: "Report", headIcon: "report", lede: "What an account executive reads at eight.",
      crumbs: [Crumb(text: "Reports", href: Href("/reports/"))]),
    facts: Sample.facts,
    sections: [
      ReportSection(
        number: 1, title: "Today's meetings", identifier: "meetings_today", computedFrom: "interactions",
        shows: "Time, who, and the context pack."),
      ReportSection(
        number: 2, title: "Replies owed", identifier: "replies_owed", computedFrom: "interactions",
        shows: "Inbound mails without an answer, with age."),
    ],
    latest: HTML(bytes: Array("<h2>Replies owed</h2><p>No data: nobody waits.</p>".utf8)),
    template: "## Today's meetings\n{{#meetings_today}}\n- {{subject}}\n{{/meetings_today}}\n",
    live: Sample.panel("For each person", "live"), editions: Sample.panel("Editions", "editions"),
    command: CommandLine(purpose: "Print it now", line: "fieldbook report ae --for john.smith"),
    provenance: Sample.provenance)
}

extension WorkflowPage {
  package static let sample = WorkflowPage(
    head: PageHead(
      title: "New business", kicker: "Workflow", headIcon: "workflow",
      crumbs: [Crumb(text: "Workflows", href: Href("/workflows/"))]),
    facts: Sample.facts,
    stages: [
      WorkflowStage(
        number: 1, anchor: "lead", stageName: "Lead", criteria: []),
      WorkflowStage(
        number: 2, anchor: "discovery", stageName: "Discovery", odds: "20 %", category: "Pipeline",
        staleAfter: "Stale after 21 days", play: Sample.link("Discovery call", "/toolkit/playbooks/discovery-call/"),
        population: Sample.link("11 deals now", "/pipeline/"),
        criteria: [
          WorkflowCriterion(
            text: "Pain and its cost are quantified", needs: "meddpicc.identified_pain.score >= 2"),
          WorkflowCriterion(text: "At least two contacts", needs: "committee.count >= 2"),
        ]),
    ],
    provenance: Sample.provenance)
}

extension AccessPage {
  package static let sample = AccessPage(
    head: PageHead(
      title: "Access", kicker: "Workspace", headIcon: "access",
      lede: "What an audience may not see is taken out before anything is computed."),
    audiences: [
      AudienceItem(
        anchor: "company", title: "Everyone at Larkspur", identifier: "company",
        badges: [Badge(text: "Default", tone: "info"), Badge(text: "This build", tone: "positive")],
        membership: "Everyone", members: [], sees: ["**"], hides: ["personal/**", "workspace-setup/compensation/**"],
        hiddenFields: ["contact.phones", "contact.emails"]),
      AudienceItem(
        anchor: "leadership", title: "Leadership", identifier: "leadership", badges: [], membership: "3 people",
        members: [Sample.priya, Sample.john], sees: ["**", "reporting/**"], hides: ["personal/**"], hiddenFields: []),
    ],
    approvals: Sample.register("approvals", "Approvals"), provenance: Sample.provenance)
}

extension HealthPage {
  package static let sample = HealthPage(
    head: PageHead(
      title: "Health of the workspace", kicker: "Workspace", headIcon: "health",
      lede: "2 errors, 14 warnings, 31 notes in 412 files."),
    groups: [
      FindingGroup(
        groupTitle: "Errors", anchor: "errors", countText: "2", tone: "urgent", findings: findings,
        emptyTitle: "No errors"),
      FindingGroup(
        groupTitle: "Warnings", anchor: "warnings", countText: "0", tone: "warning", findings: [],
        emptyTitle: "No warnings"),
    ],
    freshness: Sample.register("freshness", "Freshness"),
    delays: Sample.register("alert-delays", "How soon alerts arrive"))

  private static let findings = [
    Finding(
      message: "customer 'acne' has no folder under customers/", checkName: "deal-has-customer",
      checkPage: Href("/health/checks/", fragment: "deal-has-customer"),
      owner: Link(text: "John Smith", href: Href("/people/john.smith/")),
      changed: Day(machine: "2026-10-12", text: "12 Oct 2026"), fixCommand: "fieldbook check --fix",
      place: "customers/norrvik-foods/deals/q3.md:2:11", page: Sample.deal, excerpt: "customer: acne",
      reason: "A deal without a customer reaches no customer page and no forecast.", help: "Did you mean 'acme'?"),
    Finding(
      message: "claim 'Pilot length' expired on 2026-05-31", checkName: "claim-expired",
      place: "sales-toolkit/battlecards/sunderly.md:31:5"),
  ]
}
