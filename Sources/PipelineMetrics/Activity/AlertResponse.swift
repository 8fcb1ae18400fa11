internal import Diagnostics
package import WorkspaceModel

/// How fast alerts were answered (domain 2.1); those that nobody has answered yet are listed, not averaged.
package struct AlertResponse: Sendable {
  /// Minutes from firing to acknowledgement.
  package let acknowledgement: (median: Metric, p90: Metric)
  /// Minutes from firing to the first activity with the customer.
  package let action: (median: Metric, p90: Metric)
  /// Acknowledged within the agreed time / acknowledged, or open for longer than that.
  package let withinAgreed: Metric

  /// The alerts that fired in a period, up to the clock's moment; without hours the clock never stops.
  package init(
    _ workspace: Workspace, clock: MetricClock, during period: MetricPeriod, agreedMinutes: Int = 1440,
    hours: BusinessHours = .always, rules: Set<String>? = nil
  ) {
    var activities: [String: [Instant]] = [:]
    for interaction in workspace.interactions where interaction.isActivity {
      guard let at = interaction.occurredAt, at <= clock.now else { continue }
      activities[interaction.customer, default: []].append(at)
    }
    activities = activities.mapValues { $0.sorted() }
    var (acked, acted, agreed) = (Evidence(), Evidence(), Evidence())
    var (ackTimes, actTimes): ([Int], [Int]) = ([], [])
    for alert in workspace.alerts where rules.map({ rules in alert.rule.map(rules.contains) ?? false }) ?? true {
      let path = alert.source.path
      guard let fired = alert.firedAt else {
        for reason in ["fired at an unknown time"] {
          acked.leaveOut(path, reason)
          acted.leaveOut(path, reason)
          agreed.leaveOut(path, reason)
        }
        continue
      }
      guard period.contains(clock.day(of: fired)), fired <= clock.now else { continue }
      if let at = alert.acknowledgedAt, at <= clock.now, at >= fired {
        let minutes = hours.minutes(from: fired, to: at)
        ackTimes.append(minutes)
        acked.use(path, "\(minutes) minutes")
        agreed.use(path, minutes <= agreedMinutes ? "in time" : "late")
      } else {
        acked.leaveOut(path, "not acknowledged")
        if hours.minutes(from: fired, to: clock.now) > agreedMinutes {
          agreed.use(path, "late")
        } else {
          agreed.leaveOut(path, "not acknowledged, still in time")
        }
      }
      let customer = alert.subject.map { String($0.prefix { $0 != "/" }) } ?? ""
      if let first = activities[customer]?.first(where: { $0 > fired }) {
        let minutes = hours.minutes(from: fired, to: first)
        actTimes.append(minutes)
        acted.use(path, "\(minutes) minutes")
      } else {
        acted.leaveOut(path, "no activity since")
      }
    }
    let none = workspace.alerts.isEmpty ? "no alerts" : "no alert of \(period.name) has an answer"
    func pair(_ id: String, _ title: String, _ sentence: String, _ evidence: Evidence, _ times: [Int])
      -> (median: Metric, p90: Metric)
    {
      let all = Distribution(times)
      func metric(_ word: String, _ suffix: String, _ figure: Fraction?) -> Metric {
        evidence.metric(
          MetricDefinition(
            "\(id)_\(suffix)", "\(title), \(word)",
            "\(word) of \(sentence), alerts of \(period.name)\(hours == .always ? "" : ", business hours only")"),
          .minutes, Distribution.value(figure, orUnknown: none))
      }
      return (metric("median", "median", all.median), metric("P90", "p90", all.p90.map { Fraction($0) }))
    }
    acknowledgement = pair("alert_ack", "Alert acknowledged", "acknowledged − fired", acked, ackTimes)
    action = pair("alert_action", "Acted on an alert", "first activity with the customer − fired", acted, actTimes)
    withinAgreed = agreed.metric(
      MetricDefinition(
        "alert_sla", "Alerts in time", "acknowledged within \(agreedMinutes) minutes / all whose time is over"), .share,
      Ratio(agreed.inputs.count { $0.part == "in time" }, of: agreed.inputs.count).map(MetricValue.ratio)
        ?? .unknown(none))
  }
}
