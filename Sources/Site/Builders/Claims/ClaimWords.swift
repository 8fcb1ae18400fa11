package import PipelineMetrics
internal import WorkspaceModel

/// How a figure reads within a sentence.
package enum ClaimWords {
  /// "62 % (n = 13)"; below ten "3 of 4"; "unknown (no deal closed in Q4 2026)".
  package static func text(_ metric: Metric) -> String {
    if let reason = metric.reason {
      // A target that is reached has no coverage, and that is known.
      return MetricWords.isUnknown(metric) ? "unknown (\(MetricWords.spoken(reason)))" : reason
    }
    var parts = tellsItsNumber(metric) ? [] : ["n = \(Format.grouped(metric.n))"]
    if metric.unknown > 0 { parts.append("\(Format.grouped(metric.unknown)) unknown") }
    let short = MetricWords.short(metric)
    return parts.isEmpty ? short : "\(short) (\(parts.joined(separator: ", ")))"
  }

  /// A count is its own number, and so is the whole of a fraction.
  private static func tellsItsNumber(_ metric: Metric) -> Bool {
    if case .count = metric.value { return true }
    return metric.ratio != nil && metric.n < Metric.smallNumber
  }
}

extension SiteReading {
  /// "Win rate", "Conversion of Technical validation".
  func claimName(_ figure: LiveFigure) -> String {
    let title = figure.metric.definition.title
    guard let id = figure.query[.stage] else { return title }
    let stage = workspace.workflows.lazy.compactMap { $0.stage(id) }.first ?? Workflow.standard.stage(id)
    return stage.map { title.replacing(id, with: $0.name) } ?? title
  }

  /// "Win rate, against Kilovane, the last 365 days".
  func claimTitle(_ figure: LiveFigure) -> String {
    let query = figure.query
    var parts = [claimName(figure)]
    if let slug = query[.competitor] {
      parts.append("against \(index.battlecards[slug]?.competitor ?? Slug.title(of: slug))")
    }
    if let slug = query[.customer] { parts.append(customerName(slug)) }
    if let segment = query[.segment] { parts.append(Slug.title(of: segment)) }
    if let owner = query[.owner] { parts.append(personName(owner)) }
    if let team = query[.team] { parts.append("team \(team)") }
    if let pipeline = query[.pipeline] {
      parts.append(workspace.workflows.first { $0.workflowID == pipeline }?.title ?? Slug.title(of: pipeline))
    }
    if let period = figure.period { parts.append(MetricWords.spoken(period.name)) }
    return parts.joined(separator: ", ")
  }
}
