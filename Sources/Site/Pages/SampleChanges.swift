extension Sample {
  static let changesCrumb = Crumb(text: "Changes", href: Href("/changes/"))

  static let stageRow = ChangedField(
    fieldName: "Stage", before: "Business case", after: "Negotiation",
    effects: [Badge(text: "Corrected", tone: "neutral"), Badge(text: "Decided in the merge", tone: "warning")])
  static let amountRow = ChangedField(
    fieldName: "Amount", before: "84,000 EUR ARR", after: "69,000 EUR ARR",
    effects: [Badge(text: "−18 %", tone: "negative")])
  static let dateRow = ChangedField(
    fieldName: "Close date", before: "18 Nov 2026", after: "11 Dec 2026",
    effects: [Badge(text: "Pushed 23 days", tone: "warning")])

  static let changeBody = ChangeBody(
    verbs: [Badge(text: "Moved", tone: "info")], movedFrom: "customers/norrvik-foods/deals/ledger.md",
    fieldRows: [stageRow, amountRow, dateRow], moreFields: "and 2 more fields",
    prose: HTML(
      bytes: Array(
        """
        <p>They want one carbon figure a plant, <del>by the end of the year</del> <ins>before the audit in \
        March</ins>, that the auditor of their choice accepts.</p>
        <p><ins>Karin takes 390 kEUR a year as the baseline and wants the audit clause in the order form.</ins></p>
        """.utf8)),
    proseTitle: nil, sourceChange: sourceChange, remark: "Only the form of the file changed.")
  static let addedBody = ChangeBody(
    verbs: [Badge(text: "Added", tone: "positive")], movedFrom: nil,
    fieldRows: [
      ChangedField(fieldName: "Kind", before: nil, after: "Call", effects: []),
      ChangedField(fieldName: "Participants", before: nil, after: "Karin Dahl, John Smith", effects: []),
    ], moreFields: nil, prose: HTML(bytes: Array("<p>Karin called before lunch.</p>".utf8)),
    proseTitle: "The text", sourceChange: nil, remark: nil)

  static let sourceChange = SourceChange(
    summary: "2 lines added, 1 line removed",
    hunks: [
      SourceHunk(
        heading: "From line 4",
        lines: [
          SourceLine(
            state: nil, sign: " ", oldNumber: "4", newNumber: "4", code: HTML(bytes: Array("amount:".utf8))),
          SourceLine(
            state: "removed", sign: "−", oldNumber: "5",
            code: HTML(bytes: Array("  value: <mark>84000</mark>".utf8))),
          SourceLine(
            state: "added", sign: "+", newNumber: "5", code: HTML(bytes: Array("  value: <mark>69000</mark>".utf8))),
          SourceLine(
            state: "added", sign: "+", newNumber: "6", code: HTML(bytes: Array("  kind: ARR".utf8))),
        ]),
      SourceHunk(
        heading: "From line 31",
        lines: [
          SourceLine(
            state: nil, sign: " ", oldNumber: "31", newNumber: "32", code: HTML(bytes: Array("Karin".utf8)))
        ]),
    ], cut: "Only the first 200 lines of each side are shown.")

  static let recordChanges = [
    RecordChange(
      anchor: "record-1", icon: "deal", kindLabel: "Deal", recordTitle: "Ledger for 14 plants", recordPage: deal,
      recordHistory: Href(deal.path + "history/"), body: changeBody),
    RecordChange(
      anchor: "record-2", icon: "call", kindLabel: "Interaction", recordTitle: "Price call with Karin",
      body: addedBody),
  ]
  static let changeGroups = [
    ChangeGroup(
      groupTitle: "Norrvik Foods", groupPage: norrvik.href, anchor: "group-1", countText: "2 records",
      records: recordChanges),
    ChangeGroup(groupTitle: "Battlecards", anchor: "group-2", countText: "no records", records: []),
  ]

  static let moveSummary = MoveSummary(
    summaryTitle: "What moved this week", span: "16–22 Nov 2026", spanPage: Href("/changes/2026-w47/"),
    tallies: [
      Tally(label: "Won", tally: "1", tone: "positive", tallyNote: "42 kEUR"),
      Tally(label: "Lost", tally: "1", tone: "negative", tallyNote: "18 kEUR"),
      Tally(label: "Stage moves", tally: "5 forward", tone: "neutral", tallyNote: "2 back"),
      Tally(label: "Amounts, net", tally: "−15 kEUR", tone: "negative", tallyNote: "3 deals changed"),
    ],
    groups: [
      MoveGroup(
        groupTitle: "Amount cut", tone: "negative", countText: "1",
        moves: [
          Move(recordTitle: "Norrvik – Ledger for 14 plants", recordPage: deal, moved: amountRow, figure: "69 kEUR"),
          Move(recordTitle: "Brambleway – 40 stores"),
        ], restText: "and 3 more"),
      MoveGroup(
        groupTitle: "Moved back", tone: "warning", countText: "1",
        moves: [Move(recordTitle: "Kestrel – two depots", moved: stageRow)]),
    ],
    quiet: "No deal, customer or battlecard moved; 4 records changed.")

  static let commitLines = [
    CommitLine(
      icon: "deal", kindLabel: "Deal", recordTitle: "Norrvik – Ledger for 14 plants", recordPage: deal, verbs: [],
      fieldRows: [stageRow, amountRow, dateRow], restText: "text changed, 2 more fields"),
    CommitLine(
      icon: "call", kindLabel: "Interaction", recordTitle: "Norrvik Foods: price call",
      verbs: [Badge(text: "Added", tone: "positive")], fieldRows: [], restText: nil),
  ]

  static func commit(_ short: String, _ subject: String, _ author: Person, isFolded: Bool = false) -> CommitItem {
    CommitItem(
      commitShort: short, page: Href("/changes/\(short)/"), subject: subject, author: author,
      others: "with Ida Holm, merged 3 commits", at: day("2026-11-20T14:05:00+01:00", "14:05"),
      marks: [Badge(text: isFolded ? "Bulk import" : "Merge", tone: isFolded ? "neutral" : "info")],
      touched: "7 records", isFolded: isFolded, lines: isFolded ? [] : commitLines,
      moreLines: isFolded ? nil : "and 5 more records", personTokens: "john.smith ida.holm",
      kindTokens: "deal interaction", customerTokens: "norrvik-foods")
  }
}

