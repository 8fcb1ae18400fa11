extension BattlecardPage {
  package static let sample = BattlecardPage(
    head: PageHead(
      title: "Wattline", kicker: "Battlecard", headIcon: "battlecard",
      crumbs: [Sample.toolkit, Crumb(text: "Battlecards", href: Href("/toolkit/battlecards/"))],
      badges: [Badge(text: "Do not share", tone: "urgent"), Badge(text: "Verified 49 days ago", tone: "positive")],
      people: [Sample.priya, Sample.john],
      figures: [
        KeyFigure(
          label: "Record", value: "5 won, 3 lost", note: "of 8 decided", noteTone: "neutral",
          evidence: Href("", fragment: "proof"), isUnknown: false),
        KeyFigure(
          label: "Open against", value: "4 deals", note: "212 kEUR", noteTone: "neutral",
          evidence: Href("", fragment: "open-deals"), isUnknown: false),
      ]),
    answer: "Wattline sells a cheap meter and a chart. We find the waste and prove it to an auditor: customers with "
      + "more than ten sites save the price difference in the first winter.",
    weWin: [
      "More than ten sites, or an auditor who asks for the raw readings.",
      "Somebody in IT asks about single sign-on before price.",
    ],
    theyWin: [
      "A shop chain that wants the bill split by store and nothing else.", "Under 5,000 EUR in the first year.",
    ],
    claims: [
      Claim(
        topic: "Single sign-on", ours: "SAML and OIDC on every plan", live: nil, theirs: "SAML on the top plan only",
        source: "their pricing page, read 2026-09-30", verified: Sample.day("2026-09-30", "30 Sep"),
        freshness: Badge(text: "Fresh", tone: "positive"), isExpired: false),
      Claim(
        topic: "Pilot length", ours: "4 to 6 weeks on 3 to 5 sites",
        live: LiveValue(
          figure: "29 days (n = 13)", meaning: "Days in technical_validation: median of exit − entry",
          proof: Href("/pipeline/evidence/claims/stage-duration/"), isUnknown: false),
        theirs: "Two weeks, one site",
        source: "Brambleway, April call", verified: Sample.day("2026-02-11", "11 Feb"),
        freshness: Badge(text: "Expired", tone: "urgent"), isExpired: true),
    ],
    claimsSummary: "1 of 2 claims has expired",
    prices: [
      PriceSeen(
        offer: "40-site retail quote", amount: "19,200 EUR ACV", seen: Sample.day("2026-08-14", "14 Aug"),
        source: "Forwarded by Brambleway", sourcePage: Sample.call),
      PriceSeen(
        offer: "Renewal, 12 sites", amount: "5,100 GBP ACV", seen: Sample.day("2026-05-02", "2 May"),
        source: "Heard at the Leeds event"),
    ],
    objections: [
      Objection(
        says: "They are half your price.",
        reply: "For the meter, yes. Ask what an hour of the energy manager costs: they export by hand."),
      Objection(says: "Their gateway is already in the cabinet.", reply: "Keep it. We read their bus as well."),
    ],
    questions: [
      "Who explains the alert at two in the morning?", "Which of your reports has an auditor signed so far?",
    ],
    landmines: ["Do not call their hardware bad: it is fine.", "Do not promise SCIM."],
    proof: [
      ProofItem(
        deal: Link(text: "Norrvik – Watch for 142 sites", href: Sample.deal),
        outcome: Badge(text: "Won", tone: "positive"), lesson: "Auditor format decided it, at 1.6 times their price."),
      ProofItem(
        deal: Link(text: "Brambleway – 40 stores", href: Sample.deal), outcome: Badge(text: "Lost", tone: "negative"),
        lesson: "Nobody needed more than the monthly split."),
    ],
    moves: [
      CompetitorMove(
        on: Sample.day("2026-07-01", "1 Jul"), text: "Cut the entry plan to 9 EUR a site.",
        moveSource: "their news page"),
      CompetitorMove(
        on: Sample.day("2026-03-15", "15 Mar"), text: "Hired a sales lead for Germany.", moveSource: "trade press"),
    ],
    openDeals: Sample.panel("Open deals against them", "open-deals"), body: Sample.body,
    backlinks: Sample.backlinks, provenance: Sample.provenance)
}

extension PlaybookPage {
  static let sampleSteps = [
    PlaybookStep(
      number: 1, stepTitle: "Open with their bill", stepOwner: "AE", timeBox: "5 min",
      instruction: "Put last quarter's invoice on the screen and ask who opened it first.", stage: "Discovery"),
    PlaybookStep(
      number: 2, stepTitle: "Walk one site's night load", stepOwner: "SE", timeBox: "15 min",
      instruction: "Use the depot they know best; stop at the first number they doubt.", stage: "Discovery"),
  ]

