package import WorkspaceModel

/// Amounts added up by currency and kind, with a count of those that are unknown; kinds and currencies never mix.
package struct MoneySum: Sendable {
  /// What may be added to one another.
  package struct Unit: Hashable, Sendable, Comparable {
    /// ISO 4217 code.
    package let currency: String
    /// Nil when the amounts do not say.
    package let kind: Money.Kind?

    /// Orders by currency, then by kind.
    package static func < (left: Unit, right: Unit) -> Bool {
      (left.currency, left.kind?.rawValue ?? "") < (right.currency, right.kind?.rawValue ?? "")
    }
  }

  /// Sums, in order of unit.
  package var sums: [(unit: Unit, amount: Decimal4)] {
    amounts.sorted { $0.key < $1.key }.map { (unit: $0.key, amount: $0.value) }
  }
  /// How many had no amount.
  package private(set) var unknown = 0
  /// How many were added, unknown ones too.
  package private(set) var count = 0
  private var amounts: [Unit: Decimal4] = [:]

  /// Nothing added yet.
  package init() {}

  /// Adds an amount, or counts that there is none.
  package mutating func add(_ money: Money?) {
    count += 1
    guard let money else {
      unknown += 1
      return
    }
    let add = { (sum: inout Decimal4) in sum = sum + money.amount }
    add(&amounts[Unit(currency: money.currency, kind: money.kind), default: .zero])
  }
}

/// Open deals of one stage.
package struct StageSum: Sendable {
  package let stage: Workflow.Stage
  /// In the order in which they were given.
  package let deals: [Deal]
  /// Their amounts.
  package let amount: MoneySum
  /// Their amounts by their odds; deals without odds count as unknown.
  package let weighted: MoneySum
}

/// The open pipeline of one workflow, stage by stage (domain 2.1: open and weighted pipeline).
package struct PipelineSums: Sendable {
  package let workflow: Workflow
  /// Open stages in the order of the workflow, empty ones too.
  package let stages: [StageSum]
  /// All of them together.
  package let amount: MoneySum
  /// All of them together, by odds.
  package let weighted: MoneySum

  /// Adds up the open deals that belong to a workflow.
  package init(_ workflow: Workflow, openDeals: [Deal]) {
    self.workflow = workflow
    var total = MoneySum()
    var totalWeighted = MoneySum()
    let byStage = Dictionary(grouping: openDeals) { $0.stage ?? "" }
    stages = workflow.stages.filter { $0.category != .closed && $0.id != "closed_lost" }.map { stage in
      var amount = MoneySum()
      var weighted = MoneySum()
      let deals = byStage[stage.id] ?? []
      for deal in deals {
        amount.add(deal.amount)
        total.add(deal.amount)
        let share = Self.weighted(deal, stage)
        weighted.add(share)
        totalWeighted.add(share)
      }
      return StageSum(stage: stage, deals: deals, amount: amount, weighted: weighted)
    }
    amount = total
    weighted = totalWeighted
  }

  private static func weighted(_ deal: Deal, _ stage: Workflow.Stage) -> Money? {
    guard let amount = deal.amount, let odds = deal.probability ?? stage.probability else { return nil }
    return Money(amount.amount * odds, currency: amount.currency, kind: amount.kind)
  }
}
