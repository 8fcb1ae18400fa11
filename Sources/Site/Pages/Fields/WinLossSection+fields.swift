extension WinLossSection: TemplateModel {
  package static let fields: [ModelField<WinLossSection>] = [
    .init("winLossTitle", \.winLossTitle), .init("winLossPeriod", \.winLossPeriod), .init("comparisons", \.comparisons),
  ]
}

extension OutcomeComparison: TemplateModel {
  package static let fields: [ModelField<OutcomeComparison>] = [.init("chart", \.chart), .init("table", \.table)]
}

extension OutcomeChart: TemplateModel {
  package static let fields: [ModelField<OutcomeChart>] = [
    .init("chartName", \.chartName), .init("reading", \.reading), .init("height", \.height),
    .init("outcomeBars", \.outcomeBars),
  ]
}

extension OutcomeBar: TemplateModel {
  package static let fields: [ModelField<OutcomeBar>] = [
    .init("barName", \.barName), .init("barText", \.barText), .init("textY", \.textY), .init("barY", \.barY),
    .init("wonWidth", \.wonWidth), .init("lostStart", \.lostStart), .init("lostWidth", \.lostWidth),
  ]
}
