internal import Diagnostics
internal import WorkspaceModel

extension SalesReading {
  /// Tasks, open ones first by due day, then closed ones, newest first.
  func taskItems(_ tasks: [SalesTask]) -> [TaskItem] {
    let sorted = tasks.sorted { left, right in
      if left.isClosed != right.isClosed { return right.isClosed }
      let first = left.isClosed ? -(left.closedOn?.number ?? 0) : left.due?.number ?? Int.max
      let second = right.isClosed ? -(right.closedOn?.number ?? 0) : right.due?.number ?? Int.max
      return first != second ? first < second : left.source.path < right.source.path
    }
    return sorted.compactMap { task in
      guard let page = site.addresses.href(task.source.path) else { return nil }
      return TaskItem(
        title: task.title, page: page, about: aboutRecords(task).lazy.compactMap { link($0) }.first,
        assignee: task.owner.map { site.person($0) }, due: task.due.map { Day($0) }, badges: taskBadges(task),
        isDone: task.isClosed, stateLabel: task.status.map { Slug.title(of: $0.rawValue) } ?? "Status unknown")
    }
  }

  /// Overdue, priority, from a rule.
  func taskBadges(_ task: SalesTask) -> [Badge] {
    var badges = draftBadge(task.source)
    if !task.isClosed, let due = task.due, due <= today { badges.append(dueBadge(due)) }
    switch task.priority {
    case .high: badges.append(Badge(text: "High", tone: "warning"))
    case .low: badges.append(Badge(text: "Low", tone: "neutral"))
    case .normal, nil: break
    }
    if task.origin?.kind == .rule { badges.append(Badge(text: "From rule", tone: "neutral")) }
    return badges
  }

  /// The page of a task.
  func taskPage(_ task: SalesTask, at page: Href) -> TaskPage {
    let state = task.status.map { Slug.title(of: $0.rawValue) } ?? "Status unknown"
    let tone =
      switch task.status {
      case .open: "info"
      case .done: "positive"
      case .cancelled, nil: "neutral"
      }
    var facts = [
      Fact(label: "Due", values: dayValues(task.due)),
      Fact(label: "Owner", values: task.owner.map { [personValue($0)] } ?? []),
      Fact(label: "Priority", values: textValues(task.priority.map { Slug.title(of: $0.rawValue) })),
      Fact(label: "Written", values: dayValues(task.createdOn)),
      Fact(label: "Origin", values: originValues(task)),
    ]
    if task.isClosed { facts.insert(Fact(label: "Closed", values: dayValues(task.closedOn)), at: 1) }
    if let customer = task.customer { facts.insert(Fact(label: "Customer", values: [customerValue(customer)]), at: 0) }
    return TaskPage(
      head: PageHead(
        title: task.title, kicker: "Task", headIcon: "task", crumbs: task.customer.map { crumbs($0) } ?? [],
        badges: [Badge(text: state, tone: tone)] + taskBadges(task), people: task.owner.map { [site.person($0)] } ?? [],
        actions: actions(task.source), notices: site.notices(for: task.source.path)),
      factGroups: [FactGroup(groupTitle: "Task", facts: facts)], body: site.body(of: task.source.path, on: page),
      about: aboutRecords(task).compactMap(aboutItem), backlinks: site.backlinks(to: task.source.path),
      provenance: site.provenance(task.source))
  }

  /// The visible records that a task is about.
  func aboutRecords(_ task: SalesTask) -> [any WorkspaceRecord] {
    guard let customer = task.customer else {
      return task.about.compactMap { task.source.path.parent.resolving($0).flatMap { site.index.records[$0] } }
    }
    return task.about.compactMap { record($0, ofCustomer: customer) }
  }

  private func aboutItem(_ record: any WorkspaceRecord) -> ListItem? {
    guard let link = link(record) else { return nil }
    switch record {
    case let deal as Deal:
      return ListItem(
        icon: "deal", title: link.text, page: link.href, detail: site.stageName(deal),
        badges: stateBadges(deal, standings.standing(of: deal)), figure: deal.amount?.short,
        on: (deal.closedOn ?? deal.closeOn).map { Day($0) }, person: deal.owner.map { site.person($0) })
    case let interaction as Interaction:
      return ListItem(
        icon: SalesWords.icon(interaction.kind), title: link.text, page: link.href, detail: interaction.summary,
        badges: badges(interaction), on: interaction.occurredAt.map { Day($0.day) })
    case let insight as Insight:
      return ListItem(
        icon: "insight", title: link.text, page: link.href, badges: [SalesWords.insightKind(insight.kind)])
    case is Customer: return ListItem(icon: "customers", title: link.text, page: link.href)
    case is SalesTask: return ListItem(icon: "task", title: link.text, page: link.href)
    default: return ListItem(icon: "document", title: link.text, page: link.href, detail: record.source.summary)
    }
  }

  private func rulePage(_ id: String) -> Href? {
    site.workspace.ruleFiles.first { file in file.rules.contains { $0.id == id } }.flatMap { file in
      site.addresses.href(file.source.path, fragment: id)
    }
  }

  private func originValues(_ task: SalesTask) -> [FactValue] {
    switch task.origin?.kind {
    case .human: [FactValue(value: "A person")]
    case .rule:
      [
        FactValue(
          value: task.origin?.rule.map { "Rule \(Slug.title(of: $0))" } ?? "A rule",
          target: task.origin?.rule.flatMap(rulePage))
      ]
    case nil: []
    }
  }
}

extension SalesTask {
  /// Whether nothing remains to be done.
  var isClosed: Bool { status == .done || status == .cancelled }
}
