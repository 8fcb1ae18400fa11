package import WorkspaceModel

/// How a health score moved, over what is comparable.
package struct HealthTrend: Sendable {
  /// The score of one day.
  package struct Point: Hashable, Sendable {
    package let day: Day
    /// By the common components alone; nil when their weight is too small.
    package let score: Fraction?
  }

  /// In the order of days.
  package let points: [Point]
  /// Known on every one of the days, and with weight.
  package let components: [HealthSettings.Component]
  /// The last score less the first; nil when either is unknown.
  package let change: Fraction?

  /// A trend over scores in the order of days.
  init(_ scores: [CustomerHealth]) {
    let common = HealthSettings.Component.allCases.filter { kind in
      scores.allSatisfy { score in score.component(kind).map { $0.weight > .zero && $0.score != nil } ?? false }
    }
    components = common
    let points = scores.map { score in
      // All weights stay in, so that coverage is told of the whole.
      let parts = score.components.map { part in
        common.contains(part.kind)
          ? part
          : HealthComponent(
            kind: part.kind, score: nil, weight: part.weight, asOf: nil, reason: part.reason, sources: [])
      }
      let kept = CustomerHealth(record: score.record, day: score.day, components: parts, flags: score.flags)
      return Point(day: score.day, score: kept.score)
    }
    self.points = points
    change = points.last?.score.flatMap { last in points.first?.score.map { last - $0 } }
  }
}
