internal import Diagnostics
internal import WorkspaceModel

/// Who carries what and what rules came to, joined once for the pages about people, rules, agents and reports.
struct SetupShelf: Sendable {
  /// A deal that was won, and when.
  struct Win: Sendable {
    let deal: Deal
    let on: WorkspaceModel.Day
    /// How much of it the person is credited with, in percent.
    let share: Decimal4
  }

  let documents: DocumentShelf
  let sales: SalesReading
  /// Accounts by person id, each with the parts that the person plays.
  let accountsOf: [String: [(customer: Customer, roles: [String])]]
  /// Open deals by person id: own ones and those in whose team they are.
  let dealsOf: [String: [Deal]]
  /// Won deals by those who are credited with them.
  let winsOf: [String: [Win]]
  /// Won renewals by everybody who takes credit: owner, team, and whoever looks after the account, unless
  /// it is split.
  let renewalsOf: [String: [Win]]
  /// Tasks that are not closed, by person id.
  let tasksOf: [String: [SalesTask]]
  /// Those who report to somebody, by name.
  let reportsTo: [String: [TeamMember]]
  let plansOf: [String: [DailyPlan]]
  /// Alerts by rule id.
  let alertsOf: [String: [Alert]]
  /// Rules by id, with the page on which they stand.
  let rules: [String: (rule: TriggerRule, page: Href)]
  /// Reports about people and teams.
  let live: LiveReports

  init(_ reading: SiteReading) {
    let workspace = reading.workspace
    documents = DocumentShelf(reading)
    let sales = SalesReading(site: reading, standings: DealStandings(reading))
    var accounts: [String: [(customer: Customer, roles: [String])]] = [:]
    for customer in workspace.customers.sorted(by: { ($0.name, $0.source.path) < ($1.name, $1.source.path) }) {
      for (person, owned) in Dictionary(grouping: customer.owners, by: \.person) {
        accounts[person, default: []].append((customer, owned.map { SalesWords.role($0.role) }))
      }
    }
    var deals: [String: [Deal]] = [:]
    var wins: [String: [Win]] = [:]
    var renewals: [String: [Win]] = [:]
    for deal in workspace.deals {
      if deal.isOpen {
        for person in Set(deal.team + [deal.owner].compactMap(\.self)) { deals[person, default: []].append(deal) }
      } else if deal.isWon, let day = Self.closing(of: deal) {
        for credit in deal.credits {
          wins[credit.person, default: []].append(Win(deal: deal, on: day, share: credit.share))
        }
        guard deal.type == .renewal else { continue }
        guard !Deal.isWhole(deal.credit) else {
          for credit in deal.credit {
            renewals[credit.person, default: []].append(Win(deal: deal, on: day, share: credit.share))
          }
          continue
        }
        let keeper = reading.index.customers[deal.customer]?.owner("csm")
        for person in Set(deal.team + [deal.owner, keeper].compactMap(\.self)) {
          renewals[person, default: []].append(Win(deal: deal, on: day, share: Decimal4(100)))
        }
      }
    }
    var rules: [String: (rule: TriggerRule, page: Href)] = [:]
    for file in workspace.ruleFiles {
      guard let page = reading.addresses.href(file.source.path) else { continue }
      for rule in file.rules where rules[rule.id] == nil {
        rules[rule.id] = (rule, Href(page.path, fragment: sales.anchor(rule.id)))
      }
    }
    self.sales = sales
    accountsOf = accounts
    dealsOf = deals.mapValues { list in
      list.sorted { left, right in
        let (first, second) = (left.closeOn?.number ?? Int.max, right.closeOn?.number ?? Int.max)
        return first != second ? first < second : left.source.path < right.source.path
      }
    }
    winsOf = wins
    renewalsOf = renewals
    tasksOf = Dictionary(grouping: workspace.tasks.filter { !$0.isClosed && $0.owner != nil }) { $0.owner ?? "" }
    reportsTo = Dictionary(grouping: workspace.people.filter { $0.manager != nil }) { $0.manager ?? "" }
      .mapValues { $0.sorted { ($0.name, $0.id) < ($1.name, $1.id) } }
    plansOf = Dictionary(grouping: workspace.dailyPlans, by: \.person)
      .mapValues { $0.sorted { ($0.day?.number ?? 0, $0.source.path) > ($1.day?.number ?? 0, $1.source.path) } }
    alertsOf = Dictionary(grouping: workspace.alerts.filter { $0.rule != nil }) { $0.rule ?? "" }
    self.rules = rules
    live = LiveReports(workspace, reading.addresses)
  }

  /// A person and everybody below them; each once, whatever the file says.
  func team(of id: String) -> Set<String> {
    var found: Set<String> = [id]
    var waiting = [id]
    while let next = waiting.popLast() {
      for member in reportsTo[next] ?? [] where found.insert(member.id).inserted { waiting.append(member.id) }
    }
    return found
  }

  private static func closing(of deal: Deal) -> WorkspaceModel.Day? {
    deal.closedOn ?? deal.stageHistory.last { $0.stage == "closed_won" }?.enteredOn
  }
}
