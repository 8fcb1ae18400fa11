internal import Diagnostics
package import WorkspaceModel

/// How old what we know is, by source and by record (domain 2.1: data freshness, sync completeness).
package struct DataFreshness: Sendable {
  /// One connected system.
  package struct Source: Sendable {
    package let system: String
    /// Minutes since the last good synchronisation.
    package let syncAge: Metric
    /// Minutes since the newest event that came from there: a green synchronisation may still drop data.
    package let dataAge: Metric
    /// Ids stored / ids at the source.
    package let completeness: Metric
  }

  /// In the order of paths.
  package let sources: [Source]
  /// The middle of the days since profiles were last verified.
  package let profileAge: Metric

  /// The freshness of a workspace at the clock's moment.
  package init(_ workspace: Workspace, clock: MetricClock) {
    var newest: [String: (at: Instant, record: RepoPath)] = [:]
    for interaction in workspace.interactions {
      guard let system = interaction.origin?.system, let at = interaction.occurredAt, at <= clock.now else { continue }
      if newest[system].map({ $0.at < at }) ?? true { newest[system] = (at, interaction.source.path) }
    }
    let series = ["usage": Self.newestUse(workspace, clock), "billing": Self.newestBill(workspace, clock)]
    sources = workspace.integrations.map { integration in
      // What writes tables of days is as new as the newest day in them.
      let parts = Set(integration.mappings.compactMap { $0.to.split(separator: ".").first.map(String.init) })
      let known = [newest[integration.system]] + parts.sorted().map { series[$0] ?? nil }
      return Self.source(integration, known.compactMap { $0 }.max { $0.at < $1.at }, clock)
    }
    var evidence = Evidence()
    var ages: [Int] = []
    for customer in workspace.customers {
      guard let day = customer.reviewedOn, day <= clock.day else {
        evidence.leaveOut(customer.source.path, "never verified")
        continue
      }
      ages.append(clock.day.days(since: day))
      evidence.use(customer.source.path, day.iso)
    }
    profileAge = evidence.metric(
      MetricDefinition("profile_age", "Age of profiles", "median of the days since customers' profiles were verified"),
      .days,
      Distribution.value(
        Distribution(ages).median, orUnknown: workspace.customers.isEmpty ? "no customers" : "none was verified"))
  }

  private static func newestUse(_ workspace: Workspace, _ clock: MetricClock) -> (at: Instant, record: RepoPath)? {
    newest(workspace.usage.mapValues { $0.map(\.day) }, "usage.csv", clock)
  }

  private static func newestBill(_ workspace: Workspace, _ clock: MetricClock) -> (at: Instant, record: RepoPath)? {
    newest(workspace.invoices.mapValues { $0.compactMap(\.issuedOn) }, "billing.csv", clock)
  }

  /// The newest day in the tables of all customers, as its first moment, with the table.
  private static func newest(
    _ days: [String: [Day]], _ table: String, _ clock: MetricClock
  ) -> (at: Instant, record: RepoPath)? {
    let newest = days.compactMap { customer, days in
      days.lazy.filter { $0 <= clock.day }.max().map { (day: $0, customer: customer) }
    }.max { ($0.day, $1.customer) < ($1.day, $0.customer) }
    return newest.map { newest in
      (Instant(seconds: newest.day.number * 86_400), RepoPath("customers/\(newest.customer)/\(table)"))
    }
  }

  private static func source(
    _ integration: Integration, _ newest: (at: Instant, record: RepoPath)?, _ clock: MetricClock
  ) -> Source {
    let path = integration.source.path
    func age(_ id: String, _ title: String, _ sentence: String, _ at: Instant?, _ record: RepoPath, _ reason: String)
      -> Metric
    {
      var evidence = Evidence()
      guard let at, at.seconds <= clock.now.seconds else {
        evidence.leaveOut(path, reason)
        return evidence.metric(MetricDefinition(id, title, sentence), .minutes, .unknown(reason))
      }
      evidence.use(record, at.iso)
      let minutes = Fraction((clock.now.seconds - at.seconds) / 60)
      return evidence.metric(MetricDefinition(id, title, sentence), .minutes, .number(minutes))
    }
    let isGood = integration.lastSync?.status == .ok
    var evidence = Evidence()
    let stored = integration.completeness?.stored
    let ratio = stored.flatMap { stored in integration.completeness?.atSource.flatMap { Ratio(stored, of: $0) } }
    if ratio == nil { evidence.leaveOut(path, "nobody compared ids") } else { evidence.use(path, "compared") }
    return Source(
      system: integration.system,
      syncAge: age(
        "sync_age", "Synchronised", "whole minutes since the last good synchronisation of \(integration.system)",
        isGood ? integration.lastSync?.at : nil, path, "no good synchronisation is noted"),
      dataAge: age(
        "data_age", "Newest data", "whole minutes since the newest interaction or day from \(integration.system)",
        newest?.at,
        newest?.record ?? path, "nothing came from there"),
      completeness: evidence.metric(
        MetricDefinition("sync_completeness", "Completeness", "ids stored / ids at \(integration.system)"), .share,
        ratio.map(MetricValue.ratio) ?? .unknown("nobody compared ids"), n: stored ?? 0))
  }
}
