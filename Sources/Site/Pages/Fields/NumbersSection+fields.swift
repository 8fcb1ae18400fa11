extension NumbersSection: TemplateModel {
  package static let fields: [ModelField<NumbersSection>] = [
    .init("anchor", \.anchor), .init("numbersTitle", \.numbersTitle), .init("periodText", \.periodText),
    .init("groups", \.groups), .init("funnel", \.funnel), .init("charts", \.charts), .init("waterfall", \.waterfall),
  ]
}

extension MetricGroup: TemplateModel {
  package static let fields: [ModelField<MetricGroup>] = [.init("groupTitle", \.groupTitle), .init("tiles", \.tiles)]
}

extension MetricTile: TemplateModel {
  package static let fields: [ModelField<MetricTile>] = [
    .init("label", \.label), .init("values", \.values), .init("proof", \.proof), .init("isUnknown", \.isUnknown),
    .init("sample", \.sample), .init("before", \.before),
  ]
}

extension WaterfallChart: TemplateModel {
  package static let fields: [ModelField<WaterfallChart>] = [
    .init("reading", \.reading), .init("unitName", \.unitName), .init("bars", \.bars),
  ]
}

extension WaterfallBar: TemplateModel {
  package static let fields: [ModelField<WaterfallBar>] = [
    .init("kind", \.kind), .init("label", \.label), .init("amountText", \.amountText), .init("left", \.left),
    .init("middle", \.middle), .init("width", \.width), .init("top", \.top), .init("height", \.height),
    .init("amountY", \.amountY),
  ]
}
