internal import Diagnostics
internal import WorkspaceModel

extension SalesReading {
  /// A page past its review, with by how much.
  private struct StalePage {
    let path: RepoPath
    /// Days past the limit; nil when nobody ever reviewed it.
    let excess: Int?
    let item: ListItem
  }

  /// Profiles and toolkit pages that are past their review, the oldest first, never reviewed ones last.
  func stalePanel() -> Panel {
    let workspace = site.workspace
    let limits = workspace.settings.freshness
    var pages: [StalePage] = []
    func add(
      _ record: any WorkspaceRecord, _ icon: String, _ reviewed: WorkspaceModel.Day?, _ limit: Int, _ owner: String?,
      expires: WorkspaceModel.Day? = nil
    ) {
      if let page = stalePage(record, icon, reviewed, limit, owner, expires) { pages.append(page) }
    }
    for customer in workspace.customers where customer.lifecycle != .former {
      add(
        customer, "customers", customer.reviewedOn, limits.profileDays,
        customer.owner("ae") ?? customer.owners.first?.person)
    }
    for card in workspace.battlecards {
      add(
        card, "battlecard", card.reviewedOn, card.reviewEveryDays ?? limits.battlecardDays, card.owner,
        expires: card.claims.compactMap(\.expiresOn).min())
    }
    for playbook in workspace.playbooks {
      add(playbook, "playbook", playbook.reviewedOn, limits.playbookDays, playbook.owner)
    }
    for template in workspace.templates {
      add(template, "template", template.reviewedOn, limits.templateDays, template.owner)
    }
    for lesson in workspace.lessons {
      add(lesson, "training", lesson.reviewedOn, limits.trainingDays, lesson.owner)
    }
    for page in workspace.securityPages {
      add(page, "security", page.reviewedOn, limits.securityDays, page.owner, expires: page.expiresOn)
    }
    pages.sort { left, right in
      if left.excess != right.excess {
        guard let first = left.excess else { return false }
        guard let second = right.excess else { return true }
        return first > second
      }
      return left.path < right.path
    }
    return Panel(
      panelTitle: "Stale content", anchor: "stale", countText: Format.count(pages.count, "page"),
      items: pages.prefix(12).map(\.item), more: Link(text: "Health of the workspace", href: Href("/health/")),
      emptyTitle: "Nothing is stale", emptyHint: "Every page was reviewed within its limit.")
  }

  private func stalePage(
    _ record: any WorkspaceRecord, _ icon: String, _ reviewed: WorkspaceModel.Day?, _ limit: Int, _ owner: String?,
    _ expires: WorkspaceModel.Day?
  ) -> StalePage? {
    guard let link = link(record) else { return nil }
    let age = reviewed.map { today.days(since: $0) }
    let isExpired = expires.map { $0 < today } ?? false
    guard isExpired || age.map({ $0 > limit }) ?? true else { return nil }
    var reasons = [
      age.map { "Reviewed \($0 == 0 ? "today" : "\(days($0)) ago"), the limit is \(days(limit))" } ?? "Never reviewed"
    ]
    if isExpired, let expires { reasons.append("something expired on \(Format.day(expires))") }
    return StalePage(
      path: record.source.path, excess: age.map { $0 - limit },
      item: ListItem(
        icon: icon, title: link.text, page: link.href, detail: reasons.joined(separator: ", "),
        badges: [isExpired ? Badge(text: "Expired", tone: "urgent") : Badge(text: "Stale", tone: "warning")],
        figure: age.map { days($0) }, on: reviewed.map { Day($0) }, person: owner.map { site.person($0) }))
  }
}
