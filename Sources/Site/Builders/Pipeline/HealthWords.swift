internal import PipelineMetrics
internal import WorkspaceModel

/// How health reads.
enum HealthWords {
  /// "Usage trend".
  static func component(_ kind: HealthSettings.Component) -> String {
    switch kind {
    case .usage: "Usage"
    case .adoption: "Adoption"
    case .engagement: "Engagement"
    case .relationship: "Relationship"
    case .support: "Support"
    case .commercial: "Payments"
    case .outcomes: "Outcomes"
    case .sentiment: "Sentiment"
    }
  }

  /// "At risk", with its colour.
  static func badge(_ band: HealthBand) -> Badge {
    switch band {
    case .critical: Badge(text: "Critical", tone: "urgent")
    case .atRisk: Badge(text: "At risk", tone: "warning")
    case .fair: Badge(text: "Fair", tone: "info")
    case .healthy: Badge(text: "Healthy", tone: "positive")
    }
  }

  /// The class of a bar.
  static func tone(_ score: Fraction) -> String {
    switch HealthBand(score) {
    case .critical: "urgent"
    case .atRisk: "warning"
    case .fair: "neutral"
    case .healthy: "positive"
    }
  }

  /// Whole points, rounded down so that a score just below a limit does not look as if it had reached it; a cap has a
  /// place more.
  static func points(_ score: Fraction) -> String {
    if score == CustomerHealth.cap { return "39.9" }
    return String(score.numerator / score.denominator)
  }

  /// A text with a capital in front.
  static func sentence(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}
