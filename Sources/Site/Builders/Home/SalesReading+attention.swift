internal import Diagnostics
internal import PipelineMetrics
internal import WorkspaceModel

extension SalesReading {
  /// A record that somebody should look at, with what is at stake.
  private struct Concern {
    let path: RepoPath
    /// Amount by odds as a number, whatever the currency; nil when unknown.
    let stake: Decimal4?
    let item: ListItem
  }

  /// Deals and renewals that need somebody, by what is at stake; unknown stakes last, ties by path.
  func attentionPanel(_ open: [Deal]) -> Panel {
    let concerns = (open.compactMap(concern) + site.workspace.customers.compactMap(concern)).sorted { left, right in
      if left.stake != right.stake {
        guard let first = left.stake else { return false }
        guard let second = right.stake else { return true }
        return first > second
      }
      return left.path < right.path
    }
    return Panel(
      panelTitle: "Needs attention", anchor: "attention", countText: Format.count(concerns.count, "record"),
      items: concerns.prefix(12).map(\.item), more: Link(text: "All deals", href: Href("/deals/")),
      emptyTitle: "Nothing needs attention", emptyHint: "No deal is late, stale or without a next step.")
  }

  private func concern(_ deal: Deal) -> Concern? {
    guard let page = site.addresses.href(deal.source.path) else { return nil }
    let standing = standings.standing(of: deal)
    var reasons: [String] = []
    var badges = [Badge(text: site.stageName(deal), tone: "info")]
    if let late = standing.daysOverdue {
      reasons.append("expected close passed \(days(late)) ago")
      badges.append(Badge(text: "Overdue", tone: "urgent"))
    }
    if standing.isStale == true, let age = standing.daysInStage {
      reasons.append("\(days(age)) in stage")
      badges.append(Badge(text: "Stale", tone: "warning"))
    }
    if deal.nextStep == nil { reasons.append("no next step") }
    if standing.isSingleThreaded == true {
      reasons.append(standing.activeContacts == 0 ? "nobody spoke with us in 60 days" : "only one active contact")
    }
    guard !reasons.isEmpty else { return nil }
    let share = weighted(deal, standing)
    return Concern(
      path: deal.source.path, stake: share?.amount,
      item: ListItem(
        icon: "deal", title: standaloneTitle(deal), page: page,
        detail: sentenceCase(reasons.joined(separator: ", ")), badges: badges,
        figure: share.map { "\($0.short) weighted" } ?? "Stake unknown", on: deal.closeOn.map { Day($0) },
        person: deal.owner.map { site.person($0) }))
  }

  private func concern(_ customer: Customer) -> Concern? {
    guard isRenewalMissing(customer), let day = customer.renewalOn,
      let page = site.addresses.href(customer.source.path)
    else { return nil }
    let distance = day.days(since: today)
    let when = distance >= 0 ? "Renews in \(days(distance))" : "Renewal passed \(days(-distance)) ago"
    let owner = customer.owner("csm") ?? customer.owner("ae") ?? customer.owners.first?.person
    return Concern(
      path: customer.source.path, stake: customer.arr?.amount,
      item: ListItem(
        icon: "customers", title: customer.name, page: page, detail: "\(when), no open renewal deal",
        badges: [Badge(text: "Renewal", tone: "urgent")],
        figure: customer.arr.map { "\($0.short) to renew" } ?? "Stake unknown", on: Day(day),
        person: owner.map { site.person($0) }))
  }

  /// Next steps of deals and open tasks that are overdue or due within a week, by day.
  func duePanel(_ open: [Deal]) -> Panel {
    let last = today.adding(days: 7)
    var found: [(due: WorkspaceModel.Day, path: RepoPath, item: ListItem)] = []
    for deal in open {
      guard let step = deal.nextStep, let due = step.due, due <= last,
        let page = site.addresses.href(deal.source.path)
      else { continue }
      let item = ListItem(
        icon: "deal", title: step.text, page: page, detail: standaloneTitle(deal), badges: [dueBadge(due)],
        figure: deal.amount?.short, on: Day(due), person: (step.owner ?? deal.owner).map { site.person($0) })
      found.append((due, deal.source.path, item))
    }
    for task in site.workspace.tasks where task.status == .open {
      guard let due = task.due, due <= last, let page = site.addresses.href(task.source.path) else { continue }
      let badges = taskBadges(task) + (due > today ? [dueBadge(due)] : [])
      let item = ListItem(
        icon: "task", title: task.title, page: page, detail: task.customer.map { site.customerName($0) },
        badges: badges, on: Day(due), person: task.owner.map { site.person($0) })
      found.append((due, task.source.path, item))
    }
    found.sort { ($0.due, $0.path) < ($1.due, $1.path) }
    return Panel(
      panelTitle: "Due within 7 days", anchor: "due", countText: Format.count(found.count, "step"),
      items: found.prefix(12).map(\.item), more: nil, emptyTitle: "Nothing is due",
      emptyHint: "Next steps and tasks appear here a week ahead.")
  }
}
