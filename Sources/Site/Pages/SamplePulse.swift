extension PulsePage {
  package static let sample = PulsePage(
    head: PageHead(title: "Pulse", kicker: "Alerts", headIcon: "pulse", lede: "2 firing, 1 acknowledged."),
    groups: [
      AlertGroup(
        groupTitle: "Firing", anchor: "firing", countText: "2", alerts: Sample.alerts, emptyTitle: "Nothing fires",
        emptyHint: "Rules ran at 07:30 on commit 4f2a91c."),
      AlertGroup(
        groupTitle: "Resolved", anchor: "resolved", countText: "0", alerts: [], emptyTitle: "No resolved alerts",
        emptyHint: "Alerts move here once their rule no longer holds."),
    ],
    owners: Sample.register("owners", "Who has what"), reports: Sample.panel("Pulse reports", "reports"))
}

extension AlertPage {
  package static let sample = AlertPage(
    head: PageHead(
      title: "Churn risk: Kestrel Cold Chain", kicker: "Alert", headIcon: "alert",
      crumbs: [Crumb(text: "Pulse", href: Href("/pulse/"))],
      badges: [Badge(text: "Critical", tone: "urgent"), Badge(text: "Firing", tone: "urgent")],
      people: [Sample.ida]),
    factGroups: Sample.factGroups,
    reason: "The health score has been below 40 for two days and nobody has spoken with them for 41.",
    rule: Link(text: "Churn risk", href: Href("/rules/", fragment: "churn_risk")),
    readings: [
      AlertReading(name: "Health score", value: "36", threshold: "below 40"),
      AlertReading(name: "Days without contact", value: "41", threshold: "above 30"),
    ],
    quotes: Sample.quotes,
    records: [
      AlertRecord(
        record: Sample.link("Kestrel: invoice and alternatives", "/customers/kestrel-cold-chain/"),
        remark: "last two-way contact, 13 Oct 2026", commitText: "4f2a91c", commitPage: Href("/changes/4f2a91c/")),
      AlertRecord(record: Sample.link("Kestrel Cold Chain", "/customers/kestrel-cold-chain/")),
    ], actionsTaken: ["Told the CSM", "Created a task"], actionsWaiting: ["Escalate to the manager"],
    created: [Sample.link("Call Hein Dekker", "/customers/kestrel-cold-chain/tasks/call-hein/")],
    suggestedPlay: Sample.link("Renewal, 120 days out", "/toolkit/playbooks/renewal-120-days/"),
    commands: [
      CommandLine(purpose: "Acknowledge", line: "fieldbook alerts ack 2026-11-20-churn-risk-kestrel-cold-chain"),
      CommandLine(purpose: "Silence for two weeks", line: "fieldbook alerts silence churn_risk --for 14d"),
    ],
    provenance: Sample.provenance)
}

extension RulesPage {
  package static let sample = RulesPage(
    head: PageHead(title: "Rules", kicker: "Workspace", headIcon: "rule", lede: "What fires, when, and who hears."),
    toc: [
      Heading(text: "Buying signals", anchor: "buying_signals", isNested: false),
      Heading(text: "Churn risk", anchor: "churn_risk", isNested: false),
    ],
    rules: [
      RuleItem(
        anchor: "buying_signals", title: "Buying signals", severity: Badge(text: "High", tone: "warning"),
        sentence: "When somebody outside says one of 4 phrases in a new interaction.",
        keywords: ["budget approved", "send a quote"], conditions: [],
        actions: ["Notify the AE", "Create a task", "Update the forecast"], facts: Sample.facts,
        record: "Fired 6 times in 90 days, 4 useful", unknowns: nil, backTest: nil,
        testCommand: "fieldbook triggers backtest buying_signals --save"),
      RuleItem(
        anchor: "churn_risk", title: "Churn risk", severity: Badge(text: "Critical", tone: "urgent"),
        sentence: "Each day, when any of 2 conditions has held for 2 days.", keywords: [],
        conditions: ["health_score < 40", "no_activity > 30"], actions: ["Alert the CSM", "Escalate to the manager"],
        facts: Sample.facts, record: "Fired once in 90 days",
        unknowns: RuleUnknowns(
          unknownText: "Could not judge 2 of 16: health score: insufficient data (2).",
          unknownSubjects: [
            FactValue(value: "Kestrel Cold Chain", target: Href("/customers/kestrel-cold-chain/")),
            FactValue(value: "hidden"),
          ]),
        backTest: RuleBackTest(
          page: Href("/reports/backtests/churn_risk/"),
          sentence: "From 4 May 2025 to 23 Nov 2026 it would have fired 12 times.", isOutdated: true,
          bars: [
            MonthBar(offset: 0, top: 2, height: 30, monthText: "2026-10: 3", isEmpty: false),
            MonthBar(offset: 11, top: 31, height: 1, monthText: "2026-11: 0", isEmpty: true),
          ], barsWidth: 22, reading: "Episodes by month: 2026-10 3, 2026-11 0"),
        testCommand: "fieldbook triggers backtest churn_risk --save"),
    ],
    silences: Sample.register("silences", "Silences"), routes: Sample.register("routes", "Who hears of what"),
    provenance: Sample.provenance)
}

extension IntegrationsPage {
  package static let sample = IntegrationsPage(
    head: PageHead(
      title: "Integrations", kicker: "Workspace", headIcon: "integration", lede: "7 systems, one of them behind."),
    integrations: [
      IntegrationItem(
        anchor: "salesforce", title: "Salesforce", status: Badge(text: "Ok", tone: "positive"),
        lastSync: Sample.day("2026-11-23T05:10:00+01:00", "today, 05:10"), syncResult: "412 fetched, 9 written",
        completeness: Meter(
          label: "Stored here", amount: "398", maximum: "412", reading: "398 of 412", tone: "positive",
          isUnknown: false),
        facts: Sample.facts, caution: nil,
        mappings: [
          FieldMapping(theirs: "Opportunity.StageName", ours: "deal.stage"),
          FieldMapping(theirs: "Opportunity.Amount", ours: "deal.amount"),
        ], mappingText: "2 fields mapped"),
      IntegrationItem(
        anchor: "granola", title: "Granola", status: Badge(text: "Partial", tone: "warning"), lastSync: nil,
        syncResult: nil,
        completeness: Meter(
          label: "Stored here", amount: "0", maximum: "1", reading: "Unknown", tone: "neutral", isUnknown: true),
        facts: Sample.facts, caution: "Three notebooks are shared with a former account.", mappings: [],
        mappingText: "No fields mapped"),
    ],
    provenance: Sample.provenance)
}
