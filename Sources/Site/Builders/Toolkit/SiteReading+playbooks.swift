internal import WorkspaceModel

extension SiteReading {
  /// All playbooks, grouped by the first stage in which they are played.
  func playbookIndex(_ shelf: ToolkitShelf) -> IndexPage {
    let grouped = Dictionary(grouping: workspace.playbooks) { shelf.firstStage($0.stages) }
    let stages = grouped.keys.compactMap(\.self).sorted { (shelf.rank($0), $0) < (shelf.rank($1), $1) }
    var groups = stages.map { stage in
      playbookGroup(grouped[stage] ?? [], title: shelf.stageName(stage), anchor: "stage-\(stage)", shelf)
    }
    if let loose = grouped[nil] {
      groups.append(playbookGroup(loose, title: "For no stage in particular", anchor: "any-stage", shelf))
    }
    return shelfPage(
      "/toolkit/playbooks/", title: "Playbooks", icon: "playbook",
      lede: "How a piece of selling is done, step by step.", groups: groups, shelf)
  }

  private func playbookGroup(
    _ playbooks: [Playbook], title: String, anchor: String, _ shelf: ToolkitShelf
  ) -> CardGroup {
    let sorted = playbooks.sorted { ($0.title, $0.source.path) < ($1.title, $1.source.path) }
    return CardGroup(
      groupTitle: title, anchor: anchor, countText: Format.count(sorted.count, "playbook"), groupSummary: nil,
      cards: sorted.compactMap { playbookCard($0, shelf) }, isOrdered: false, emptyTitle: "No playbooks yet",
      emptyHint: "Name the stage under stages in a playbook.")
  }

  private func playbookCard(_ playbook: Playbook, _ shelf: ToolkitShelf) -> Card? {
    guard let href = addresses.href(playbook.source.path) else { return nil }
    let review = review(of: playbook)
    var details = [review.badge.text, Format.count(playbook.steps.count, "step")]
    if playbook.stages.count > 1 { details.insert(playbook.stages.map(shelf.stageName).joined(separator: ", "), at: 0) }
    let deals = shelf.dealsAt[playbook.slug]?.count ?? 0
    if deals > 0 { details.append("\(Format.count(deals, "deal")) now") }
    return Card(
      icon: "playbook", title: playbook.title, page: href, summary: playbook.source.summary ?? playbook.purpose,
      badges: draftMark(playbook.source) + (review.isStale ? [Badge(text: "Stale", tone: "warning")] : []),
      details: details, owner: playbook.owner.map { person($0) })
  }

  /// How fresh a playbook is.
  func review(of playbook: Playbook) -> ReviewState {
    ReviewState(playbook.reviewedOn, limitDays: workspace.settings.freshness.playbookDays, today: today)
  }
}
