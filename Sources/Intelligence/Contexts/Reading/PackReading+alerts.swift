internal import Diagnostics
internal import PipelineMetrics
internal import WorkspaceModel

extension PackReading {
  /// Alerts about the customer and its deals; in the extended tier those that are over too.
  var alertItems: [PackItem] {
    let all = (sources.alertsOf[slug] ?? []).filter { $0.isOpen || options.tier == .extended }
    return all.sorted { newestFirst(day($0.firedAt), $0.source.path, day($1.firedAt), $1.source.path) }.map { alert in
      var values: [String: PackValue] = ["title": .text(alert.title), "because": .text(because(alert))]
      values.set("fired_at", words(day(alert.firedAt)))
      values.set("severity", alert.severity?.rawValue)
      values.set("state", alert.state?.rawValue)
      values["verdict"] = .text(alert.verdict?.rawValue ?? "none yet")
      values["evidence"] = .list(
        alert.evidence.map { evidence in
          ["path": .text(id(RepoPath(evidence.path))), "quote": .text(evidence.quote ?? "no quote")]
        })
      return PackItem(
        id: id(alert.source.path), list: "alerts", day: day(alert.firedAt), values: values,
        line:
          "- \(words(day(alert.firedAt)) ?? "unknown day") \(alert.title) (\(alert.severity?.rawValue ?? "unknown"))")
    }
  }

  /// "health score 39.9, no activity 38".
  func because(_ alert: Alert) -> String {
    let values = alert.values.map { "\(ReportWords.words($0.name)) \($0.value)" }
    if !values.isEmpty { return values.joined(separator: ", ") }
    return alert.evidence.first?.quote ?? alert.source.summary ?? "no values noted"
  }

  /// What we or they promised and is not over yet.
  var promiseItems: [PackItem] {
    live(.commitment).map { insight in
      var values: [String: PackValue] = ["text": .text(insight.statement), "status": .text("open")]
      values["due"] = .text(words(insight.expiresOn) ?? "no day")
      values["owner"] = .text("noted by \(name(insight.author) ?? "nobody")")
      values["source"] = .text(origin(insight))
      return PackItem(
        id: id(insight.source.path), list: "promises", day: insight.createdOn, keys: insight.deals.map { "deal:\($0)" },
        values: values, line: "- \(words(insight.expiresOn) ?? "no day"): \(insight.statement)")
    }
  }

  /// What people noted as a risk, and what records say by themselves.
  var riskItems: [PackItem] {
    var items = (live(.risk) + live(.objection)).map { insight in
      PackItem(
        id: id(insight.source.path), list: "risks", day: insight.createdOn, keys: insight.deals.map { "deal:\($0)" },
        values: [
          "statement": .text(insight.statement), "confidence": .text(insight.confidence?.text ?? "unknown"),
          "source": .text(origin(insight)), "status": .text(insight.status?.rawValue ?? "unknown"),
        ], line: "- \(insight.statement)")
    }
    for deal in openDeals {
      items += attention(deal).reasons.map { told("\(deal.name): \($0.reason)", $0, deal.source) }
    }
    items += attention.reasons.map { told($0.reason, $0, customer.source) }
    return items
  }

  /// What an open deal asks for today.
  func attention(_ deal: Deal) -> DealAttention {
    let workflow = workspace.workflow(for: deal)
    let play = deal.stage.flatMap { workflow.stage($0)?.play }.flatMap { sources.playbooks[$0]?.slug }
    return DealAttention(
      deal, standing(deal), workflow: workflow, gate: gate(deal), battlecards: sources.battlecards, play: play,
      today: today)
  }

  /// What the customer asks for today.
  var attention: CustomerAttention {
    CustomerAttention(
      customer, health: sources.reports.health.score(of: slug),
      hasOpenRenewal: openDeals.contains { $0.type == .renewal },
      lastTwoWay: sources.reports.contacts.contacts(with: slug).last?.on, today: today)
  }

  private func told(_ statement: String, _ reason: AttentionReason, _ source: RecordSource) -> PackItem {
    PackItem(
      id: "\(id(source.path))#\(reason.kind.rawValue)", list: "risks", day: today,
      values: [
        "statement": .text("\(statement); to do: \(reason.action)"), "confidence": .text("1"),
        "source": .text(id(source.path)), "status": .text("computed"),
      ], line: "- \(statement)")
  }

  /// Accepted insights of a kind that have not expired.
  func live(_ kind: Insight.Kind) -> [Insight] {
    accepted.filter { $0.kind == kind }
  }

  var accepted: [Insight] {
    (sources.insightsOf[slug] ?? [])
      .filter { $0.status == .accepted && ($0.expiresOn.map { $0 >= today } ?? true) }
      .sorted { newestFirst($0.createdOn, $0.source.path, $1.createdOn, $1.source.path) }
  }

  func origin(_ insight: Insight) -> String { insight.evidence.first?.source ?? "no evidence" }

  /// Newest first, unknown days last, ties by path.
  func newestFirst(_ day: Day?, _ path: RepoPath, _ other: Day?, _ otherPath: RepoPath) -> Bool {
    let (one, two) = (day?.number ?? Int.min, other?.number ?? Int.min)
    return one == two ? path < otherPath : one > two
  }
}
