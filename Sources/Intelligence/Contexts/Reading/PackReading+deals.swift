internal import Diagnostics
internal import PipelineMetrics
internal import WorkspaceModel

extension PackReading {
  var dealItems: [PackItem] {
    openDeals.sorted { ($0.closeOn?.number ?? .max, $0.source.path) < ($1.closeOn?.number ?? .max, $1.source.path) }
      .map { deal in
        let amount = words(deal.amount) ?? "no amount"
        let head =
          "\(deal.name): \(stage(deal) ?? "unknown stage"), \(amount), expected \(words(deal.closeOn) ?? "unknown")"
        let next = deal.nextStep.map(step) ?? "none agreed"
        return PackItem(
          id: id(deal.source.path), list: "deals", day: today, keys: ["deal:\(deal.slug)"],
          relevance: relevance([deal.slug]), values: values(deal),
          summary: "- \(head); next: \(next); missing: \(missing(deal))",
          line: "- \(head)")
      }
  }

  /// What lacks for the next stage, in words.
  func missing(_ deal: Deal) -> String {
    let criteria = deal.stage.flatMap { workspace.workflow(for: deal).stage($0)?.exitCriteria } ?? []
    let gate = gate(deal)
    let unmet = criteria.filter { gate.state(of: $0) == .unmet }.map(\.text)
    let unknown = criteria.count { gate.state(of: $0) == .unknown }
    let words = unmet.isEmpty ? "nothing that records show" : unmet.joined(separator: "; ")
    if unknown == 0 { return words }
    return "\(words) (\(unknown == 1 ? "1 criterion" : "\(unknown) criteria") not told by records)"
  }

  private func values(_ deal: Deal) -> [String: PackValue] {
    let standing = standing(deal)
    var values: [String: PackValue] = ["name": .text(deal.name), "missing": .text(missing(deal))]
    values.set("type", words(deal.type?.rawValue))
    values["pipeline"] = .text(workspace.workflow(for: deal).workflowID)
    values.set("stage", stage(deal))
    values.set("stage_entered_on", words(deal.stageEnteredOn ?? deal.stageHistory.last?.enteredOn))
    values["amount"] = .text(words(deal.amount) ?? "no amount")
    values.set("term_months", deal.termMonths.map(String.init))
    values.set("close_on", words(deal.closeOn))
    values.set("forecast_category", words(standing.category?.rawValue))
    values.set("probability", standing.probability.map { "\(($0 * Decimal4(100)).text) %" })
    values["owner"] = .text(name(deal.owner) ?? "nobody")
    values["team"] = .text(deal.team.isEmpty ? "nobody else" : deal.team.compactMap(name).joined(separator: ", "))
    values["next_step"] = .text(deal.nextStep.map(step) ?? "none agreed")
    values.set("body", body(deal.source))
    values["committee"] = .list(
      deal.committee.map { member in
        var entry: [String: PackValue] = ["name": .text(name(member.contact) ?? member.contact)]
        entry["role"] = .text(words(member.role?.rawValue) ?? "role unknown")
        entry.set("influence", member.influence.map(String.init))
        entry.set("stance", member.stance.map(Self.stance))
        entry["last_two_way_on"] = .text(words(member.lastTwoWayOn) ?? "none noted")
        return entry
      })
    values["meddpicc"] = .list(
      deal.meddpicc.map { element in
        var entry: [String: PackValue] = ["element": .text(ReportWords.words(element.name.rawValue))]
        entry.set("score", element.score.map(String.init))
        entry["text"] = .text(element.text ?? "nothing noted")
        entry["evidence"] = .text(element.evidence.isEmpty ? "no evidence" : element.evidence.joined(separator: ", "))
        entry["as_of"] = .text(words(element.asOf) ?? "no day")
        return entry
      })
    values["stage_history"] = .list(
      deal.stageHistory.map { visit in
        let name = workspace.workflow(for: deal).stage(visit.stage)?.name ?? ReportWords.words(visit.stage)
        return ["entered_on": .text(words(visit.enteredOn) ?? "unknown day"), "stage": .text(name)]
      })
    values["changes"] = .list(changes(deal))
    return values
  }

  /// What changed in the last 30 days, newest first.
  private func changes(_ deal: Deal) -> [[String: PackValue]] {
    let events = (sources.reports.events[deal.source.path] ?? []).filter {
      today.days(since: $0.effectiveOn) <= 30 && $0.effectiveOn <= today && $0.kind != .created
        && $0.kind != .baseline && $0.field != "text"
        && !$0.field.hasPrefix("stage_history") && !$0.field.hasPrefix("field_history")
    }
    return events.reversed().map { event in
      [
        "on": .text(ChangeFormat.day(event.effectiveOn)), "field": .text(ReportWords.words(event.field)),
        "from": .text(Self.words(event.old) ?? "nothing"), "to": .text(Self.words(event.new) ?? "nothing"),
      ]
    }
  }

  /// "+2", "0", "−1".
  static func stance(_ stance: Int) -> String { stance > 0 ? "+\(stance)" : stance < 0 ? "−\(-stance)" : "0" }

  /// A value of a field in words.
  static func words(_ value: FieldValue?) -> String? {
    switch value {
    case nil: nil
    case .text(let text): text.isEmpty ? nil : text
    case .number(let number): ChangeFormat.number(number)
    case .money(let money): ReportWords.money(money)
    case .day(let day): ChangeFormat.day(day)
    case .flag(let flag): flag ? "yes" : "no"
    case .list(let list): list.isEmpty ? nil : list.joined(separator: ", ")
    }
  }

  /// Deals that are won or lost, the last one first.
  var closedDealItems: [PackItem] {
    deals.filter { !$0.isOpen }.sorted { newestFirst($0.closedOn, $0.source.path, $1.closedOn, $1.source.path) }
      .map { deal in
        let outcome = deal.outcome?.rawValue ?? stage(deal) ?? "closed"
        var values: [String: PackValue] = ["name": .text(deal.name), "outcome": .text(outcome)]
        values.set("closed_on", words(deal.closedOn))
        values["amount"] = .text(words(deal.amount) ?? "no amount")
        values["reason_code"] = .text(words(deal.reasonCode) ?? "not noted")
        values["reason_text"] = .text(deal.reasonText ?? "not noted")
        values.set("body", body(deal.source))
        let line =
          "- \(words(deal.closedOn) ?? "unknown day") \(deal.name): \(outcome), \(words(deal.amount) ?? "no amount")"
        return PackItem(
          id: id(deal.source.path), list: "closed_deals", day: deal.closedOn, relevance: relevance([deal.slug]),
          values: values, summary: "\(line); \(words(deal.reasonCode) ?? "no reason noted"): \(deal.reasonText ?? "")",
          line: line)
      }
  }
}
