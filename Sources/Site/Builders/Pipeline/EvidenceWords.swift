internal import Diagnostics
internal import PipelineMetrics
internal import WorkspaceModel

/// How the records behind a figure make it.
enum EvidenceWords {
  /// The file that quotas stand in.
  static let people: RepoPath = "workspace-setup/people.yaml"

  /// What a record counts as, in words.
  static func part(_ part: String) -> String {
    switch part {
    case "owner": "odds set by the owner"
    case "observed": "odds as observed"
    case "standard": "odds of the stage"
    case "step": "one stage on"
    case "skip": "stages skipped"
    case "back": "fell back"
    default: part.contains(" to ") ? part : Slug.title(of: part).lowercased()
    }
  }

  /// The inputs that are listed: factors with a page of their own are not listed again.
  static func inputs(_ metric: Metric) -> [MetricInput] {
    metric.definition.id == "sales_velocity" ? metric.inputs.filter { $0.part == "open" } : metric.inputs
  }

  /// How the parts make the figure, a line for each part and one for the result.
  static func workings(_ metric: Metric) -> [String] {
    var order: [String] = []
    var groups: [String: [MetricInput]] = [:]
    for input in inputs(metric) {
      let name =
        input.record == people ? "quota" : metric.unit == .days ? "records" : self.part(input.part)
      if groups[name] == nil { order.append(name) }
      groups[name, default: []].append(input)
    }
    if order.count > 6 { order = [] }
    var lines = order.map { name in
      let group = groups[name] ?? []
      let noun =
        metric.definition.id.hasPrefix("push")
        ? Format.count(group.count, "push", "pushes") : Format.grouped(group.count)
      let amounts = added(group)
      return "\(MetricWords.sentenceCase(name)): \(noun)" + (amounts.isEmpty ? "" : ", \(amounts)")
    }
    if let rule = rule(metric) { lines.append(rule) }
    return lines
  }

  private static func added(_ inputs: [MetricInput]) -> String {
    var sum = MoneySum()
    for input in inputs where input.amount != nil { sum.add(input.amount) }
    var texts = sum.sums.map { "\(Format.number($0.amount)) \(MetricWords.unit($0.unit))" }
    if inputs.contains(where: { $0.days != nil }) {
      texts.append("\(Format.grouped(inputs.reduce(0) { $0 + ($1.days ?? 0) })) days")
    }
    return texts.joined(separator: ", ")
  }

  private static func rule(_ metric: Metric) -> String? {
    guard metric.reason == nil else { return nil }
    let result = MetricWords.exact(metric)
    return switch metric.definition.id {
    case "average_deal_size": "Amount / records = \(result)"
    case "median_deal_size", "sales_cycle_median", "stage_duration_median": "The middle one of the list = \(result)"
    case "sales_cycle_mean", "stage_duration_mean": "Days / records = \(result)"
    case "sales_cycle_p90": "The smallest one that nine in ten do not exceed = \(result)"
    case "sales_velocity": "Open × win rate × average deal / median cycle = \(result)"
    case "coverage": "Open / (quota − won + undone) = \(result)"
    case "needed_coverage": "(Won + lost) / won = \(result)"
    case "quota_attainment": "(Won + undone) / quota = \(result)"
    case "quota_pace": "Attainment / share of working days that have passed = \(result)"
    default: nil
    }
  }
}