extension ChangesPage {
  package static let sample = ChangesPage(
    head: PageHead(
      title: "Changes", kicker: "Workspace", headIcon: "clock",
      lede: "Who changed what in the workspace, and what it means for deals and customers."),
    week: Sample.moveSummary,
    filters: [
      ChangeFilter(
        key: "person", label: "Anyone",
        options: [
          ChangeOption(token: "john.smith", text: "John Smith"), ChangeOption(token: "ida.holm", text: "Ida Holm"),
        ]),
      ChangeFilter(
        key: "kind", label: "Any kind",
        options: [ChangeOption(token: "deal", text: "Deals"), ChangeOption(token: "task", text: "Tasks")]),
    ],
    countText: "newest 100 of 2,412 changes",
    days: [
      ChangeDay(
        on: Sample.day("2026-11-20", "Friday, 20 Nov 2026"), countText: "2 changes",
        commits: [
          Sample.commit("4f2a91c", "Karin wants the smaller scope first", Sample.john),
          Sample.commit("83b0aa1", "Import October usage", Sample.ida, isFolded: true),
        ]),
      ChangeDay(
        on: Sample.day("2026-11-19", "Thursday, 19 Nov 2026"), countText: "1 change",
        commits: [Sample.commit("1b9c044", "Notes of the plant visit", Sample.ravi)]),
    ],
    comparisons: [
      Sample.link("Since Monday, 16 Nov 2026", "/changes/compare/2026-11-16..now/"),
      Sample.link("Since q3-close", "/changes/compare/q3-close..now/"),
    ],
    weeks: [
      WeekLink(text: "16–22 Nov 2026", href: Href("/changes/2026-w47/"), commitCount: "23", isCurrent: true),
      WeekLink(text: "9–15 Nov 2026", href: Href("/changes/2026-w46/"), commitCount: "31", isCurrent: false),
    ], previous: Sample.link("Week 46, 2026", "/changes/2026-w46/"),
    next: Sample.link("Week 48, 2026", "/changes/2026-w48/"), feed: Href("/feed.xml"))
}

