internal import Diagnostics
internal import WorkspaceModel

extension SiteReading {
  /// The findings of the check, and how fresh the content is by kind.
  func healthPage() -> HealthPage {
    let grouped = Dictionary(grouping: visible.findings, by: \.severity)
    let kinds: [(Diagnostic.Severity, String, String, String)] = [
      (.error, "Errors", "errors", "urgent"), (.warning, "Warnings", "warnings", "warning"),
      (.note, "Notes", "notes", "info"),
    ]
    let counts = kinds.map { severity, _, _, _ in
      Format.count(grouped[severity]?.count ?? 0, severity.rawValue)
    }
    return HealthPage(
      head: PageHead(
        title: "Health of the workspace", kicker: "Workspace", headIcon: "health",
        lede: "\(Slug.title(of: counts.joined(separator: ", "))) in \(Format.count(workspace.paths.count, "file")).",
        actions: [Link(text: "Adoption", href: Href("/health/adoption/"))],
        notices: grouped[.error] == nil
          ? []
          : [
            Notice(
              kind: "error", icon: "alert", noticeTitle: "Published despite errors",
              explanation: "This build was forced. What the errors below speak of may be missing or wrong on its pages."
            )
          ]),
      groups: kinds.map { severity, title, anchor, tone in
        findingGroup((grouped[severity] ?? []).sorted(), title: title, anchor: anchor, tone: tone)
      },
      freshness: freshnessTable(), delays: delayTable())
  }

  /// At most 500 findings of a severity; the rest is counted.
  private func findingGroup(_ findings: [Diagnostic], title: String, anchor: String, tone: String) -> FindingGroup {
    let shown = findings.prefix(500)
    let count = Format.grouped(findings.count)
    return FindingGroup(
      groupTitle: title, anchor: anchor,
      countText: shown.count < findings.count ? "\(count), the first \(shown.count) shown" : count, tone: tone,
      findings: shown.map(self.finding),
      emptyTitle: "No \(title.lowercased())")
  }

  private func finding(_ finding: Diagnostic) -> Finding {
    let (file, start) = (finding.range.file, finding.range.start)
    let isExplained = checks.contains { $0.id == finding.id }
    return Finding(
      message: finding.summary, checkName: finding.id,
      checkPage: isExplained ? Href("/health/checks/", fragment: finding.id) : nil, owner: owner(of: file),
      changed: visible.facts[file].map { Day($0.changedAt.day) },
      fixCommand: finding.fixIts.isEmpty ? nil : "fieldbook check --fix",
      place: "\(file):\(start.line):\(start.column)", page: addresses.href(file), excerpt: nil,
      reason: finding.explanation, help: finding.help)
  }

  /// Who answers for a file: its own owner, else the account executive of its customer.
  private func owner(of file: RepoPath) -> Link? {
    let id: String? =
      switch index.records[file] {
      case let deal as Deal: deal.owner
      case let customer as Customer: customer.owner("ae")
      case let task as SalesTask: task.owner
      case let card as Battlecard: card.owner
      case let playbook as Playbook: playbook.owner
      case let template as TextTemplate: template.owner
      case let lesson as TrainingLesson: lesson.owner
      case let interaction as Interaction: index.customers[interaction.customer]?.owner("ae")
      case let insight as Insight: index.customers[insight.customer]?.owner("ae")
      case let list as ContactList: index.customers[list.customer]?.owner("ae")
      default: nil
      }
    guard let id, let href = addresses.person(id) else { return nil }
    return Link(text: personName(id), href: href)
  }

  private func freshnessTable() -> DataTable {
    let limits = workspace.settings.freshness
    let kinds: [(String, Href, [WorkspaceModel.Day?], Int)] = [
      ("Customer profiles", Href("/customers/"), workspace.customers.map(\.reviewedOn), limits.profileDays),
      (
        "Battlecards", Href("/toolkit/battlecards/"), workspace.battlecards.map(\.reviewedOn), limits.battlecardDays
      ),
      ("Playbooks", Href("/toolkit/playbooks/"), workspace.playbooks.map(\.reviewedOn), limits.playbookDays),
      ("Templates", Href("/toolkit/templates/"), workspace.templates.map(\.reviewedOn), limits.templateDays),
      ("Training", Href("/toolkit/training/"), workspace.lessons.map(\.reviewedOn), limits.trainingDays),
      (
        "Security", Href("/toolkit/security-compliance/"), workspace.securityPages.map(\.reviewedOn),
        limits.securityDays
      ),
    ]
    let present = kinds.filter { !$0.2.isEmpty }
    return SalesTable.table(
      "Freshness", anchor: "freshness-table", hidesCaption: true, countText: Format.count(present.count, "kind"),
      columns: [
        SalesTable.column("Kind"), SalesTable.column("Pages", number: true), SalesTable.column("Fresh", number: true),
        SalesTable.column("Stale", number: true), SalesTable.column("Never reviewed", number: true),
        SalesTable.column("Limit", number: true), SalesTable.column("Oldest review"),
      ],
      rows: present.map { name, page, days, limit in
        let reviewed = days.compactMap(\.self)
        let stale = reviewed.count { ReviewState($0, limitDays: limit, today: today).isStale }
        return [
          SalesTable.text(name, target: page), numberCell(days.count), numberCell(reviewed.count - stale),
          numberCell(stale), numberCell(days.count - reviewed.count),
          Cell(label: "", text: Format.count(limit, "day"), sortKey: String(limit)), SalesTable.day(reviewed.min()),
        ]
      },
      empty: ("Nothing to review", "Records with a review date appear here."))
  }

  private func numberCell(_ number: Int) -> Cell {
    Cell(label: "", text: Format.grouped(number), sortKey: String(number))
  }
}
