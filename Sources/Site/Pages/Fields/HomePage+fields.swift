extension HomePage {
  package static let fields: [ModelField<HomePage>] = [
    .init("head", \.head), .init("alerts", \.alerts), .init("alertCount", \.alertCount),
    .init("allAlerts", \.allAlerts), .init("stages", \.stages), .init("pipelineSummary", \.pipelineSummary),
    .init("board", \.board), .init("panels", \.panels), .init("computedFrom", \.computedFrom),
  ]
}

extension StageBar: TemplateModel {
  package static let fields: [ModelField<StageBar>] = [
    .init("stageName", \.stageName), .init("page", \.page), .init("countText", \.countText), .init("sums", \.sums),
    .init("barWidth", \.barWidth), .init("warning", \.warning),
  ]
}
