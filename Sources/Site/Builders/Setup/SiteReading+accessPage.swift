internal import Diagnostics
internal import WorkspaceModel

extension SiteReading {
  /// Who sees what, and who has to agree to changes where.
  func accessPage() -> AccessPage {
    let file = workspace.plainFiles.first { $0.source.kind == .access }?.source
    let rules = workspace.access
    let audiences = file == nil ? [] : rules.audiences
    let sorted = audiences.enumerated().sorted { left, right in
      let (first, second) = (left.element.id == rules.defaultAudience, right.element.id == rules.defaultAudience)
      return first != second ? first : left.offset < right.offset
    }.map(\.element)
    let approvals = workspace.registers.filter { $0.source.kind == .approvals }
    return AccessPage(
      head: PageHead(
        title: "Access", kicker: "Workspace", headIcon: "access",
        lede: "What an audience may not see is taken out before anything is computed."),
      audiences: sorted.map(audienceItem), approvals: approvalTable(approvals.flatMap(\.approvals)),
      provenance: provenanceOrNone(file ?? approvals.first?.source))
  }

  private func audienceItem(_ audience: AccessRules.Audience) -> AudienceItem {
    var badges: [Badge] = []
    if audience.id == workspace.access.defaultAudience { badges.append(Badge(text: "Default", tone: "info")) }
    if visible.audience == .group(audience.id) { badges.append(Badge(text: "This build", tone: "positive")) }
    let named = audience.members.filter { $0 != "*" }
    let membership =
      audience.members.contains("*")
      ? "Everyone" : named.isEmpty ? "Nobody by name" : Format.count(named.count, "person", "people")
    return AudienceItem(
      anchor: audience.id, title: audience.title, identifier: audience.id, badges: badges, membership: membership,
      members: named.map { person($0) }, sees: audience.see.map(\.text), hides: audience.hide.map(\.text),
      hiddenFields: audience.hiddenFields)
  }

  private func approvalTable(_ rules: [ApprovalRule]) -> DataTable {
    SalesTable.table(
      "Approvals", anchor: "approval-table", hidesCaption: true, countText: Format.count(rules.count, "rule"),
      columns: [
        SalesTable.column("Changes below"), SalesTable.column("Need the word of", sorts: false),
        SalesTable.column("Note", sorts: false),
      ],
      rows: rules.map { rule in
        [
          SalesTable.text(rule.path),
          SalesTable.text(
            rule.by.isEmpty ? nil : rule.by.map(personName).joined(separator: " or "),
            target: rule.by.count == 1 ? addresses.person(rule.by[0]) : nil),
          rule.note.map { SalesTable.text($0) } ?? SalesTable.nothing(),
        ]
      },
      empty: ("No approvals asked for", "List paths in workspace-setup/processes/approvals.yaml."))
  }
}
