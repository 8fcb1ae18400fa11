internal import WorkspaceModel

extension SalesReading {
  /// Alerts, most severe first, then newest.
  func alertItems(_ alerts: [Alert]) -> [AlertItem] {
    let order = TriggerRule.Severity.allCases
    let sorted = alerts.sorted { left, right in
      let first = left.severity.flatMap { order.firstIndex(of: $0) } ?? -1
      let second = right.severity.flatMap { order.firstIndex(of: $0) } ?? -1
      if first != second { return first > second }
      let (younger, older) = (left.firedAt?.seconds ?? 0, right.firedAt?.seconds ?? 0)
      return younger != older ? younger > older : left.source.path < right.source.path
    }
    return sorted.compactMap(alertItem)
  }

  /// Open alerts of a deal, and those of its customer as long as it is open.
  func alerts(about deal: Deal) -> [Alert] {
    (site.index.alertsOf[deal.customer] ?? []).filter { alert in
      guard alert.isOpen, let subject = alert.subject else { return false }
      return subject == "\(deal.customer)/\(deal.slug)" || deal.isOpen && subject == deal.customer
    }
  }

  /// Who answers for an alert, by id.
  func owner(of alert: Alert) -> String? {
    let slug = alert.subject?.split(separator: "/").first.map(String.init) ?? ""
    let told = alert.done.lazy.compactMap(\.to).first
    let customer = site.index.customers[slug]
    let keeper = customer.flatMap { $0.owner("csm") ?? $0.owner("ae") ?? $0.owners.first?.person }
    return alert.acknowledgedBy ?? told ?? alert.subject.flatMap { site.index.deals[$0] }?.owner ?? keeper
      ?? rule(of: alert)?.owner
  }

  private func rule(of alert: Alert) -> TriggerRule? {
    alert.rule.flatMap { name in site.workspace.ruleFiles.lazy.flatMap(\.rules).first { $0.id == name } }
  }

  private func alertItem(_ alert: Alert) -> AlertItem? {
    guard let page = site.addresses.href(alert.source.path) else { return nil }
    let slug = alert.subject?.split(separator: "/").first.map(String.init) ?? ""
    let deal = alert.subject.flatMap { site.index.deals[$0] }
    let subject =
      deal.flatMap { deal in
        site.addresses.href(deal.source.path).map { Link(text: standaloneTitle(deal), href: $0) }
      }
      ?? (alert.subject == slug ? site.addresses.customer(slug) : nil).map {
        Link(text: site.customerName(slug), href: $0)
      } ?? Link(text: alert.subject ?? "Unknown subject", href: page)
    let (rule, owner) = (rule(of: alert), owner(of: alert))
    return AlertItem(
      title: rule?.name ?? alert.rule.map { Slug.title(of: $0) } ?? alert.title, page: page, subject: subject,
      severity: SalesWords.severity(alert.severity), state: SalesWords.alertState(alert.state), reason: reason(alert),
      fired: alert.firedAt.map { Day(machine: $0.iso, text: Format.relative($0.day, to: today)) } ?? .unknown,
      assignee: owner.map { site.person($0) })
  }

  private func reason(_ alert: Alert) -> String {
    guard !alert.values.isEmpty else { return "No values are on file" }
    return alert.values.enumerated().map { index, entry in
      let name = Slug.title(of: entry.name)
      let value = WorkspaceModel.Day(iso: entry.value).map(Format.day) ?? entry.value
      return
        "\(index == 0 ? name : name.lowercased()) \(value.contains("_") ? Slug.title(of: value).lowercased() : value)"
    }.joined(separator: ", ")
  }
}
