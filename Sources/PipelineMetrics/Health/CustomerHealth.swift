package import Diagnostics
package import WorkspaceModel

/// How a customer does on a day, in parts that can be looked at one by one (domain 1.8).
///
/// The mean of the known components by weight (option A), capped just below 40 by a hard flag (option B).
package struct CustomerHealth: Sendable {
  package let record: RepoPath
  package let day: Day
  /// All of them, also those without weight, in a fixed order.
  package let components: [HealthComponent]
  package let flags: [HealthFlag]
  /// Known weight / all weight; nil when nothing has weight.
  package let coverage: Ratio?
  /// Σ weight × score / Σ weight over the known components; nil when none is known or too few are.
  package let average: Fraction?
  /// The average, unless a flag caps it.
  package let score: Fraction?
  /// What it would be at worst, each unknown component counted as 0: losing one never raises it.
  package let floor: Fraction?

  /// Below this coverage there is no score.
  package static let enough = Fraction(6, over: 10) ?? .zero
  /// Where a flag caps a score.
  package static let cap = Fraction(399_999, over: 10_000) ?? .zero
  /// The definition that is printed with it.
  package static let definition = MetricDefinition(
    "health_score", "Health",
    "sum of weight × score / sum of weight over the known components, 0 to 100; below 40 with a notice of cancellation, a "
      + "sponsor who left or an invoice more than 60 days late; no score below 60 % known weight")

  /// The score that components and flags make.
  package init(record: RepoPath, day: Day, components: [HealthComponent], flags: [HealthFlag]) {
    self.record = record
    self.day = day
    self.components = components
    self.flags = flags
    let all = components.reduce(Decimal4.zero) { $0 + $1.weight }
    let known = components.filter { $0.score != nil }
    let weight = known.reduce(Decimal4.zero) { $0 + $1.weight }
    let sum = known.reduce(Fraction.zero) { $0 + Fraction($1.weight) * ($1.score ?? .zero) }
    coverage = Ratio(weight, of: all)
    let isEnough = coverage.map { $0.fraction >= Self.enough } ?? false
    average = isEnough ? sum / Fraction(weight) : nil
    let limit = flags.isEmpty ? Fraction(100) : Self.cap
    score = average.map { min($0, limit) }
    floor = (sum / Fraction(all)).map { min($0, limit) }
  }

  /// Nil when too little is known.
  package var band: HealthBand? { score.map(HealthBand.init) }

  /// One of its parts.
  package func component(_ kind: HealthSettings.Component) -> HealthComponent? {
    components.first { $0.kind == kind }
  }

  /// The score as a metric: n is the number of known components that have weight.
  package var metric: Metric {
    var evidence = Evidence()
    for component in components where component.weight > .zero {
      if component.score == nil {
        evidence.leaveOut(record, "\(component.kind.rawValue): \(component.reason)")
      } else {
        for source in component.sources { evidence.use(source, component.kind.rawValue) }
      }
    }
    let known = components.count { $0.weight > .zero && $0.score != nil }
    return evidence.metric(
      Self.definition, .score, score.map(MetricValue.number) ?? .unknown("insufficient data"), n: known)
  }
}
