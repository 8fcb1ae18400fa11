internal import Diagnostics
internal import PipelineMetrics
internal import WorkspaceModel

/// How every deal stands today and who was in touch with us when, worked out once for all pages that ask.
struct DealStandings: Sendable {
  /// Closed deals in which a competitor took part.
  struct Record: Sendable {
    var won = 0
    var lost = 0
  }

  /// Ids of everybody who is a contact of some customer.
  let externals: Set<String>
  /// The last two-way contact by customer.
  let lastTwoWay: [String: WorkspaceModel.Day]
  /// The last two-way contact by contact id.
  let lastTwoWayWith: [String: WorkspaceModel.Day]
  /// How many interactions were two-way, by customer.
  let twoWayCounts: [String: Int]
  /// Deals won and lost against a competitor, by battlecard slug.
  let records: [String: Record]
  /// The first playbook that names a stage, by stage id.
  let plays: [String: Playbook]
  private let byDeal: [RepoPath: DealStanding]
  private let today: WorkspaceModel.Day

  init(_ site: SiteReading) {
    let workspace = site.workspace
    let today = site.today
    let externals = Set(site.index.contacts.keys)
    var lastTwoWay: [String: WorkspaceModel.Day] = [:]
    var lastTwoWayWith: [String: WorkspaceModel.Day] = [:]
    var counts: [String: Int] = [:]
    for interaction in workspace.interactions where interaction.isTwoWay(isExternal: externals.contains) {
      guard let day = interaction.occurredAt?.day, day <= today else { continue }
      let customer = interaction.customer
      counts[customer, default: 0] += 1
      lastTwoWay[customer] = max(lastTwoWay[customer] ?? day, day)
      for participant in interaction.participants where externals.contains(participant) {
        lastTwoWayWith[participant] = max(lastTwoWayWith[participant] ?? day, day)
      }
    }
    var records: [String: Record] = [:]
    var byDeal: [RepoPath: DealStanding] = [:]
    for deal in workspace.deals {
      byDeal[deal.source.path] = DealStanding(
        deal, workflow: workspace.workflow(for: deal), interactions: site.index.interactionsOf[deal.customer] ?? [],
        contacts: externals, today: today)
      guard !deal.isOpen else { continue }
      for competitor in Set(deal.competitors) {
        if deal.isWon {
          records[competitor, default: Record()].won += 1
        } else {
          records[competitor, default: Record()].lost += 1
        }
      }
    }
    var plays: [String: Playbook] = [:]
    for playbook in workspace.playbooks.sorted(by: { $0.source.path < $1.source.path }) {
      for stage in playbook.stages where plays[stage] == nil { plays[stage] = playbook }
    }
    self.externals = externals
    self.lastTwoWay = lastTwoWay
    self.lastTwoWayWith = lastTwoWayWith
    twoWayCounts = counts
    self.records = records
    self.plays = plays
    self.byDeal = byDeal
    self.today = today
  }

  /// How a deal stands.
  func standing(of deal: Deal) -> DealStanding {
    byDeal[deal.source.path]
      ?? DealStanding(deal, workflow: .standard, interactions: [], contacts: [], today: today)
  }
}

extension Deal {
  /// Whether the deal is closed and was won; the stage counts where the outcome is not stated.
  var isWon: Bool { !isOpen && (outcome.map { $0 == .won } ?? (stage == "closed_won")) }

  /// How often the expected close moved to a later calendar month (domain 2.1: push count).
  var pushCount: Int {
    fieldHistory.count { change in
      guard change.field == "close_on", let from = change.from.flatMap({ WorkspaceModel.Day(iso: $0) }),
        let to = change.to.flatMap({ WorkspaceModel.Day(iso: $0) })
      else { return false }
      return (from.parts.year, from.parts.month) < (to.parts.year, to.parts.month)
    }
  }
}

extension Workflow {
  /// The stages in which a deal is still open, in order.
  var openStages: [Stage] { stages.filter { $0.category != .closed && $0.id != "closed_lost" } }
}