  package static let sample = PlaybookPage(
    head: PageHead(
      title: "Discovery call", kicker: "Playbook", headIcon: "playbook",
      crumbs: [Sample.toolkit, Crumb(text: "Playbooks", href: Href("/toolkit/playbooks/"))],
      badges: [Badge(text: "Reviewed 70 days ago", tone: "positive"), Badge(text: "Discovery", tone: "neutral")]),
    toc: [
      Heading(text: "Steps", anchor: "steps", isNested: false),
      Heading(text: "Questions", anchor: "questions", isNested: false),
      Heading(text: "Example", anchor: "example", isNested: false),
    ],
    facts: Sample.facts, purpose: "Leave the call with one number the customer believes and a second date.",
    whenToUse: "The first call after qualification, with somebody who pays or feels the bill.",
    entry: ["A two-way contact exists.", "The last invoice is at hand."],
    exit: ["Pain and its cost are quantified.", "The next meeting has a date."], steps: sampleSteps,
    totalTime: "20 min in all",
    questions: ["When did you last change something because of a bill?", "Who else sees it?"],
    signals: ["They correct your number.", "They bring a second person in."],
    pitfalls: ["Showing the product in the first twenty minutes.", "Leaving without a date."],
    measures: ["Share of calls with a dated next step.", "Days from discovery to validation."],
    assets: [
      Sample.link("Discovery agenda", "/toolkit/templates/discovery-agenda/"),
      Sample.link("Meeting recap", "/toolkit/templates/meeting-recap/"),
    ],
    dealsNow: Sample.panel("Deals in this stage", "deals-now"), body: Sample.body, backlinks: Sample.backlinks,
    provenance: Sample.provenance)
}

extension TemplatePage {
  package static let sample = TemplatePage(
    head: PageHead(
      title: "First-touch e-mail", kicker: "Template", headIcon: "template",
      lede: "Four sentences, one question, no attachment.", crumbs: [Sample.toolkit]),
    facts: Sample.facts, variables: ["[contact first name]", "[site]"],
    body: HTML(bytes: Array("<p>Hello [contact first name],</p><p>your depot in [site] …</p>".utf8)),
    source: "Hello [contact first name],\n\nyour depot in [site] …\n", backlinks: Sample.backlinks,
    provenance: Sample.provenance)
}

extension LessonPage {
  package static let sample = LessonPage(
    head: PageHead(
      title: "Energy tariffs 101", kicker: "Lesson", headIcon: "training",
      lede: "Read a bill line by line and find the three lines worth a call.", crumbs: [Sample.toolkit]),
    facts: Sample.facts, prerequisites: [Sample.link("Week 1: product and metering", "/toolkit/training/week-1/")],
    body: Sample.body, toc: Sample.toc, pathTitle: "Onboarding, 3 lessons, 85 min",
    path: [
      PathStep(order: 1, text: "Week 1: product and metering", href: Href("/a/"), minutes: "40 min", isCurrent: false),
      PathStep(order: 2, text: "Energy tariffs 101", href: Href("/b/"), minutes: "25 min", isCurrent: true),
      PathStep(order: 3, text: "Week 2: discovery", href: Href("/c/"), minutes: "20 min", isCurrent: false),
    ],
    previous: Sample.link("Week 1: product and metering", "/a/"), next: Sample.link("Week 2: discovery", "/c/"),
    backlinks: Sample.backlinks, provenance: Sample.provenance)
}

extension SecurityPage {
  package static let sample = SecurityPage(
    head: PageHead(
      title: "Single sign-on and access", kicker: "Security", headIcon: "security", crumbs: [Sample.toolkit],
      badges: [Badge(text: "SOC 2", tone: "neutral"), Badge(text: "ISO 27001", tone: "neutral")]),
    facts: Sample.facts,
    answers: [
      Answer(
        anchor: "q1", question: "Which protocols do you support for single sign-on?",
        reply: "SAML 2.0 and OpenID Connect, on every plan.", proof: "SOC 2 Type II report of May 2026, CC6.1"),
      Answer(
        anchor: "q2", question: "Is SCIM provisioning available?",
        reply: "Not yet; accounts are created on first sign-in.",
        proof: "Release notes 2026-10"),
    ],
    body: Sample.body, toc: Sample.toc, backlinks: Sample.backlinks, provenance: Sample.provenance)
}
