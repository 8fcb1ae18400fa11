internal import Diagnostics
internal import Search
internal import WorkspaceModel

extension SearchCatalog {
  /// What is there to sell with.
  func toolkit() -> [SearchEntry] {
    let workspace = reading.workspace
    var entries = workspace.battlecards.compactMap(battlecard)
    entries += workspace.playbooks.compactMap(playbook)
    entries += workspace.securityPages.compactMap(security)
    entries += workspace.templates.compactMap { kept($0, by: $0.owner, importance: 1.2) }
    entries += workspace.lessons.compactMap { kept($0, by: $0.owner, importance: 1.2) }
    return entries
  }

  private func kept(_ record: any WorkspaceRecord, by owner: String?, importance: Double) -> SearchEntry? {
    guard var entry = entry(record) else { return nil }
    entry.facets = owned(by: owner)
    entry.importance = importance
    return entry
  }

  private func battlecard(_ card: Battlecard) -> SearchEntry? {
    guard var entry = entry(card, title: card.competitor) else { return nil }
    entry.aliases = card.aliases
    entry.facets = owned(by: card.owner)
    entry.keywords = ["competitor"]
    let claims = card.claims.flatMap { [$0.topic, $0.ours, $0.theirs] }
    entry.sections =
      [
        SearchSections.lead([card.thirtySecondAnswer]),
        SearchSections.part("When we win", "when-we-win", card.whenWeWin),
        SearchSections.part("When they win", "when-they-win", card.whenTheyWin),
        SearchSections.part("Comparison", "comparison", claims),
        SearchSections.part("Objections", "objections", card.objections.flatMap { [$0.says, $0.reply] }),
        SearchSections.part("Questions", "questions", card.questions),
        SearchSections.part("Do not say", "landmines", card.landmines),
        SearchSections.part("Pricing seen", "pricing", card.pricingSeen.map(\.what)),
        SearchSections.part("Proof", "proof", card.proof.map(\.note)),
        SearchSections.part("Recent moves", "moves", card.recentMoves.map(\.text)),
      ].compactMap(\.self) + entry.sections
    entry.importance = 1.5
    return entry
  }

  private func playbook(_ playbook: Playbook) -> SearchEntry? {
    guard var entry = entry(playbook) else { return nil }
    entry.facets = owned(by: playbook.owner)
    let steps = playbook.steps.flatMap { [$0.title, $0.detail] }
    entry.sections =
      [
        SearchSections.lead([playbook.purpose, playbook.whenToUse] + playbook.entryCriteria + playbook.exitCriteria),
        SearchSections.part("Steps", "steps", steps),
        SearchSections.part("Questions", "questions", playbook.questions),
        SearchSections.part("Signals", "signals", playbook.signals),
        SearchSections.part("Pitfalls", "pitfalls", playbook.pitfalls),
      ].compactMap(\.self) + entry.sections
      + [SearchSections.part("Measures", "measures", playbook.measures)].compactMap(\.self)
    entry.importance = 1.4
    return entry
  }

  private func security(_ page: WorkspaceModel.SecurityPage) -> SearchEntry? {
    guard var entry = entry(page) else { return nil }
    entry.facets = owned(by: page.owner)
    entry.keywords = page.frameworks
    let answers = page.answers.flatMap { [$0.question, $0.answer] }
    entry.sections.insert(
      contentsOf: [SearchSections.part("Answers", "answers", answers)].compactMap(\.self),
      at: page.source.summary == nil ? 0 : min(1, entry.sections.count))
    entry.importance = 1.3
    return entry
  }
}
