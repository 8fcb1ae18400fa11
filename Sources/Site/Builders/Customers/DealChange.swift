internal import WorkspaceModel

/// A change of a deal that its file records: a field, or a stage come to.
struct DealChange: Sendable {
  let day: WorkspaceModel.Day?
  let change: FieldChange
  /// Whether it is a step to a later stage, which the stage path tells already.
  let isRoutine: Bool
}

extension SalesReading {
  /// Changes of fields and stages, newest first, those without a day last.
  func changes(of deal: Deal) -> [DealChange] {
    let all = stageChanges(of: deal) + deal.fieldHistory.map { fieldChange($0, of: deal) }
    return all.enumerated().sorted { left, right in
      if left.element.day != right.element.day {
        guard let first = left.element.day else { return false }
        guard let second = right.element.day else { return true }
        return first > second
      }
      return left.offset > right.offset
    }.map(\.element)
  }

  private func fieldChange(_ change: Deal.FieldChange, of deal: Deal) -> DealChange {
    let known = ["close_on": "Close date", "stage": "Stage", "owner": "Owner", "forecast_category": "Category"]
    return DealChange(
      day: change.on,
      change: FieldChange(
        field: known[change.field] ?? Slug.title(of: change.field), before: value(change.from, change.field, deal),
        after: value(change.to, change.field, deal), on: change.on.map { Day($0) } ?? .unknown,
        effect: effect(change)),
      isRoutine: false)
  }

  private func value(_ text: String?, _ field: String, _ deal: Deal) -> String {
    guard let text, !text.isEmpty else { return "–" }
    switch field {
    case "amount":
      guard let amount = Decimal4(text) else { return text }
      return deal.amount.map { Format.money(Money(amount, currency: $0.currency, kind: $0.kind)) }
        ?? Format.number(amount)
    case "probability": return Decimal4(text).map(Format.percent) ?? text
    case "stage": return site.workspace.workflow(for: deal).stage(text)?.name ?? Slug.title(of: text)
    case "owner": return site.personName(text)
    case "forecast_category": return Slug.title(of: text)
    default: return WorkspaceModel.Day(iso: text).map(Format.day) ?? text
    }
  }

  private func effect(_ change: Deal.FieldChange) -> Badge? {
    guard let from = change.from, let to = change.to else { return nil }
    switch change.field {
    case "close_on":
      guard let first = WorkspaceModel.Day(iso: from), let second = WorkspaceModel.Day(iso: to), first != second
      else { return nil }
      let distance = second.days(since: first)
      return distance > 0
        ? Badge(text: "Pushed \(days(distance))", tone: "warning")
        : Badge(text: "Pulled in \(days(-distance))", tone: "positive")
    case "amount":
      guard let first = Decimal4(from), let second = Decimal4(to), first > .zero, first != second else { return nil }
      let share = (second.approximation - first.approximation) / first.approximation
      guard abs(share) < 100 else { return nil }
      let percent = Format.percent(Decimal4(tenThousandths: Int((abs(share) * 10_000).rounded())))
      return share < 0
        ? Badge(text: "Cut \(percent)", tone: "negative") : Badge(text: "Raised \(percent)", tone: "positive")
    default: return nil
    }
  }

  private func stageChanges(of deal: Deal) -> [DealChange] {
    let workflow = site.workspace.workflow(for: deal)
    let order = workflow.openStages.map(\.id)
    let visits = deal.stageHistory
    return visits.indices.map { index in
      let visit = visits[index]
      let before = index > 0 ? visits[index - 1].stage : nil
      let effect = effect(ofMoveFrom: before, to: visit, order)
      return DealChange(
        day: visit.enteredOn,
        change: FieldChange(
          field: "Stage", before: before.map { workflow.stage($0)?.name ?? Slug.title(of: $0) } ?? "–",
          after: workflow.stage(visit.stage)?.name ?? Slug.title(of: visit.stage),
          on: visit.enteredOn.map { Day($0) } ?? .unknown, effect: effect.badge),
        isRoutine: effect.isRoutine)
    }
  }

  private func effect(
    ofMoveFrom before: String?, to visit: Deal.StageVisit, _ order: [String]
  ) -> (badge: Badge, isRoutine: Bool) {
    let reason = visit.reason.map { ": \($0)" } ?? ""
    guard let before else { return (Badge(text: "Created", tone: "info"), true) }
    if visit.stage == "closed_won" { return (Badge(text: "Won", tone: "positive"), true) }
    if visit.stage == "closed_lost" { return (Badge(text: "Lost", tone: "negative"), true) }
    if before == "closed_won" || before == "closed_lost" {
      return (Badge(text: "Re-opened\(reason)", tone: "info"), false)
    }
    guard let from = order.firstIndex(of: before), let to = order.firstIndex(of: visit.stage) else {
      return (Badge(text: "Moved\(reason)", tone: "neutral"), reason.isEmpty)
    }
    if to < from { return (Badge(text: "Moved back\(reason)", tone: "warning"), false) }
    if to > from + 1 {
      let skipped = Format.count(to - from - 1, "stage")
      return (Badge(text: "Advanced, skipped \(skipped)", tone: "info"), true)
    }
    return (Badge(text: "Advanced\(reason)", tone: "positive"), reason.isEmpty)
  }
}
