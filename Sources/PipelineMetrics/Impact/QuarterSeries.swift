internal import WorkspaceModel

/// A figure quarter by quarter, beside where it began and beside two guesses that need no skill.
///
/// It tells what was measured and when. Nothing in it tells why.
package struct QuarterSeries: Sendable {
  /// Figures that are followed.
  package enum Measure: String, CaseIterable, Sendable {
    case cycle
    case winRate = "win_rate"
  }

  /// How much of a quarter the record covers.
  package enum Coverage: Sendable { case partial, full, running }

  /// What somebody would have said of a quarter who knew only those before it.
  package struct Guess: Hashable, Sendable {
    package let number: Fraction
    /// The quarters that it is made from, oldest first.
    package let quarters: [MetricPeriod]
    /// Of deals in them.
    package let n: Int
  }

  /// One quarter.
  package struct Point: Sendable {
    package let period: MetricPeriod
    package let coverage: Coverage
    package let value: Metric
    /// Days, or a share; nil when unknown, which is not zero.
    package let number: Fraction?
    /// The value of the last full quarter before it that has one.
    package let carried: Guess?
    /// The mean of the values of all full quarters before it, each counting once.
    package let mean: Guess?
  }

  /// Where the figure began.
  package struct Baseline: Sendable {
    /// The quarters that it is taken from, oldest first.
    package let quarters: [MetricPeriod]
    /// Over the deals of those quarters together.
    package let value: Metric
    /// Nil when unknown.
    package let number: Fraction?
  }

  /// So many quarters make the baseline: one alone is too much of an accident, a year leaves nothing to compare.
  package static let baselineQuarters = 2

  package let measure: Measure
  /// Oldest first.
  package let points: [Point]
  /// The first full quarters on record that have a value; nil until another one with a value follows them.
  package let baseline: Baseline?

  /// The series of a scope over the quarters of a record.
  package init(_ measure: Measure, _ lives: DealLives, _ quarters: RecordedQuarters, scope: MetricScope = .all) {
    self.measure = measure
    func metric(_ period: MetricPeriod) -> Metric {
      switch measure {
      case .cycle: SalesCycle(lives, during: period, scope: scope).median
      case .winRate: WinRate(lives, during: period, scope: scope).count
      }
    }
    let all =
      (quarters.partial.map { [($0, Coverage.partial)] } ?? []) + quarters.full.map { ($0, .full) }
      + (quarters.running.map { [($0, .running)] } ?? [])
    var points: [Point] = []
    var known: [(period: MetricPeriod, number: Fraction, n: Int)] = []
    for (period, coverage) in all {
      let value = metric(period)
      let number = Self.number(value)
      points.append(
        Point(
          period: period, coverage: coverage, value: value, number: number,
          carried: known.last.map { Guess(number: $0.number, quarters: [$0.period], n: $0.n) },
          mean: Self.mean(known)))
      if coverage == .full, let number { known.append((period, number, value.n)) }
    }
    self.points = points
    let first = known.prefix(Self.baselineQuarters).map(\.period)
    let isFollowed = known.count > first.count || points.contains { $0.coverage == .running && $0.number != nil }
    if first.count == Self.baselineQuarters, isFollowed, let start = first.first, let last = first.last {
      // Quarters between them have no deal that could take part.
      let value = metric(MetricPeriod(start.start, until: last.end, name: "\(start.name) and \(last.name)"))
      baseline = Baseline(quarters: Array(first), value: value, number: Self.number(value))
    } else {
      baseline = nil
    }
  }

  /// The newest full quarter.
  package var newest: Point? { points.last { $0.coverage == .full } }

  private static func number(_ metric: Metric) -> Fraction? { metric.number ?? metric.ratio?.fraction }

  private static func mean(_ known: [(period: MetricPeriod, number: Fraction, n: Int)]) -> Guess? {
    let sum = known.reduce(Fraction.zero) { $0 + $1.number }
    return (sum / Fraction(known.count)).map { number in
      Guess(number: number, quarters: known.map(\.period), n: known.reduce(0) { $0 + $1.n })
    }
  }
}
