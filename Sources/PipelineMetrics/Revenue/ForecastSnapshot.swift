package import Diagnostics
package import WorkspaceModel

/// What was forecast for a period on one day, frozen: without it no accuracy can be measured (domain 1.1).
package struct ForecastSnapshot: Sendable {
  /// A deal with what it was then.
  package struct Entry: Hashable, Sendable {
    package let record: RepoPath
    package let category: Deal.Category
    /// Nil when it had none.
    package let amount: Money?
    package let commits: [String]
  }

  package let asOf: Day
  package let period: MetricPeriod
  package let scope: MetricScope
  /// In the order of paths.
  package let entries: [Entry]
  /// A call that somebody made instead of the sum, with its reason.
  package let override: Override?

  /// A number that stands in for the commit.
  package struct Override: Hashable, Sendable {
    package let amount: Money
    package let reason: String

    /// A call with its reason.
    package init(_ amount: Money, reason: String) {
      self.amount = amount
      self.reason = reason
    }
  }

  /// A snapshot as a file or a tag has it.
  package init(
    asOf: Day, period: MetricPeriod, scope: MetricScope = .all, entries: [Entry], override: Override? = nil
  ) {
    self.asOf = asOf
    self.period = period
    self.scope = scope
    self.entries = entries
    self.override = override
  }

  /// The snapshot that lives give on their clock's day: deals dated in the period and those won in it so far.
  ///
  /// The category is the owner's, else that of the stage. Lives of what was known on that day make the one that stood
  /// then; comparing it with a frozen one shows edits.
  package init(_ lives: DealLives, for period: MetricPeriod, scope: MetricScope = .all, override: Override? = nil) {
    var entries: [Entry] = []
    for entry in OpenDeals(lives, in: scope, on: lives.clock.day, closing: period).entries {
      let stage = entry.state.stage.flatMap { entry.life.workflow.stage($0) }
      guard let category = entry.state.category ?? stage?.category else { continue }
      entries.append(
        Entry(
          record: entry.life.record, category: category, amount: entry.amount,
          commits: entry.life.commits(on: lives.clock.day).compactMap { $0 }))
    }
    for entry in Outcomes(lives, in: scope, during: period, mode: .final).entries where entry.closing.isWon {
      entries.append(
        Entry(
          record: entry.life.record, category: .closed, amount: entry.amount,
          commits: entry.closing.commits.compactMap { $0 }))
    }
    self.init(
      asOf: lives.clock.day, period: period, scope: scope, entries: entries.sorted { $0.record < $1.record },
      override: override)
  }

  /// The same with records that moved at their new places.
  func moved(_ places: [RepoPath: RepoPath]) -> ForecastSnapshot {
    if places.isEmpty { return self }
    let moved = entries.map { entry in
      Entry(
        record: places[entry.record] ?? entry.record, category: entry.category, amount: entry.amount,
        commits: entry.commits)
    }
    return ForecastSnapshot(
      asOf: asOf, period: period, scope: scope, entries: moved.sorted { $0.record < $1.record }, override: override)
  }

  /// Amounts of one category.
  package func sum(_ category: Deal.Category) -> MoneySum {
    var sum = MoneySum()
    for entry in entries where entry.category == category { sum.add(entry.amount) }
    return sum
  }

  /// What was forecast: the override, else commit and what was closed already (cumulative).
  package var forecast: MoneySum {
    var sum = MoneySum()
    if let override {
      sum.add(override.amount)
      return sum
    }
    for entry in entries where entry.category == .commit || entry.category == .closed { sum.add(entry.amount) }
    return sum
  }
}