extension RecordHistoryPage {
  package static let sample = RecordHistoryPage(
    head: PageHead(
      title: "Norrvik – Ledger for 14 plants", kicker: "History of a deal", headIcon: "deal",
      lede: "12 versions since 14 Apr 2026, by 3 people.", crumbs: [Sample.norrvik],
      notices: [
        Notice(
          kind: "unknown", icon: "question", noticeTitle: "History before 14 Apr 2026 is unknown",
          explanation: "This clone is shallow; git fetch --unshallow brings the rest.")
      ]),
    days: [
      VersionDay(
        on: Sample.day("2026-11-20", "Friday, 20 Nov 2026"),
        versions: [
          version("4f2a91c", Sample.john, body: Sample.changeBody),
          version("1b9c044", Person(initials: "EV", name: "Ed Vance"), body: Sample.addedBody),
        ]),
      VersionDay(on: Sample.day("2026-04-14", "Tuesday, 14 Apr 2026"), versions: []),
    ], older: Sample.registerTable, ending: "Added on 14 Apr 2026.")

  private static func version(_ short: String, _ author: Person, body: ChangeBody) -> VersionItem {
    VersionItem(
      commitShort: short, page: Href("/changes/\(short)/"), subject: "Karin wants the smaller scope first",
      details: "Twelve plants now, two after the audit.", author: author, others: "with Ida Holm",
      at: Sample.day("2026-11-20T14:05:00+01:00", "14:05"), marks: [Badge(text: "Clock suspect", tone: "warning")],
      trailers: [TrailerLine(key: "Approved by", entry: "Dana Whitfield")], body: body)
  }
}

extension CommitPage {
  package static let sample = CommitPage(
    head: PageHead(
      title: "Karin wants the smaller scope first", kicker: "Change 4f2a91c", headIcon: "clock",
      lede: "7 records touched.", crumbs: [Sample.changesCrumb], people: [Sample.john]),
    details: "Twelve plants now, two after the audit.", facts: Sample.facts,
    side: SideBranch(
      countText: "2 commits",
      commits: [
        SideItem(commitShort: "77c0de1", subject: "Draft the order form", author: Sample.priya),
        SideItem(commitShort: "12ab34c", subject: "Cut the scope", author: Sample.john),
      ]), counts: Sample.registerTable, groups: Sample.changeGroups,
    cutNote: "The first 200 of 2,412 records are shown, without their texts.",
    previous: Sample.link("Notes of the plant visit", "/changes/1b9c044/"),
    next: Sample.link("Import October usage", "/changes/83b0aa1/"))
}

extension ComparePage {
  package static let sample = ComparePage(
    head: PageHead(
      title: "Since Monday, 16 Nov 2026", kicker: "Comparison", headIcon: "two-way",
      lede: "19 records differ, by 23 changes.", crumbs: [Sample.changesCrumb]),
    from: CompareMoment(
      momentName: "Monday, 16 Nov 2026", on: Sample.day("2026-11-15T18:20:00+01:00", "15 Nov 2026, 18:20"),
      commitShort: "9d01e77", page: Href("/changes/9d01e77/")),
    to: CompareMoment(
      momentName: "Now", on: Sample.day("2026-11-20T14:05:00+01:00", "20 Nov 2026, 14:05"), commitShort: "4f2a91c",
      page: Href("/changes/4f2a91c/")),
    pipeline: Sample.registerTable, moves: Sample.moveSummary, stages: Sample.customerTable,
    groups: Sample.changeGroups, cutNote: "The first 200 of 2,412 records are shown.",
    others: [
      Sample.link("Since Monday, 9 Nov 2026", "/changes/compare/2026-11-09..now/"),
      Sample.link("Since q3-close", "/changes/compare/q3-close..now/"),
    ])
}
