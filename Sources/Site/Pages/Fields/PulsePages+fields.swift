extension PulsePage {
  package static let fields: [ModelField<PulsePage>] = [
    .init("head", \.head), .init("groups", \.groups), .init("owners", \.owners), .init("reports", \.reports),
  ]
}

extension AlertGroup: TemplateModel {
  package static let fields: [ModelField<AlertGroup>] = [
    .init("groupTitle", \.groupTitle), .init("anchor", \.anchor), .init("countText", \.countText),
    .init("alerts", \.alerts), .init("emptyTitle", \.emptyTitle), .init("emptyHint", \.emptyHint),
  ]
}

extension AlertPage {
  package static let fields: [ModelField<AlertPage>] = [
    .init("head", \.head), .init("factGroups", \.factGroups), .init("reason", \.reason), .init("rule", \.rule),
    .init("readings", \.readings), .init("quotes", \.quotes), .init("records", \.records),
    .init("actionsTaken", \.actionsTaken),
    .init("actionsWaiting", \.actionsWaiting), .init("created", \.created),
    .init("suggestedPlay", \.suggestedPlay), .init("commands", \.commands), .init("provenance", \.provenance),
  ]
}

extension AlertRecord: TemplateModel {
  package static let fields: [ModelField<AlertRecord>] = [
    .init("record", \.record), .init("remark", \.remark), .init("commitText", \.commitText),
    .init("commitPage", \.commitPage),
  ]
}

extension AlertReading: TemplateModel {
  package static let fields: [ModelField<AlertReading>] = [
    .init("name", \.name), .init("value", \.value), .init("threshold", \.threshold),
  ]
}

extension CommandLine: TemplateModel {
  package static let fields: [ModelField<CommandLine>] = [.init("purpose", \.purpose), .init("line", \.line)]
}

extension RulesPage {
  package static let fields: [ModelField<RulesPage>] = [
    .init("head", \.head), .init("toc", \.toc), .init("rules", \.rules), .init("silences", \.silences),
    .init("routes", \.routes), .init("provenance", \.provenance),
  ]
}

extension RuleItem: TemplateModel {
  package static let fields: [ModelField<RuleItem>] = [
    .init("anchor", \.anchor), .init("title", \.title), .init("severity", \.severity), .init("sentence", \.sentence),
    .init("keywords", \.keywords), .init("conditions", \.conditions), .init("actions", \.actions),
    .init("facts", \.facts), .init("record", \.record), .init("unknowns", \.unknowns),
    .init("backTest", \.backTest), .init("testCommand", \.testCommand),
  ]
}

extension RuleUnknowns: TemplateModel {
  package static let fields: [ModelField<RuleUnknowns>] = [
    .init("unknownText", \.unknownText), .init("unknownSubjects", \.unknownSubjects),
  ]
}

extension RuleBackTest: TemplateModel {
  package static let fields: [ModelField<RuleBackTest>] = [
    .init("page", \.page), .init("sentence", \.sentence), .init("isOutdated", \.isOutdated), .init("bars", \.bars),
    .init("barsWidth", \.barsWidth), .init("reading", \.reading),
  ]
}

extension MonthBar: TemplateModel {
  package static let fields: [ModelField<MonthBar>] = [
    .init("offset", \.offset), .init("top", \.top), .init("height", \.height), .init("monthText", \.monthText),
    .init("isEmpty", \.isEmpty),
  ]
}

extension IntegrationsPage {
  package static let fields: [ModelField<IntegrationsPage>] = [
    .init("head", \.head), .init("integrations", \.integrations), .init("provenance", \.provenance),
  ]
}

extension IntegrationItem: TemplateModel {
  package static let fields: [ModelField<IntegrationItem>] = [
    .init("anchor", \.anchor), .init("title", \.title), .init("status", \.status), .init("lastSync", \.lastSync),
    .init("syncResult", \.syncResult), .init("completeness", \.completeness), .init("facts", \.facts),
    .init("caution", \.caution), .init("mappings", \.mappings), .init("mappingText", \.mappingText),
  ]
}

extension FieldMapping: TemplateModel {
  package static let fields: [ModelField<FieldMapping>] = [.init("theirs", \.theirs), .init("ours", \.ours)]
}
