internal import Diagnostics
internal import WorkspaceModel

/// What somebody wants to know of an account before a call, beside its deals and alerts.
extension SalesReading {
  /// The people of all open deals on one map; who stands in several is placed by the one where they weigh most.
  func peopleMap(_ slug: String) -> CommitteeMap? {
    let open = (site.index.dealsOf[slug] ?? []).filter(\.isOpen)
    guard open.contains(where: { !$0.committee.isEmpty }) else { return nil }
    var members: [WorkspaceModel.CommitteeMember] = []
    for member in open.flatMap(\.committee) {
      guard let place = members.firstIndex(where: { $0.contact == member.contact }) else {
        members.append(member)
        continue
      }
      if (member.influence ?? 0) > (members[place].influence ?? 0) { members[place] = member }
    }
    var missing: [Badge] = []
    for badge in open.flatMap(missingRoles) where !missing.contains(where: { $0.text == badge.text }) {
      missing.append(badge)
    }
    return committeeMap(members, missingRoles: missing)
  }

  /// What history knows of the files of an account in the last week, newest first.
  func changedPanel(of customer: Customer) -> Panel {
    let files = site.index.filesOf[customer.slug] ?? []
    let recent = files.compactMap { source -> (source: RecordSource, facts: RecordFacts)? in
      guard let facts = site.visible.facts[source.path], today.days(since: facts.changedAt.day) <= 7,
        site.addresses.href(source.path) != nil
      else { return nil }
      return (source, facts)
    }.sorted { left, right in
      left.facts.changedAt.seconds != right.facts.changedAt.seconds
        ? left.facts.changedAt.seconds > right.facts.changedAt.seconds : left.source.path < right.source.path
    }
    let items = recent.prefix(5).compactMap { source, facts -> ListItem? in
      guard let record = site.index.records[source.path], let page = site.addresses.href(source.path) else {
        return nil
      }
      return ListItem(
        icon: icon(record), title: record.title, page: page,
        detail: "\(sentenceCase(source.kind.noun)), by \(facts.changedBy)",
        on: Day(facts.changedAt.day, relativeTo: today))
    }
    return Panel(
      panelTitle: "Changed in the last 7 days", anchor: "changed", countText: Format.count(recent.count, "record"),
      items: items,
      more: site.historyPage(of: customer.source.path).map { Link(text: "History", href: $0) },
      emptyTitle: "Nothing changed this week",
      emptyHint: site.visible.facts.isEmpty ? "The history of the files is not known." : "No file of the account did.")
  }

  /// The cards against those who compete in an open deal; nil when nobody does.
  func rivalsPanel(_ slug: String) -> Panel? {
    var seen: Set<String> = []
    let items = (site.index.dealsOf[slug] ?? []).filter(\.isOpen).flatMap(\.competitors).compactMap {
      rival -> ListItem? in
      guard seen.insert(rival).inserted, let card = site.index.battlecards[rival],
        let page = site.addresses.href(card.source.path)
      else { return nil }
      let record = standings.records[rival]
      return ListItem(
        icon: "battlecard", title: card.competitor, page: page, detail: card.thirtySecondAnswer.map(firstSentence),
        figure: record.map { "\($0.won) won, \($0.lost) lost" })
    }
    guard !items.isEmpty else { return nil }
    return Panel(
      panelTitle: "Battlecards", anchor: "battlecards", countText: Format.count(items.count, "competitor"),
      items: items, emptyTitle: "No competitor", emptyHint: "No open deal names one.")
  }

  /// What became of the deals that are decided; nil when none is.
  func closedDeals(_ slug: String) -> Panel? {
    let closed = (site.index.dealsOf[slug] ?? []).filter { !$0.isOpen }
    guard !closed.isEmpty else { return nil }
    return Panel(
      panelTitle: "Closed deals", anchor: "closed-deals", countText: Format.count(closed.count, "deal"),
      items: closed.compactMap { deal in
        guard let page = site.addresses.href(deal.source.path) else { return nil }
        return ListItem(
          icon: "deal", title: deal.name, page: page, detail: deal.reasonText,
          badges: stateBadges(deal, standings.standing(of: deal)), figure: deal.amount?.short ?? "Unknown",
          on: deal.closedOn.map { Day($0) })
      }, emptyTitle: "No closed deals", emptyHint: "Deals move here once they are won or lost.")
  }

  /// Tasks of a page: the open ones; where there are none, the last one that is done.
  func shortened(_ tasks: [TaskItem]) -> [TaskItem] {
    let open = tasks.filter { !$0.isDone }
    return open.isEmpty ? Array(tasks.prefix(1)) : open
  }

  /// What stands before the first full stop that a space follows.
  private func firstSentence(_ text: String) -> String {
    text.firstRange(of: ". ").map { String(text[..<$0.lowerBound]) + "." } ?? text
  }

  /// The page of the invoices; nil when there is none.
  func billingLink(_ slug: String) -> Link? {
    guard let invoices = site.workspace.invoices[slug], !invoices.isEmpty,
      let table = site.workspace.tables.first(where: { $0.customer == slug && $0.source.kind == .billing }),
      let page = site.addresses.href(table.source.path)
    else { return nil }
    let late = invoices.count { $0.daysLate(on: today) != nil }
    return Link(text: Format.count(invoices.count, "invoice") + (late > 0 ? ", \(late) late" : ""), href: page)
  }
}
