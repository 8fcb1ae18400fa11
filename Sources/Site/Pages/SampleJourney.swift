extension Sample {
  static let trail = [
    JourneyItem(
      stepName: "Lead", stepState: "passed", stepIcon: "check", stepLabel: "Passed", isHere: false,
      since: day("2026-04-14", "14 Apr 2026"), until: day("2026-04-29", "29 Apr 2026"), stepStay: "15 d",
      gate: GateMark(
        markText: "2 of 2 met", markState: "met", markIcon: "check", markPlace: Href("", fragment: "gate-lead")),
      milestones: [], stepFacts: []),
    JourneyItem(
      stepName: "Technical validation", stepState: "skipped", stepIcon: "skip", stepLabel: "Skipped", isHere: false,
      milestones: [], stepFacts: []),
    JourneyItem(
      stepName: "Negotiation", stepState: "current", stepIcon: "here", stepLabel: "Now", isHere: true,
      since: day("2026-10-30", "30 Oct 2026"), stepStay: "24 d",
      gate: GateMark(
        markText: "1 of 3 met", markState: "unmet", markIcon: "cross", markPlace: Href("", fragment: "gate-negotiation")
      ), milestones: [], stepFacts: []),
    JourneyItem(
      stepName: "Closed Won", stepState: "next", stepIcon: "next", stepLabel: "Next", isHere: false, milestones: [],
      stepFacts: []),
  ]

  static let criteria = [
    Criterion(
      text: "Terms agreed in writing", state: "met", icon: "check", stateLabel: "Met",
      proofs: [link("Mail of 12 Oct", "/customers/norrvik-foods/interactions/2026-10-12-email-in-order-form/")]),
    Criterion(
      text: "Legal and procurement named, with dates", state: "unmet", icon: "cross", stateLabel: "Not met",
      proofs: []),
    Criterion(text: "No open blocker", state: "unknown", icon: "question", stateLabel: "Unknown", proofs: []),
    Criterion(
      text: "Two people known (waived by Marcus Bell on 3 Nov 2026: a family firm)", state: "waived", icon: "skip",
      stateLabel: "Waived", proofs: [link("Norrvik – Ledger for 14 plants", "/customers/norrvik-foods/deals/ledger/")]),
  ]

  static let gates = GateList(
    gatesAnchor: "gates-account", gatesTitle: "Being a customer", gatesCount: "3 of 5 met, 1 waived", gatesRecord: nil,
    gateSteps: [
      GateStep(gateAnchor: "gate-lead", gateName: "Lead", gateCount: "2 of 2 met", criteria: criteria),
      GateStep(gateAnchor: "gate-negotiation", gateName: "Negotiation", gateCount: "1 of 3 met", criteria: criteria),
    ])

  static let gatesOfDeal = GateList(
    gatesAnchor: "gates-ledger", gatesTitle: "Ledger for 14 plants", gatesCount: "1 of 3 met",
    gatesRecord: link("The deal", "/customers/norrvik-foods/deals/ledger/"),
    gateSteps: [
      GateStep(gateAnchor: "gate-ledger-lead", gateName: "Lead", gateCount: "1 of 3 met", criteria: criteria)
    ])

  static let allGates = link("What each step asks for: 21 of 27 met", "/customers/norrvik-foods/journey/")

  static let journey = JourneySection(
    journeySummary: "In success since 14 Oct 2025, 405 days",
    phases: [
      JourneyPhase(
        phaseKind: "buying", phaseTitle: "Buying",
        phaseDeal: link("Norrvik – Watch for the core plants", "/customers/norrvik-foods/deals/watch-core-plants/"),
        phaseRemark: nil, trail: trail),
      JourneyPhase(
        phaseKind: "account", phaseTitle: "Being a customer", phaseDeal: nil, phaseRemark: "No sale is on file.",
        trail: [
          JourneyItem(
            stepName: "Onboarding", stepState: "passed", stepIcon: "check", stepLabel: "Passed", isHere: false,
            since: day("2025-07-01", "1 Jul 2025"), until: day("2025-10-14", "14 Oct 2025"), stepStay: "105 d",
            milestones: [
              JourneyMilestone(
                milestoneName: "First value", milestoneState: "passed", milestoneIcon: "check",
                milestoneLabel: "Reached", reached: day("2025-10-08", "8 Oct 2025"),
                reachedProof: link("First alert", "/customers/norrvik-foods/interactions/2025-10-08-chat-first-alert/")),
              JourneyMilestone(
                milestoneName: "Handover accepted", milestoneState: "unknown", milestoneIcon: "question",
                milestoneLabel: "Unknown"),
            ], stepFacts: []),
          JourneyItem(
            stepName: "Renewal", stepState: "next", stepIcon: "next", stepLabel: "Next", isHere: false,
            milestones: [], stepFacts: facts),
        ]),
    ],
    lacking: JourneyLack(lackTitle: "Missing before Success is left", isComplete: false, criteria: criteria),
    allGates: allGates)

  static let strip = AccountStrip(
    stripJourney: link("Norrvik Foods", "/customers/norrvik-foods/"),
    stops: [
      AccountStop(
        stopName: "Sale", stopState: "passed", stopIcon: "check", stopLabel: "Passed, 20 Jun 2025", isThisDeal: false),
      AccountStop(
        stopName: "Expansion", stopState: "next", stopIcon: "next", stopLabel: "Next", isThisDeal: true),
    ])
}
