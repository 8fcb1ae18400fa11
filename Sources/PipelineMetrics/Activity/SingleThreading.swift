package import Diagnostics
package import WorkspaceModel

/// How many open deals hang on one person (domain 2.1: single-threaded).
package struct SingleThreading: Sendable {
  /// Single-threaded / open deals from Discovery on.
  package let share: Metric
  /// Open deals from Discovery on without a known economic buyer, in the order of paths.
  package let withoutEconomicBuyer: [RepoPath]
  /// Open deals from Discovery on without a champion, in the order of paths.
  package let withoutChampion: [RepoPath]

  /// How far back a contact counts.
  package static let days = 60

  /// The open deals of a scope; roles are those noted today.
  package init(
    _ lives: DealLives, _ workspace: Workspace, _ contacts: TwoWayContacts, scope: MetricScope = .all
  ) {
    let today = lives.clock.day
    var evidence = Evidence()
    var (noBuyer, noChampion): ([RepoPath], [RepoPath]) = ([], [])
    let open = OpenDeals(lives, in: scope, on: today)
    let deals = Dictionary(workspace.deals.map { ($0.source.path, $0) }) { first, _ in first }
    for entry in open.entries {
      guard let deal = deals[entry.life.record] else { continue }
      guard let stage = entry.state.stage else {
        evidence.leaveOut(entry.life.record, "open in an unknown stage")
        continue
      }
      guard let discovery = entry.life.place(of: "discovery"), let place = entry.life.place(of: stage),
        place >= discovery
      else { continue }
      var people: Set<String> = []
      var records: [RepoPath] = []
      for contact in contacts.contacts(about: deal.slug, of: deal.customer)
      where today.days(since: contact.on) <= Self.days {
        people.formUnion(contact.people)
        records.append(contact.record)
      }
      evidence.use(entry.life.record, people.count < 2 ? "single" : "several", commits: [entry.life.newestCommit])
      for record in records { evidence.use(record, "contact") }
      if !deal.committee.contains(where: { $0.role == .economicBuyer }) { noBuyer.append(entry.life.record) }
      if !deal.committee.contains(where: { $0.role == .champion }) { noChampion.append(entry.life.record) }
    }
    withoutEconomicBuyer = noBuyer
    withoutChampion = noChampion
    let single = evidence.inputs.count { $0.part == "single" }
    let all = single + evidence.inputs.count { $0.part == "several" }
    share = evidence.metric(
      MetricDefinition(
        "single_threaded", "Single-threaded",
        "open deals from Discovery on with fewer than 2 contacts in two-way contact in \(Self.days) days / all of them"),
      .share,
      Ratio(single, of: all).map(MetricValue.ratio) ?? .unknown(open.reason ?? "no open deal from Discovery on"),
      n: all)
  }
}
