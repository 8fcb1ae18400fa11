internal import Diagnostics
internal import PipelineMetrics
internal import WorkspaceModel

extension ReportReading {
  /// Alerts that somebody still has to look at, on subjects of theirs: unanswered first, then by severity and age.
  var openAlerts: [Alert] {
    workspace.alerts.filter { $0.isOpen && ($0.firedAt.map { $0 <= clock.now } ?? true) && isOnOurs($0) }
      .sorted { left, right in
        let (one, other) = (left.state == .acknowledged, right.state == .acknowledged)
        if one != other { return other }
        if Self.rank(left) != Self.rank(right) { return Self.rank(left) > Self.rank(right) }
        return (left.firedAt?.seconds ?? 0, right.source.path) > (right.firedAt?.seconds ?? 0, left.source.path)
      }
  }

  private static func rank(_ alert: Alert) -> Int {
    switch alert.severity {
    case .critical: 4
    case .high: 3
    case .medium: 2
    case .low: 1
    case nil: 0
    }
  }

  private func isOnOurs(_ alert: Alert) -> Bool {
    if people == nil { return true }
    if let deal = deal(of: alert) { return isNear(deal) }
    return customer(of: alert).map(concerns) ?? false
  }

  /// The deal that an alert is about.
  func deal(of alert: Alert) -> Deal? {
    guard let parts = alert.subject?.split(separator: "/"), parts.count == 2 else { return nil }
    return workspace.deals.first { $0.customer == parts[0] && $0.slug == parts[1] }
  }

  /// Slug of the customer that an alert is about.
  func customer(of alert: Alert) -> String? { alert.subject.map { String($0.prefix { $0 != "/" }) } }

  /// The rule of an alert.
  func rule(of alert: Alert) -> TriggerRule? {
    workspace.ruleFiles.lazy.flatMap(\.rules).first { $0.id == alert.rule }
  }

  /// What a rule is called.
  func ruleName(_ id: String?) -> String {
    guard let id else { return "unknown rule" }
    return workspace.ruleFiles.lazy.flatMap(\.rules).first { $0.id == id }?.name ?? Slug.title(of: id)
  }

  /// "Churn risk at Kestrel Cold Chain".
  func alertTitle(_ alert: Alert) -> String {
    let subject = deal(of: alert).map(title) ?? customer(of: alert).map(customerName) ?? "unknown subject"
    return "\(ruleName(alert.rule)) at \(subject)"
  }

  /// The values that made a rule true, in words.
  func values(_ alert: Alert) -> String {
    alert.values.map { "\(ReportWords.words($0.name)) \(ReportWords.words($0.value))" }.joined(separator: ", ")
  }

  /// Alerts that need a human.
  func alertsToday() -> SectionData {
    var section = SectionData("alerts_today", ["title", "because", "severity"], none: "no alert waits for an answer")
    for alert in openAlerts where alert.state != .acknowledged {
      let since = alert.firedAt.map { ", for \(age(since: clock.day(of: $0)))" } ?? ""
      section.add(
        alert.source.path, alertTitle(alert), (values(alert).isEmpty ? "no values noted" : values(alert)) + since,
        alert.severity?.rawValue)
    }
    section.limit(6, "alert")
    return section
  }

  /// Alerts of the period by rule: how many, how many of them useful, how fast they were answered.
  func alertVolume() -> SectionData {
    var section = SectionData("alerts", ["rule", "n", "precision", "age"], none: "no alert fired \(inPeriod)")
    let fired = workspace.alerts.filter { alert in
      alert.firedAt.map { period.contains(clock.day(of: $0)) && $0 <= clock.now } ?? false
    }
    for id in Set(fired.map { $0.rule ?? "" }).sorted() {
      let those = fired.filter { ($0.rule ?? "") == id }
      let precision = AlertPrecision(workspace, clock: clock, during: period, rule: id).precision
      let response = AlertResponse(
        workspace, clock: clock, during: period, hours: BusinessHours(settings.workingTime), rules: [id]
      ).acknowledgement.median
      section.note(precision)
      section.note(response)
      section.add(
        those.map(\.source.path), ruleName(id), String(those.count),
        precision.reason.map { "unknown (\($0))" } ?? "\(ReportWords.figure(precision)) useful",
        response.reason == nil ? "acknowledged after \(ReportWords.minutes(response)) (median)" : "not acknowledged yet"
      )
    }
    return section
  }
}
