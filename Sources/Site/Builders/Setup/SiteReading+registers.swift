internal import Diagnostics
internal import WorkspaceModel

extension SiteReading {
  /// How long records of a kind are kept.
  func retentionTable(_ rules: [RetentionRule]) -> DataTable {
    SalesTable.table(
      "Retention", anchor: "retention", hidesCaption: true, countText: Format.count(rules.count, "rule"),
      columns: [
        SalesTable.column("Kind"), SalesTable.column("Kept for", number: true), SalesTable.column("Counted from"),
        SalesTable.column("Basis", facet: true), SalesTable.column("Owner", facet: true),
      ],
      rows: rules.map { rule in
        [
          SalesTable.text(Slug.title(of: rule.kind)), monthsCell(rule.keepMonths),
          SalesTable.text(rule.after.map { Slug.title(of: $0) }),
          SalesTable.text(rule.basis.map { Slug.title(of: $0) }),
          ownerCell(rule.owner),
        ]
      },
      empty: ("No rules yet", "List them under retention."))
  }

  /// Controls with their evidence and the last test.
  func controlTable(_ controls: [ComplianceControl]) -> DataTable {
    SalesTable.table(
      "Controls", anchor: "controls", hidesCaption: true, countText: Format.count(controls.count, "control"),
      isFilterable: controls.count > 10,
      columns: [
        SalesTable.column("Control"), SalesTable.column("Title"), SalesTable.column("Owner", facet: true),
        SalesTable.column("Frequency", facet: true), SalesTable.column("Last tested"),
        SalesTable.column("Evidence", sorts: false),
      ],
      rows: controls.map { control in
        [
          SalesTable.text(control.id), SalesTable.text(control.name, remark: control.statement),
          ownerCell(control.owner), SalesTable.text(control.frequency.map { Slug.title(of: $0) }),
          testedCell(control), evidenceCell(control.evidence),
        ]
      },
      empty: ("No controls yet", "List them under controls."))
  }

  /// Entries of the register of processing.
  func processingTable(_ activities: [ProcessingActivity]) -> DataTable {
    SalesTable.table(
      "Processing", anchor: "processing", hidesCaption: true,
      countText: Format.count(activities.count, "activity", "activities"),
      columns: [
        SalesTable.column("Activity"), SalesTable.column("People concerned"), SalesTable.column("Data", sorts: false),
        SalesTable.column("Basis", facet: true), SalesTable.column("Recipients", sorts: false),
        SalesTable.column("Kept for", number: true), SalesTable.column("Owner", facet: true),
      ],
      rows: activities.map { activity in
        [
          SalesTable.text(activity.name, remark: activity.purpose),
          SalesTable.text(activity.subjects.flatMap { $0.isEmpty ? nil : $0 }), listCell(activity.categories),
          SalesTable.text(activity.basis.map { Slug.title(of: $0) }), listCell(activity.recipients),
          monthsCell(activity.keepMonths), ownerCell(activity.owner),
        ]
      },
      empty: ("No activities yet", "List them under activities."))
  }

  private func ownerCell(_ id: String?) -> Cell {
    SalesTable.text(id.map(personName), target: id.flatMap(addresses.person))
  }

  private func monthsCell(_ months: Int?) -> Cell {
    guard let months else { return SalesTable.unknown() }
    return Cell(label: "", text: Format.count(months, "month"), sortKey: String(months))
  }

  private func listCell(_ texts: [String]) -> Cell {
    SalesTable.text(texts.isEmpty ? nil : texts.joined(separator: ", "))
  }

  /// The last test, and whether it is longer ago than the control allows.
  private func testedCell(_ control: ComplianceControl) -> Cell {
    let limits = ["daily": 2, "weekly": 10, "monthly": 38, "quarterly": 100, "yearly": 380, "annually": 380]
    guard let tested = control.lastTestedOn, let limit = control.frequency.flatMap({ limits[$0] }) else {
      return SalesTable.day(control.lastTestedOn)
    }
    return SalesTable.day(tested, remark: today.days(since: tested) > limit ? "overdue" : nil)
  }

  /// Names of the records; one that the reader may not see keeps its path.
  private func evidenceCell(_ paths: [String]) -> Cell {
    guard !paths.isEmpty else { return SalesTable.unknown() }
    let names = paths.map { index.records[RepoPath($0)]?.title ?? $0 }
    return SalesTable.text(
      names.joined(separator: ", "), target: paths.count == 1 ? addresses.href(RepoPath(paths[0])) : nil)
  }
}
