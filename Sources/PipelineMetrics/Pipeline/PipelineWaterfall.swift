package import WorkspaceModel

/// What happened to the open pipeline between the start and the end of a period (domain 2.1), outcome by outcome.
///
/// Start and ins less outs are the end, to the cent, in every currency and kind.
package struct PipelineWaterfall: Sendable {
  /// A step of the waterfall.
  package enum Line: String, Hashable, Sendable, CaseIterable {
    case openStart = "open_start"
    case created, reopened
    /// Only when the scope is a close period: it came to be dated in it.
    case pulledIn = "pulled_in"
    /// Also an amount that was unknown before.
    case increased
    /// Owner, team, category, currency or an import without a day of creation brought it into the scope.
    case movedIn = "moved_in"
    case decreased
    /// Only when the scope is a close period: it is no longer dated in it.
    case pushedOut = "pushed_out"
    case won, lost
    case movedOut = "moved_out"
    /// The record is gone.
    case removed
    case openEnd = "open_end"

    /// Whether it adds to the pipeline.
    package var isIn: Bool {
      switch self {
      case .openStart, .created, .reopened, .pulledIn, .increased, .movedIn: true
      case .decreased, .pushedOut, .won, .lost, .movedOut, .removed, .openEnd: false
      }
    }
  }

  /// Each line, also those that came to nothing.
  package let lines: [(line: Line, metric: Metric)]
  /// By how much start, ins and outs miss the end, by unit; empty unless there is a bug.
  package let imbalance: [MoneySum.Unit: Decimal4]

  /// The waterfall of a scope; with `closing` that of the deals dated in a period, with `category` of one category.
  package init(
    _ lives: DealLives, during period: MetricPeriod, scope: MetricScope = .all, closing: MetricPeriod? = nil,
    category: Deal.Category? = nil
  ) {
    let end = min(lives.clock.day, period.end.adding(days: -1))
    var reading = WaterfallReading(lives, scope: scope, closing: closing, category: category)
    let scoped = lives.lives(in: scope)
    for life in scoped { reading.take(life, after: period.eve, through: end) }
    let reason = lives.reasonForNone ?? (scoped.isEmpty ? "no deals in scope" : nil)
    let place = closing.map { " of deals dated in \($0.name)" } ?? ""
    lines = Line.allCases.map { line in
      let evidence = reading.evidence[line] ?? Evidence()
      let sum = reading.sums[line] ?? MoneySum()
      return (
        line,
        evidence.metric(
          lives.definition(
            "waterfall_\(line.rawValue)", line.title,
            "\(line.rawValue) in the waterfall of open pipeline\(place) over \(period.name), event view"), .money,
          reason.map(MetricValue.unknown) ?? sum.value(orUnknown: "no amount is known"))
      )
    }
    var balance: [MoneySum.Unit: Decimal4] = [:]
    for (line, sum) in reading.sums {
      for (unit, amount) in sum.sums {
        balance[unit, default: .zero] =
          line.isIn ? balance[unit, default: .zero] + amount : balance[unit, default: .zero] - amount
      }
    }
    imbalance = balance.filter { $0.value != .zero }
  }

  /// One of the lines.
  package func metric(_ line: Line) -> Metric? { lines.first { $0.line == line }?.metric }
}

extension PipelineWaterfall.Line {
  /// As a table names it.
  package var title: String { Slug.title(of: rawValue) }
}
