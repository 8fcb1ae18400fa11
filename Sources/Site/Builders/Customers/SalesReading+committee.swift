internal import WorkspaceModel

extension SalesReading {
  /// The buying committee by influence and stance, with the roles that nobody fills.
  func committee(_ deal: Deal) -> CommitteeMap { committeeMap(deal.committee, missingRoles: missingRoles(deal)) }

  /// People of one deal or of several by influence and stance.
  func committeeMap(_ members: [WorkspaceModel.CommitteeMember], missingRoles: [Badge]) -> CommitteeMap {
    let hasUnknownStance = members.contains { $0.stance == nil }
    let stances: [Int?] = [-2, -1, 0, 1, 2] + (hasUnknownStance ? [nil] : [])
    let names = stances.map { $0.map(SalesWords.stance) ?? "Unknown" }
    var bands: [(name: String, range: ClosedRange<Int>?)] = [("High", 4...5), ("Medium", 3...3), ("Low", 1...2)]
    if members.contains(where: { $0.influence == nil }) { bands.append(("Unknown", nil)) }
    let rows = bands.map { band in
      CommitteeRow(
        influence: band.name,
        cells: zip(stances, names).map { stance, name in
          let here = members.filter { member in
            member.stance == stance
              && (member.influence.map { band.range?.contains($0) == true } ?? (band.range == nil))
          }.sorted { ($1.influence ?? 0, $0.contact) < ($0.influence ?? 0, $1.contact) }
          return CommitteeCell(stance: name, isVacant: here.isEmpty, members: here.map(committeeMember))
        })
    }
    return CommitteeMap(
      summary: committeeSummary(members), stances: names, rows: members.isEmpty ? [] : rows,
      missingRoles: missingRoles)
  }

  /// The day of the last two-way contact with somebody: what the deal says or what interactions show, the later.
  func lastTwoWay(_ member: WorkspaceModel.CommitteeMember) -> WorkspaceModel.Day? {
    [member.lastTwoWayOn, standings.lastTwoWayWith[member.contact]].compactMap { $0 }.filter { $0 <= today }.max()
  }

  private func committeeMember(_ member: WorkspaceModel.CommitteeMember) -> CommitteeMember {
    let tone = member.stance.map { $0 > 0 ? "positive" : $0 < 0 ? "negative" : "neutral" } ?? "neutral"
    return CommitteeMember(
      name: site.index.contacts[member.contact]?.name ?? member.contact,
      // The model wants an address: a contact that is not visible stays where it is.
      page: site.addresses.contact(member.contact) ?? Href("", fragment: "committee"),
      role: SalesWords.committeeRole(member.role),
      lastContact: lastTwoWay(member).map { Format.relative($0, to: today) } ?? "No two-way contact",
      isPrimary: member.isPrimary, tone: tone)
  }

  private func committeeSummary(_ members: [WorkspaceModel.CommitteeMember]) -> String {
    let people = Format.count(members.count, "person", "people")
    guard !members.isEmpty else { return people }
    let champions = members.count { $0.role == .champion }
    let hasBuyer = members.contains { $0.role == .economicBuyer }
    let blockers = members.count { $0.role == .blocker || ($0.stance ?? 0) < 0 }
    return [
      people, champions == 0 ? "no champion" : Format.count(champions, "champion"),
      hasBuyer ? nil : "no economic buyer",
      blockers == 0 ? nil : "\(blockers) against us",
    ].compactMap { $0 }.joined(separator: ", ")
  }

  /// Roles that the deal needs by now: those who decide always, those who own the paper from the business case on.
  func missingRoles(_ deal: Deal) -> [Badge] {
    let stages = site.workspace.workflow(for: deal).openStages.map(\.id)
    let late = stages.firstIndex(of: "business_case") ?? max(0, stages.count - 2)
    let place = stages.firstIndex { $0 == deal.stage } ?? (deal.isOpen ? 0 : stages.count)
    var wanted: [WorkspaceModel.CommitteeMember.Role] = [.economicBuyer, .champion, .technicalBuyer, .userBuyer]
    if place >= late { wanted += [.procurement, .legal, .security] }
    let filled = Set(deal.committee.compactMap(\.role))
    return wanted.filter { !filled.contains($0) }.map { role in
      Badge(
        text: SalesWords.committeeRole(role),
        tone: role == .economicBuyer || role == .champion ? "warning" : "neutral")
    }
  }
}
