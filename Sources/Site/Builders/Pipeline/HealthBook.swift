internal import PipelineMetrics
internal import WorkspaceModel

/// How every customer under contract does today, worked out once.
struct HealthBook: Sendable {
  /// Days between the points of a trend, and how many there are: as far back as enough is known.
  private static let step = 30
  private static let lengths = [7, 4]

  private let reading: HealthReading
  private let scores: [String: CustomerHealth]

  /// Scores the customers of a workspace; prospects, partners and former customers have no health.
  init(_ workspace: Workspace, clock: MetricClock) {
    let reading = HealthReading(workspace, clock: clock)
    self.reading = reading
    scores = Dictionary(
      workspace.customers.compactMap { customer in
        guard customer.lifecycle == .customer else { return nil }
        return reading.score(of: customer.slug).map { (customer.slug, $0) }
      }
    ) { first, _ in first }
  }

  /// The health of a customer; nil for those who are none.
  func score(of slug: String) -> CustomerHealth? { scores[slug] }

  /// How the score moved over half a year or a quarter, by the components that are known on all of its days.
  func trend(of slug: String) -> HealthTrend? {
    guard let day = scores[slug]?.day else { return nil }
    let trends = Self.lengths.lazy.compactMap { points in
      reading.trend(of: slug, on: (0..<points).map { day.adding(days: -Self.step * $0) })
    }
    return trends.first { $0.change != nil }
  }
}
