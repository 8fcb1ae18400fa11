extension FiguresPage {
  package static let fields: [ModelField<FiguresPage>] = [
    .init("head", \.head), .init("tabs", \.tabs), .init("intro", \.intro), .init("sections", \.sections),
  ]
}

extension FigureSection: TemplateModel {
  package static let fields: [ModelField<FigureSection>] = [
    .init("anchor", \.anchor), .init("sectionTitle", \.sectionTitle), .init("spanText", \.spanText),
    .init("sentences", \.sentences), .init("tiles", \.tiles), .init("charts", \.charts), .init("tables", \.tables),
  ]
}

extension LineChart: TemplateModel {
  package static let fields: [ModelField<LineChart>] = [
    .init("chartTitle", \.chartTitle), .init("reading", \.reading), .init("ticks", \.ticks), .init("labels", \.labels),
    .init("lines", \.lines),
  ]
}

extension ChartTick: TemplateModel {
  package static let fields: [ModelField<ChartTick>] = [
    .init("level", \.level), .init("textY", \.textY), .init("text", \.text),
  ]
}

extension ChartLabel: TemplateModel {
  package static let fields: [ModelField<ChartLabel>] = [
    .init("middle", \.middle), .init("text", \.text), .init("yearText", \.yearText),
  ]
}

extension ChartLine: TemplateModel {
  package static let fields: [ModelField<ChartLine>] = [
    .init("kind", \.kind), .init("name", \.name), .init("segments", \.segments), .init("dots", \.dots),
  ]
}

extension ChartSegment: TemplateModel {
  package static let fields: [ModelField<ChartSegment>] = [
    .init("fromX", \.fromX), .init("fromY", \.fromY), .init("toX", \.toX), .init("toY", \.toY),
  ]
}

extension ChartDot: TemplateModel {
  package static let fields: [ModelField<ChartDot>] = [
    .init("x", \.x), .init("y", \.y), .init("textY", \.textY), .init("valueText", \.valueText),
    .init("isHollow", \.isHollow),
  ]
}
