internal import Diagnostics
internal import WorkspaceModel

/// The targets of a scope for a period.
///
/// The quota of somebody whose reports have quotas too is the sum of theirs and does not count again.
struct Quotas {
  /// By unit of the targets.
  private(set) var sum = MoneySum()
  private(set) var evidence = Evidence()
  /// Why there is none; nil when there is one.
  private(set) var reason: String?

  static let people: RepoPath = "workspace-setup/people.yaml"

  init(_ lives: DealLives, in scope: MetricScope, for period: MetricPeriod, measure: String) {
    guard scope.segments == nil, scope.customers == nil, scope.pipelines == nil, scope.types == nil,
      scope.competitors == nil
    else {
      reason = "quotas are set for people, not for a part of their deals"
      return
    }
    var targets: [String: Money] = [:]
    for person in lives.people where Self.isIn(scope, person) {
      let quotas = person.quotas.filter { $0.measure ?? "bookings" == measure }
      guard !quotas.isEmpty else { continue }
      if let target = Self.target(quotas, period, lives.settings) {
        targets[person.id] = target
      } else {
        evidence.leaveOut(Self.people, "\(person.id) has no target for \(period.name)")
      }
    }
    // Whoever leads somebody with a target has a target that is made of theirs.
    var leads: Set<String> = []
    let managers = Dictionary(lives.people.compactMap { person in person.manager.map { (person.id, $0) } }) { $1 }
    for id in targets.keys {
      var next = managers[id]
      while let manager = next, leads.insert(manager).inserted { next = managers[manager] }
    }
    for (person, target) in targets.sorted(by: { $0.key < $1.key }) where !leads.contains(person) {
      if let kind = scope.amountKind, target.kind != kind { continue }
      sum.add(lives.priced(target))
      evidence.use(Self.people, person, lives.priced(target))
    }
    if sum.sums.isEmpty { reason = "no target for \(period.name)" }
  }

  private static func isIn(_ scope: MetricScope, _ person: TeamMember) -> Bool {
    (scope.people?.contains(person.id) ?? true) && (scope.teams.map { person.team.map($0.contains) ?? false } ?? true)
  }

  /// The target for just this period, else the sum of those for its parts when they fill it.
  private static func target(_ quotas: [TeamMember.Quota], _ period: MetricPeriod, _ settings: Settings) -> Money? {
    var total: Money?
    var length = 0
    for quota in quotas {
      guard let target = quota.target, let part = MetricPeriod(quota.period, settings: settings) else { continue }
      if part.start == period.start, part.end == period.end { return target }
      guard part.start >= period.start, part.end <= period.end else { continue }
      if let sum = total {
        guard sum.unit == target.unit else { return nil }
        total?.amount = sum.amount + target.amount
      } else {
        total = target
      }
      length += part.length
    }
    return length == period.length ? total : nil
  }
}
