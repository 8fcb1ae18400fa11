extension ListItem: TemplateModel {
  package static let fields: [ModelField<ListItem>] = [
    .init("icon", \.icon), .init("title", \.title), .init("page", \.page), .init("detail", \.detail),
    .init("badges", \.badges), .init("figure", \.figure), .init("on", \.on), .init("person", \.person),
    .init("help", \.help),
  ]
}

extension Panel: TemplateModel {
  package static let fields: [ModelField<Panel>] = [
    .init("panelTitle", \.panelTitle), .init("anchor", \.anchor), .init("countText", \.countText),
    .init("items", \.items), .init("more", \.more), .init("emptyTitle", \.emptyTitle), .init("emptyHint", \.emptyHint),
  ]
}

extension TimelineMonth: TemplateModel {
  package static let fields: [ModelField<TimelineMonth>] = [
    .init("month", \.month), .init("countText", \.countText), .init("entries", \.entries), .init("isOpen", \.isOpen),
  ]
}

extension TimelineEntry: TemplateModel {
  package static let fields: [ModelField<TimelineEntry>] = [
    .init("icon", \.icon), .init("kindLabel", \.kindLabel), .init("on", \.on), .init("subject", \.subject),
    .init("page", \.page), .init("outcome", \.outcome), .init("participants", \.participants),
    .init("duration", \.duration), .init("isTwoWay", \.isTwoWay), .init("badges", \.badges),
  ]
}

extension DealCard: TemplateModel {
  package static let fields: [ModelField<DealCard>] = [
    .init("name", \.name), .init("page", \.page), .init("customerName", \.customerName), .init("amount", \.amount),
    .init("isAmountUnknown", \.isAmountUnknown), .init("closing", \.closing), .init("stageName", \.stageName),
    .init("stageAge", \.stageAge), .init("badges", \.badges), .init("nextAction", \.nextAction),
    .init("owner", \.owner), .init("steps", \.steps),
  ]
}

extension StageStep: TemplateModel {
  package static let fields: [ModelField<StageStep>] = [.init("state", \.state)]
}

extension InsightItem: TemplateModel {
  package static let fields: [ModelField<InsightItem>] = [
    .init("statement", \.statement), .init("page", \.page), .init("kind", \.kind), .init("status", \.status),
    .init("confidence", \.confidence), .init("author", \.author), .init("isFromModel", \.isFromModel),
    .init("quotes", \.quotes),
  ]
}

extension TaskItem: TemplateModel {
  package static let fields: [ModelField<TaskItem>] = [
    .init("title", \.title), .init("page", \.page), .init("about", \.about), .init("assignee", \.assignee),
    .init("due", \.due), .init("badges", \.badges), .init("isDone", \.isDone), .init("stateLabel", \.stateLabel),
  ]
}

extension AlertItem: TemplateModel {
  package static let fields: [ModelField<AlertItem>] = [
    .init("title", \.title), .init("page", \.page), .init("subject", \.subject), .init("severity", \.severity),
    .init("state", \.state), .init("reason", \.reason), .init("fired", \.fired), .init("assignee", \.assignee),
  ]
}
