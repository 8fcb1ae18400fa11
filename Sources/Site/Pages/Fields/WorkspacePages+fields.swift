extension ReportPage {
  package static let fields: [ModelField<ReportPage>] = [
    .init("head", \.head), .init("facts", \.facts), .init("sections", \.sections), .init("latest", \.latest),
    .init("template", \.template), .init("live", \.live), .init("editions", \.editions), .init("command", \.command),
    .init("provenance", \.provenance),
  ]
}

extension ReportSection: TemplateModel {
  package static let fields: [ModelField<ReportSection>] = [
    .init("number", \.number), .init("title", \.title), .init("identifier", \.identifier),
    .init("computedFrom", \.computedFrom), .init("shows", \.shows),
  ]
}

extension WorkflowPage {
  package static let fields: [ModelField<WorkflowPage>] = [
    .init("head", \.head), .init("facts", \.facts), .init("stages", \.stages), .init("provenance", \.provenance),
  ]
}

extension WorkflowStage: TemplateModel {
  package static let fields: [ModelField<WorkflowStage>] = [
    .init("number", \.number), .init("anchor", \.anchor), .init("stageName", \.stageName), .init("odds", \.odds),
    .init("category", \.category), .init("staleAfter", \.staleAfter), .init("play", \.play),
    .init("population", \.population), .init("criteria", \.criteria),
  ]
}

extension WorkflowCriterion: TemplateModel {
  package static let fields: [ModelField<WorkflowCriterion>] = [.init("text", \.text), .init("needs", \.needs)]
}

extension AccessPage {
  package static let fields: [ModelField<AccessPage>] = [
    .init("head", \.head), .init("audiences", \.audiences), .init("approvals", \.approvals),
    .init("provenance", \.provenance),
  ]
}

extension AudienceItem: TemplateModel {
  package static let fields: [ModelField<AudienceItem>] = [
    .init("anchor", \.anchor), .init("title", \.title), .init("identifier", \.identifier), .init("badges", \.badges),
    .init("membership", \.membership), .init("members", \.members), .init("sees", \.sees), .init("hides", \.hides),
    .init("hiddenFields", \.hiddenFields),
  ]
}

extension HealthPage {
  package static let fields: [ModelField<HealthPage>] = [
    .init("head", \.head), .init("groups", \.groups), .init("freshness", \.freshness),
    .init("delays", \.delays),
  ]
}

extension FindingGroup: TemplateModel {
  package static let fields: [ModelField<FindingGroup>] = [
    .init("groupTitle", \.groupTitle), .init("anchor", \.anchor), .init("countText", \.countText),
    .init("tone", \.tone), .init("findings", \.findings), .init("emptyTitle", \.emptyTitle),
  ]
}

extension Finding: TemplateModel {
  package static let fields: [ModelField<Finding>] = [
    .init("message", \.message), .init("checkName", \.checkName), .init("checkPage", \.checkPage),
    .init("owner", \.owner), .init("changed", \.changed), .init("fixCommand", \.fixCommand), .init("place", \.place),
    .init("page", \.page), .init("excerpt", \.excerpt), .init("reason", \.reason), .init("help", \.help),
  ]
}
