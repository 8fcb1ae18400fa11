extension PipelinePage {
  package static let fields: [ModelField<PipelinePage>] = [
    .init("head", \.head), .init("tabs", \.tabs), .init("quarter", \.quarter), .init("boards", \.boards),
    .init("numbers", \.numbers), .init("forecast", \.forecast),
    .init("movements", \.movements),
  ]
}

extension Board: TemplateModel {
  package static let fields: [ModelField<Board>] = [
    .init("boardTitle", \.boardTitle), .init("anchor", \.anchor), .init("boardSummary", \.boardSummary),
    .init("columns", \.columns),
  ]
}

extension BoardColumn: TemplateModel {
  package static let fields: [ModelField<BoardColumn>] = [
    .init("stageName", \.stageName), .init("anchor", \.anchor), .init("countText", \.countText), .init("sums", \.sums),
    .init("odds", \.odds), .init("cards", \.cards), .init("others", \.others),
  ]
}
