internal import Diagnostics
internal import WorkspaceModel

extension SalesReading {
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
