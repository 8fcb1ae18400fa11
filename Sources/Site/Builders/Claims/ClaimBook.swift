internal import Diagnostics
internal import Intelligence
internal import PipelineMetrics
internal import WorkspaceModel

/// The figures that texts ask for, each worked out once, with the page that each has.
struct ClaimBook: Sendable {
  /// In the order of their keys.
  let figures: LiveFigures
  /// The files that ask, by key, in the order of paths.
  let files: [String: [RepoPath]]
  /// Address of the page of evidence by key; only figures that can be had have one.
  private let addresses: [String: String]

  /// Nothing is asked for.
  static let empty = ClaimBook(.none, files: [:], addresses: [:])

  private init(_ figures: LiveFigures, files: [String: [RepoPath]], addresses: [String: String]) {
    self.figures = figures
    self.files = files
    self.addresses = addresses
  }

  /// Works out what is asked for.
  init(_ asked: AskedFigures, _ workspace: Workspace, _ timeline: Timeline, _ lives: DealLives) {
    let figures = LiveFigures(asked.queries, workspace, timeline, lives) { name in
      ReportPeriods.period(name, on: lives.clock.day, settings: workspace.settings)
    }
    var addresses: [String: String] = [:]
    var taken: Set<String> = []
    for figure in figures.all where figure.isAsked && workspace.hasSalesRecords {
      let wanted = Self.slug(figure.query.key)
      var slug = wanted
      var number = 2
      while !taken.insert(slug).inserted {
        slug = "\(wanted)-\(number)"
        number += 1
      }
      addresses[figure.query.key] = "/pipeline/evidence/claims/\(slug)/"
    }
    self.init(
      figures, files: Dictionary(asked.all.map { ($0.query.key, $0.files) }) { first, _ in first },
      addresses: addresses)
  }

  /// The page of evidence of a query; nil when it has none.
  func address(_ query: MetricQuery) -> String? { addresses[query.key] }

  /// "win-rate-competitor-rival", not longer than names of folders should be.
  private static func slug(_ key: String) -> String {
    let words = key.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    var slug = ""
    for word in words where slug.utf8.count + word.utf8.count < 96 { slug += slug.isEmpty ? "\(word)" : "-\(word)" }
    return slug
  }
}
