internal import Diagnostics
internal import PipelineMetrics
internal import WorkspaceModel

extension ReportReading {
  /// Deals and customers of theirs in the order in which they should be looked at, each with why, what to do about it and
  /// what helps.
  func priorities() -> SectionData {
    var section = SectionData(
      "priorities", ["title", "reason", "action", "stake", "help"], links: ["help"],
      none: openDeals.isEmpty && customers.isEmpty
        ? "no open deal and no customer in this scope" : "nothing in this scope is late, stale or without a next step")
    section.define(Self.ranking)
    let help = PlanHelp(workspace)
    for entry in attention(help).entries {
      guard let first = entry.reasons.first else { continue }
      let record = entry.reasons.lazy.compactMap { help.record(of: $0.help) }.first
      section.add(
        entry.record, links: [record?.source.path],
        sources.deals[entry.record].map(title) ?? subjectName(entry.record),
        entry.reasons.map(\.reason).joined(separator: ", "), first.action,
        entry.stake.map { "\(ReportWords.money($0)) at stake" } ?? "stake unknown",
        record?.title ?? "nothing that is written helps")
    }
    section.limit(5, "record")
    return section
  }

  private static let ranking = MetricDefinition(
    "attention", "Priority",
    "points of all reasons (close date or renewal passed 5, no next step or unwell 4, stale, single-threaded or step late "
      + "3, unanswered rival or quiet 2, criteria missing 1), times one to two by where the stake stands among stakes of "
      + "the same currency and kind; the stake of a deal is amount × odds, of a customer its ARR")

  private func attention(_ help: PlanHelp) -> AttentionRanking {
    let deals = openDeals.map { deal -> AttentionRanking.Entry in
      let standing = standing(deal)
      let gate = StageGate(
        deal, customer: sources.customers[deal.customer], interactions: past(deal.customer),
        contacts: contactIDs(of: deal.customer))
      let reasons = DealAttention(
        deal, standing, workflow: workspace.workflow(for: deal), gate: gate, battlecards: help.battlecards,
        play: help.playbook(of: deal, in: workspace)?.source.slug, today: today
      ).reasons
      return AttentionRanking.Entry(record: deal.source.path, reasons: reasons, stake: weighted(deal, standing))
    }
    let renewing = Set(workspace.deals.filter { $0.isOpen && $0.type == .renewal }.map(\.customer))
    let accounts = workspace.customers.filter { looksAfter($0.slug) }.map { customer in
      AttentionRanking.Entry(
        record: customer.source.path,
        reasons: CustomerAttention(
          customer, health: sources.health.score(of: customer.slug), hasOpenRenewal: renewing.contains(customer.slug),
          lastTwoWay: sources.contacts.contacts(with: customer.slug).last?.on, today: today
        ).reasons,
        stake: customer.arr)
    }
    return AttentionRanking(deals + accounts)
  }

  private func weighted(_ deal: Deal, _ standing: DealStanding) -> Money? {
    guard let amount = deal.amount, let odds = standing.probability else { return nil }
    return Money(amount.amount * odds, currency: amount.currency, kind: amount.kind)
  }

  private func subjectName(_ record: RepoPath) -> String {
    workspace.customers.first { $0.source.path == record }?.name ?? record.stem
  }
}

/// What can be opened for an action: plays by stage and battlecards.
private struct PlanHelp {
  let battlecards: [String: Battlecard]
  private let playbooks: [String: Playbook]
  /// The first playbook that names a stage.
  private let plays: [String: Playbook]

  init(_ workspace: Workspace) {
    battlecards = Dictionary(workspace.battlecards.map { ($0.slug, $0) }) { first, _ in first }
    playbooks = Dictionary(workspace.playbooks.map { ($0.source.slug, $0) }) { first, _ in first }
    var plays: [String: Playbook] = [:]
    for playbook in workspace.playbooks.sorted(by: { $0.source.path < $1.source.path }) {
      for stage in playbook.stages where plays[stage] == nil { plays[stage] = playbook }
    }
    self.plays = plays
  }

  /// The playbook for the stage of a deal: the one that its workflow names, else the first that names the stage.
  func playbook(of deal: Deal, in workspace: Workspace) -> Playbook? {
    guard let stage = deal.stage else { return nil }
    return workspace.workflow(for: deal).stage(stage)?.play.flatMap { playbooks[$0] } ?? plays[stage]
  }

  func record(of help: AttentionReason.Help?) -> (any WorkspaceRecord)? {
    switch help {
    case .play(let slug): playbooks[slug]
    case .battlecard(let slug): battlecards[slug]
    case nil: nil
    }
  }
}
