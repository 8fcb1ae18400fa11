internal import Diagnostics
package import PipelineMetrics
package import WorkspaceModel

/// What all reports of one moment read, put in order once.
package struct ReportSources: Sendable {
  package let visible: VisibleWorkspace
  package let clock: MetricClock
  package let lives: DealLives
  let past: PastLives
  let contacts: TwoWayContacts
  let health: HealthReading
  let rates: StageRates
  let deals: [RepoPath: Deal]
  let customers: [String: Customer]
  let people: [String: TeamMember]
  let externals: [String: Contact]
  let contactIDs: [String: Set<String>]
  /// By customer slug.
  let dealsOf: [String: [Deal]]
  let livesByRecord: [RepoPath: DealLife]
  let interactions: [String: [Interaction]]
  let events: [RepoPath: [FieldEvent]]
  let words: ChangeWords

  /// Puts a workspace in order for a moment; `lives` are those of the same moment, where somebody has read them.
  package init(_ visible: VisibleWorkspace, clock: MetricClock, lives known: DealLives? = nil) {
    self.visible = visible
    self.clock = clock
    let workspace = visible.workspace
    lives = known ?? DealLives(workspace, visible.timeline, clock: clock)
    past = PastLives(workspace, visible.timeline)
    contacts = TwoWayContacts(workspace, clock: clock)
    health = HealthReading(workspace, clock: clock)
    rates = StageRates(lives)
    deals = Dictionary(workspace.deals.map { ($0.source.path, $0) }) { first, _ in first }
    dealsOf = Dictionary(grouping: workspace.deals, by: \.customer)
    customers = Dictionary(workspace.customers.map { ($0.slug, $0) }) { first, _ in first }
    people = Dictionary(workspace.people.map { ($0.id, $0) }) { first, _ in first }
    externals = Dictionary(workspace.contacts.map { ($0.id, $0) }) { first, _ in first }
    contactIDs = Dictionary(workspace.contactLists.map { ($0.customer, Set($0.contacts.map(\.id))) }) { $0.union($1) }
    livesByRecord = Dictionary(lives.lives.map { ($0.record, $0) }) { first, _ in first }
    interactions = Dictionary(grouping: workspace.interactions, by: \.customer).mapValues { all in
      all.enumerated().sorted { left, right in
        let (one, other) = (left.element.occurredAt?.seconds ?? 0, right.element.occurredAt?.seconds ?? 0)
        return one == other ? left.offset < right.offset : one < other
      }.map(\.element)
    }
    events = visible.timeline.eventsByRecord
    words = ChangeWords(ChangeNames(workspace))
  }

  var workspace: Workspace { visible.workspace }
}
