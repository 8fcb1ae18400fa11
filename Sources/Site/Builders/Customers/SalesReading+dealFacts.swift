internal import PipelineMetrics
internal import WorkspaceModel

extension SalesReading {
  /// The attribute panel of a deal.
  func dealFacts(_ deal: Deal, _ standing: DealStanding) -> [FactGroup] {
    let workflow = site.workspace.workflow(for: deal)
    var main = [
      Fact(label: "Customer", values: [customerValue(deal.customer)]),
      Fact(label: "Type", values: textValues(deal.type.map(SalesWords.dealType))),
      Fact(
        label: "Pipeline",
        values: [FactValue(value: workflow.title, target: site.addresses.href(workflow.source.path))]),
      Fact(label: "Stage", values: [FactValue(value: site.stageName(deal), remark: stageRemark(deal, standing))]),
      Fact(label: "Owner", values: deal.owner.map { [personValue($0)] } ?? []),
      Fact(label: "Team", values: deal.team.isEmpty ? [FactValue(value: "–")] : deal.team.map { personValue($0) }),
      Fact(label: "Source", values: textValues(deal.origin.map { Slug.title(of: $0) })),
      Fact(label: "Created", values: dayValues(deal.createdOn)),
      Fact(label: "Expected close", values: dayValues(deal.closeOn)),
    ]
    if !deal.isOpen { main.append(Fact(label: "Closed", values: dayValues(deal.closedOn))) }
    var money = [
      Fact(label: "Amount", values: textValues(deal.amount.map { Format.money($0) })),
      Fact(label: "Term", values: textValues(deal.termMonths.map { $0 == 1 ? "1 month" : "\($0) months" })),
    ]
    if deal.isOpen {
      money.append(Fact(label: "Odds", values: oddsValues(standing)))
      money.append(Fact(label: "Weighted", values: textValues(weighted(deal, standing).map { Format.money($0) })))
      money.append(Fact(label: "Category", values: categoryValues(deal, standing, workflow)))
    }
    let contact = Fact(
      label: "Active contacts",
      values: [FactValue(value: String(standing.activeContacts), remark: "two-way in the last 60 days")])
    return [
      FactGroup(groupTitle: "Deal", facts: main),
      FactGroup(groupTitle: "Forecast", facts: money + (deal.isOpen ? [contact] : [])),
      systemsGroup(deal.externalIDs),
    ].compactMap { $0 }
  }

  /// Amount by odds; nil when one of them is unknown.
  func weighted(_ deal: Deal, _ standing: DealStanding) -> Money? {
    guard let amount = deal.amount, let odds = standing.probability else { return nil }
    return Money(amount.amount * odds, currency: amount.currency, kind: amount.kind)
  }

  private func stageRemark(_ deal: Deal, _ standing: DealStanding) -> String? {
    standing.daysInStage.map { "for \(days($0))\(standing.isStale == true ? ", longer than usual" : "")" }
  }

  private func oddsValues(_ standing: DealStanding) -> [FactValue] {
    guard let odds = standing.probability else { return [] }
    let remark = standing.isOverridden ? "set by the owner" : "default of the stage"
    return [FactValue(value: Format.percent(odds), remark: remark)]
  }

  private func categoryValues(_ deal: Deal, _ standing: DealStanding, _ workflow: Workflow) -> [FactValue] {
    guard let category = standing.category else { return [] }
    let ofStage = deal.stage.flatMap { workflow.stage($0)?.category }
    let remark: String? =
      deal.forecastCategory == nil
      ? "from the stage" : ofStage.map { "set by the owner, the stage says \(SalesWords.category($0).lowercased())" }
    return [FactValue(value: SalesWords.category(category), remark: remark)]
  }
}
