extension PersonPage {
  package static let fields: [ModelField<PersonPage>] = [
    .init("head", \.head), .init("factGroups", \.factGroups), .init("plans", \.plans), .init("quotas", \.quotas),
    .init("accounts", \.accounts), .init("deals", \.deals), .init("tasks", \.tasks), .init("reports", \.reports),
    .init("provenance", \.provenance),
  ]
}

extension PlanItem: TemplateModel {
  package static let fields: [ModelField<PlanItem>] = [
    .init("anchor", \.anchor), .init("dayName", \.dayName), .init("on", \.on), .init("plan", \.plan),
    .init("progress", \.progress), .init("body", \.body),
  ]
}

extension QuotaItem: TemplateModel {
  package static let fields: [ModelField<QuotaItem>] = [
    .init("period", \.period), .init("measure", \.measure), .init("goal", \.goal), .init("attainment", \.attainment),
  ]
}

extension AgentPage {
  package static let fields: [ModelField<AgentPage>] = [
    .init("head", \.head), .init("facts", \.facts), .init("useWhen", \.useWhen), .init("output", \.output),
    .init("tools", \.tools), .init("instructions", \.instructions), .init("generatedFile", \.generatedFile),
    .init("runs", \.runs), .init("provenance", \.provenance),
  ]
}

extension AgentTool: TemplateModel {
  package static let fields: [ModelField<AgentTool>] = [.init("name", \.name), .init("mappedTo", \.mappedTo)]
}
