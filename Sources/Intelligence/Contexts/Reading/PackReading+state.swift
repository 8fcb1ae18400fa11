internal import Diagnostics
internal import PipelineMetrics
internal import WorkspaceModel

extension PackReading {
  /// What stands outside of lists, by the names that templates use.
  var frame: [String: PackValue] {
    let reports = sources.reports
    let health = reports.health.score(of: slug)
    var values: [String: PackValue] = [
      "customer": .record(profile), "tier": .text(options.tier.rawValue), "purpose": .text(options.purpose.words),
      "as_of": .text("\(ChangeFormat.day(today)), \(reports.clock.now.clock) (\(workspace.settings.timeZone))"),
      "commit": .text(options.commit ?? "none (files on disk)"), "freshness": .text(freshness),
      "usage": .record(usage), "support": .record(support), "billing": .record(billing),
    ]
    var score: [String: PackValue] = [:]
    if let health {
      score["score"] = .text(health.score.map { $0.text(places: 0) } ?? "unknown, too little is on file")
      score["band"] = .text(health.band.map { ReportWords.words($0.rawValue) } ?? "insufficient data")
      score["coverage"] = .text(health.coverage.map(\.percent) ?? "unknown")
    }
    values["health"] = .record(score)
    let steps = openDeals.compactMap(\.nextStep).sorted { ($0.due ?? today) < ($1.due ?? today) }
    values["next_step"] = .text(steps.first.map(step) ?? "none agreed")
    return values
  }

  /// "Send the drawings, by 30 Nov 2026 (Ravi Patel)".
  func step(_ step: Deal.NextStep) -> String {
    var text = UntrustedText.line(step.text)
    if let due = step.due { text += ", by \(ChangeFormat.day(due))" }
    if let owner = name(step.owner) { text += " (\(owner))" }
    return text
  }

  private var profile: [String: PackValue] {
    var values: [String: PackValue] = ["name": .text(customer.name), "slug": .text(slug)]
    values.set("legal_name", customer.legalName)
    values.set("aliases", list(customer.aliases))
    values.set("domains", list(customer.domains))
    values["parent"] = .text(customer.parent.map { sources.reports.customers[$0]?.name ?? $0 } ?? "none noted")
    values.set("industry", customer.industry)
    values.set("employees", customer.employees.map { ChangeFormat.number(Decimal4($0)) })
    values.set("country", customer.country)
    values.set("segment", words(customer.segment?.rawValue))
    values.set("tier", customer.tier?.rawValue)
    values.set("source", customer.origin?.rawValue)
    values.set("lifecycle", customer.lifecycle?.rawValue)
    values["account_stage"] = .text(customer.accountStage?.rawValue ?? "no account stage")
    values["owners"] = .text(
      list(customer.owners.map { "\($0.role) \(name($0.person) ?? $0.person)" }) ?? "nobody")
    // Its name says what it counts.
    values.set("arr", customer.arr.map { ReportWords.money(Money($0.amount, currency: $0.currency)) })
    values.set("contract_start", words(customer.contractStart))
    values.set("contract_end", words(customer.contractEnd))
    values.set("renewal_on", words(customer.renewalOn))
    values.set("notice_days", customer.noticeDays.map(String.init))
    values.set("auto_renew", customer.autoRenew.map { $0 ? "yes" : "no" })
    values.set("sites_contracted", customer.sitesContracted.map(String.init))
    values.set("seats_purchased", customer.seatsPurchased.map(String.init))
    values.set("body", body(customer.source))
    var success: [String: PackValue] = [:]
    success.set("criteria_met", customer.success?.criteriaMet.map(String.init))
    success.set("criteria_agreed", customer.success?.criteriaAgreed.map(String.init))
    success.set("nps", customer.success?.nps.map(String.init))
    success.set("nps_on", words(customer.success?.npsOn))
    values["success"] = .record(success)
    return values
  }

  private func list(_ texts: [String]) -> String? { texts.isEmpty ? nil : texts.joined(separator: ", ") }

  private var freshness: String {
    var parts: [String] = []
    parts.append(
      customer.reviewedOn.map { "profile reviewed \(ChangeFormat.day($0))" } ?? "profile never reviewed")
    let newest = past.last.flatMap { day($0.occurredAt) }
    parts.append(newest.map { "last interaction \(ChangeFormat.day($0))" } ?? "no interaction on file")
    if let commit = sources.reports.visible.timeline.commits.last {
      parts.append("last commit \(ChangeFormat.day(sources.reports.clock.day(of: commit.recordedAt)))")
    }
    if sources.reports.visible.timeline.isCutOff { parts.append("history before the clone was cut off") }
    return parts.joined(separator: "; ")
  }

  /// The parts of the health score.
  var healthItems: [PackItem] {
    (sources.reports.health.score(of: slug)?.components ?? []).filter { $0.weight > .zero }.map { part in
      var values: [String: PackValue] = [
        "name": .text(part.kind.rawValue), "score": .text(part.score?.text(places: 0) ?? "unknown (\(part.reason))"),
        "weight": .text(part.weight.text), "source": .text(list(part.sources.prefix(2).map(id)) ?? "no record"),
      ]
      values["as_of"] = .text(words(part.asOf) ?? "no day")
      return PackItem(
        id: "health#\(part.kind.rawValue)", list: "health.components", day: part.asOf, values: values,
        line: "- \(part.kind.rawValue): \(part.score?.text(places: 0) ?? "unknown")")
    }
  }
}
