internal import WorkspaceModel

extension SiteReading {
  /// The alerts by state, and a page for each.
  func pulsePlan(_ shelf: SetupShelf) -> [PlannedPage] {
    guard shelf.documents.layout.has("/pulse/") else { return [] }
    var plan = [PlannedPage("/pulse/", .pulse) { $0.pulsePage(shelf) }]
    for alert in workspace.alerts {
      guard let href = addresses.href(alert.source.path) else { continue }
      plan.append(PlannedPage(href.path, .pulse, source: alert.source.path) { $0.alertPage(alert, href, shelf) })
    }
    return plan
  }

  private func pulsePage(_ shelf: SetupShelf) -> PulsePage {
    let groups: [(String, String, [Alert.State], String, String)] = [
      ("Firing", "firing", [.firing, .pending], "Nothing fires", "No rule holds at this commit."),
      ("Acknowledged", "acknowledged", [.acknowledged], "Nothing waits", "Acknowledged alerts wait here."),
      (
        "Resolved", "resolved", [.resolved, .expired], "No resolved alerts",
        "Alerts move here once their rule no longer holds."
      ),
      ("Kept quiet", "quiet", [.silenced, .inhibited], "Nothing is kept quiet", "Silenced alerts stand here."),
    ]
    let made = groups.compactMap { title, anchor, states, emptyTitle, emptyHint -> AlertGroup? in
      let alerts = workspace.alerts.filter { alert in
        alert.state.map(states.contains) ?? (anchor == "firing")
      }
      if anchor == "quiet", alerts.isEmpty { return nil }
      return AlertGroup(
        groupTitle: title, anchor: anchor, countText: String(alerts.count), alerts: shelf.sales.alertItems(alerts),
        emptyTitle: emptyTitle, emptyHint: emptyHint)
    }
    let firing = workspace.alerts.count { $0.state == .firing }
    let acknowledged = workspace.alerts.count { $0.state == .acknowledged }
    return PulsePage(
      head: PageHead(
        title: "Pulse", kicker: "Alerts", headIcon: "pulse", lede: "\(firing) firing, \(acknowledged) acknowledged."),
      groups: made, owners: ownerTable(shelf), reports: pulseReports())
  }

  /// How many of each severity everybody has, and since when.
  private func ownerTable(_ shelf: SetupShelf) -> DataTable {
    let open = workspace.alerts.filter { $0.state == .firing || $0.state == .acknowledged || $0.state == .pending }
    let byOwner = Dictionary(grouping: open) { shelf.sales.owner(of: $0) ?? "" }
    let rows = byOwner.map { owner, alerts -> (rank: (Int, Int, String), cells: [Cell]) in
      func count(_ severity: TriggerRule.Severity) -> Cell { number(alerts.count { $0.severity == severity }) }
      let oldest = alerts.compactMap { $0.firedAt?.day }.min()
      let unanswered = alerts.count { $0.state == .firing }
      let critical = alerts.count { $0.severity == .critical }
      let name = owner.isEmpty ? nil : personName(owner)
      return (
        (-critical, -alerts.count, name ?? "~"),
        [
          SalesTable.text(
            name, target: owner.isEmpty ? nil : addresses.person(owner), avatar: name.map(Format.initials)),
          number(alerts.count), number(unanswered), count(.critical), count(.high), count(.medium), count(.low),
          oldest.map { SalesTable.day($0, relativeTo: today) } ?? SalesTable.nothing(),
        ]
      )
    }.sorted { $0.rank < $1.rank }
    return SalesTable.table(
      "Who has what", anchor: "owners", countText: Format.count(rows.count, "person", "people"),
      columns: [
        SalesTable.column("Owner"), SalesTable.column("Open", number: true),
        SalesTable.column("Not answered", number: true), SalesTable.column("Critical", number: true),
        SalesTable.column("High", number: true), SalesTable.column("Medium", number: true),
        SalesTable.column("Low", number: true), SalesTable.column("Oldest"),
      ],
      rows: rows.map(\.cells), empty: ("Nobody has one", "Open alerts are counted here by owner."))
  }

  private func pulseReports() -> Panel {
    let items = workspace.reports.filter { $0.level == .pulse }.compactMap { report -> ListItem? in
      guard let href = addresses.href(report.source.path) else { return nil }
      return ListItem(
        icon: "report", title: report.title, page: href, detail: report.source.summary,
        person: report.owner.map { person($0) })
    }
    return Panel(
      panelTitle: "Pulse reports", anchor: "reports", countText: Format.count(items.count, "report"), items: items,
      more: items.isEmpty ? nil : Link(text: "All reports", href: Href("/reports/")), emptyTitle: "No pulse reports",
      emptyHint: "Define one under reporting/pulse.")
  }
}
