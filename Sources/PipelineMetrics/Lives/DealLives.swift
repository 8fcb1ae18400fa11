internal import Diagnostics
package import WorkspaceModel

/// The lives of all deals by what was known at a moment, and what metrics need besides.
package struct DealLives: Sendable {
  /// In the order of paths; removed deals are among them.
  package let lives: [DealLife]
  package let clock: MetricClock
  package let settings: Settings
  package let people: [TeamMember]
  /// How amounts become one currency; nil for never.
  package let conversion: ConversionTable?
  /// Why there is no life; nil when there are some.
  package let reasonForNone: String?
  private let segments: [String: Customer.Segment]
  private let teams: [String: String]

  /// Lives by all that is known, or by what was official at the clock's `knownAt`.
  ///
  /// In the present a deal's file goes first and commits fill in; of the past, commits alone tell. A history that does
  /// not reach back to that moment has no lives, rather than wrong ones.
  package init(
    _ workspace: Workspace, _ timeline: Timeline, clock: MetricClock, conversion: ConversionTable? = nil
  ) {
    self.clock = clock
    self.conversion = conversion
    settings = workspace.settings
    people = workspace.people
    segments = Dictionary(
      workspace.customers.compactMap { customer in customer.segment.map { (customer.slug, $0) } }
    ) { first, _ in first }
    teams = Dictionary(workspace.people.compactMap { person in person.team.map { (person.id, $0) } }) { first, _ in
      first
    }
    let newest = timeline.commits.last?.recordedAt.seconds
    let isPresent = clock.knownAt.map { known in newest.map { $0 <= known.seconds } ?? false } ?? true
    let history = isPresent ? timeline : clock.knownAt.map { timeline.asOf($0) } ?? timeline
    var lives: [DealLife] = []
    if isPresent || !history.commits.isEmpty {
      lives = DealLivesReading(workspace, history, clock: clock).lives(isPresent: isPresent)
    }
    lives.removeAll { $0.existsFrom > clock.day }
    self.lives = lives
    reasonForNone =
      !lives.isEmpty
      ? nil : isPresent || !history.commits.isEmpty ? "no deals" : "history does not reach back to that moment"
  }

  /// The lives that belong to a scope, whoever owns them.
  package func lives(in scope: MetricScope) -> [DealLife] {
    // Owners change: whoever asks looks at the one of the day.
    if scope.concernsOwnersOnly { return lives }
    return lives.filter { life in
      (scope.customers?.contains(life.customer) ?? true)
        && (scope.pipelines?.contains(life.workflow.workflowID) ?? true)
        && (scope.types.map { types in life.type.map(types.contains) ?? false } ?? true)
        && (scope.competitors.map { !$0.isDisjoint(with: life.competitors) } ?? true)
        && (scope.segments.map { wanted in segments[life.customer].map(wanted.contains) ?? false } ?? true)
        && (scope.amountKind.map { kind in life.amounts.last.map { $0.kind == kind } ?? true } ?? true)
    }
  }

  /// Whether somebody's deals belong to a scope: asked of the owner at the time, who gets the credit.
  package func credits(_ scope: MetricScope, _ owner: String?) -> Bool {
    if let people = scope.people, !(owner.map(people.contains) ?? false) { return false }
    guard let wanted = scope.teams else { return true }
    return owner.flatMap { teams[$0] }.map(wanted.contains) ?? false
  }

  /// An amount as metrics add it up: nil when there is none or no rate for it.
  package func priced(_ money: Money?, closedOn: Day? = nil) -> Money? {
    guard let money, let conversion else { return money }
    return conversion.converted(money, closedOn: closedOn)
  }

  /// A definition with the name of the conversion table, which every converted figure bears.
  func definition(_ id: String, _ title: String, _ sentence: String) -> MetricDefinition {
    guard let conversion else { return MetricDefinition(id, title, sentence) }
    return MetricDefinition(
      id, title, "\(sentence); in \(conversion.currency) by the table \"\(conversion.name)\"")
  }

  /// Why an amount is not there.
  func whyUnpriced(_ money: Money?) -> String {
    money.map { "no rate for \($0.currency)" } ?? "no amount"
  }
}
