package import WorkspaceModel

/// What a text that asks for a metric gets.
package struct LiveFigure: Sendable, Hashable {
  package let query: MetricQuery
  /// Unknown where the query has problems.
  package let metric: Metric
  /// The days that it is about; nil for a figure of today.
  package let period: MetricPeriod?
  /// Whether the query names a metric and can be narrowed as it says.
  package let isAsked: Bool

  /// A query without a figure, for the reason of its first problem.
  init(_ query: MetricQuery, _ problem: MetricQuery.Problem) {
    self.query = query
    metric = Metric(
      value: .unknown(problem.summary), unit: .share, n: 0, unknown: 0,
      definition: MetricDefinition("", "", ""), inputs: [], leftOut: [])
    period = nil
    isAsked = false
  }

  /// A query with its figure.
  init(_ query: MetricQuery, _ metric: Metric, _ period: MetricPeriod?) {
    self.query = query
    self.metric = metric
    self.period = period
    isAsked = true
  }
}

/// The figures that the texts of a workspace ask for, each worked out once however often it is asked for.
package struct LiveFigures: Sendable {
  /// In the order of their keys.
  package let all: [LiveFigure]
  private let places: [String: Int]

  /// No figure.
  package static let none = LiveFigures([])

  private init(_ all: [LiveFigure]) {
    self.all = all
    places = Dictionary(all.enumerated().map { ($0.element.query.key, $0.offset) }) { first, _ in first }
  }

  /// Works out the figures of some queries; `period` reads the names of periods.
  package init(
    _ queries: some Sequence<MetricQuery>, _ workspace: Workspace, _ timeline: Timeline, _ lives: DealLives,
    period: (String) -> MetricPeriod?
  ) {
    let unique = Dictionary(queries.map { ($0.key, $0) }) { first, _ in first }
    let names = unique.isEmpty ? MetricNames(Workspace()) : MetricNames(workspace)
    var reading = FigureReading(workspace, timeline, lives)
    var all: [LiveFigure] = []
    for query in unique.values.sorted(by: { $0.key < $1.key }) {
      let problems = query.problems(among: names) { period($0) != nil }
      guard let metric = query.metric, problems.isEmpty else {
        if let problem = problems.first { all.append(LiveFigure(query, problem)) }
        continue
      }
      let days = (query[.period] ?? metric.usualPeriod).flatMap(period).map(\.spoken)
      all.append(LiveFigure(query, reading.metric(metric, query, days, names), days))
    }
    self.init(all)
  }

  /// What a query came to; nil when it was not among those worked out.
  package subscript(_ query: MetricQuery) -> LiveFigure? { places[query.key].map { all[$0] } }
}

extension MetricPeriod {
  /// The same days by a name that can stand in a sentence.
  fileprivate var spoken: MetricPeriod {
    if name.hasPrefix("last_") { return MetricPeriod(start, until: end, name: "the \(words)") }
    return MetricPeriod(start, until: end, name: words)
  }

  private var words: String { String(decoding: name.utf8.map { $0 == UInt8(ascii: "_") ? 0x20 : $0 }, as: UTF8.self) }
}
