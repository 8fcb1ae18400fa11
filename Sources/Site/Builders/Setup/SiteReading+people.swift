internal import Diagnostics
internal import WorkspaceModel

extension SiteReading {
  /// The list of people and a page for each of them.
  func peoplePlan(_ shelf: SetupShelf) -> [PlannedPage] {
    guard !workspace.people.isEmpty else { return [] }
    var seen: Set<String> = []
    let members = workspace.people.filter { member in
      RepoPath(member.id).isSafeToWrite && !member.id.contains("/") && seen.insert(member.id.lowercased()).inserted
    }
    return [PlannedPage("/people/", .people, source: workspace.peopleSource?.path) { $0.peopleTable(members, shelf) }]
      + members.map { member in
        PlannedPage("/people/\(member.id)/", .people) { $0.personPage(member, shelf) }
      }
  }

  private func peopleTable(_ members: [TeamMember], _ shelf: SetupShelf) -> TablePage {
    let active = members.filter { $0.status != .left }
    let sorted = active.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
    let gone = members.filter { $0.status == .left }.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
    var tables = [peopleTable("People", anchor: "people", sorted, shelf)]
    if !gone.isEmpty { tables.append(peopleTable("No longer here", anchor: "gone", gone, shelf)) }
    return TablePage(
      head: PageHead(
        title: "People", kicker: "Workspace", headIcon: "people",
        lede: "Who works here, what they carry and who they report to."),
      intro: introText(nil, on: "/people/"), tables: tables, provenance: workspace.peopleSource.map { provenance($0) })
  }

  private func peopleTable(
    _ caption: String, anchor: String, _ members: [TeamMember], _ shelf: SetupShelf
  ) -> DataTable {
    SalesTable.table(
      caption, anchor: anchor, hidesCaption: anchor == "people",
      countText: Format.count(members.count, "person", "people"), isFilterable: members.count > 10,
      columns: [
        SalesTable.column("Name"), SalesTable.column("Role", facet: true), SalesTable.column("Team", facet: true),
        SalesTable.column("Manager", facet: true), SalesTable.column("Accounts", number: true),
        SalesTable.column("Open deals", number: true), SalesTable.column("Open tasks", number: true),
      ],
      rows: members.map { member in
        [
          SalesTable.text(
            member.name, target: addresses.person(member.id), remark: member.jobTitle,
            avatar: Format.initials(member.name)),
          SalesTable.text(member.role.map { SalesWords.role($0.rawValue) }),
          SalesTable.text(member.team.map { Slug.title(of: $0) }), managerCell(member),
          countCell(shelf.accountsOf[member.id]?.count), countCell(shelf.dealsOf[member.id]?.count),
          countCell(shelf.tasksOf[member.id]?.count),
        ]
      },
      empty: ("Nobody is listed", "List people in workspace-setup/people.yaml."))
  }

  private func managerCell(_ member: TeamMember) -> Cell {
    guard let manager = member.manager else { return SalesTable.nothing() }
    return SalesTable.text(personName(manager), target: addresses.person(manager))
  }

  /// Nothing found is zero: all records of the reader were looked through.
  private func countCell(_ count: Int?) -> Cell {
    Cell(label: "", text: Format.grouped(count ?? 0), sortKey: String(count ?? 0))
  }
}
