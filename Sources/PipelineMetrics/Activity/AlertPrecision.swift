package import WorkspaceModel

/// How much of what a rule said was worth saying (domain 2.1): below 0.7 it should be retired.
package struct AlertPrecision: Sendable {
  /// useful / (useful + noise).
  package let precision: Metric

  /// The verdicts on alerts that fired in a period, of one rule or of all; duplicates do not count.
  package init(_ workspace: Workspace, clock: MetricClock, during period: MetricPeriod, rule: String? = nil) {
    var evidence = Evidence()
    for alert in workspace.alerts where rule.map({ $0 == alert.rule }) ?? true {
      guard let fired = alert.firedAt else {
        evidence.leaveOut(alert.source.path, "fired at an unknown time")
        continue
      }
      guard period.contains(clock.day(of: fired)), fired <= clock.now else { continue }
      switch alert.verdict {
      case .useful: evidence.use(alert.source.path, "useful")
      case .noise: evidence.use(alert.source.path, "noise")
      case .duplicate: break
      case nil: evidence.leaveOut(alert.source.path, "no verdict")
      }
    }
    precision = evidence.metric(
      MetricDefinition(
        "alert_precision", "Alert precision",
        "useful / (useful + noise) of the verdicts on \(rule ?? "all alerts") of \(period.name)"), .share,
      Ratio(evidence.inputs.count { $0.part == "useful" }, of: evidence.inputs.count).map(MetricValue.ratio)
        ?? .unknown(workspace.alerts.isEmpty ? "no alerts" : "no verdicts"))
  }
}
