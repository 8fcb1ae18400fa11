extension RecordHistoryPage {
  package static let fields: [ModelField<RecordHistoryPage>] = [
    .init("head", \.head), .init("days", \.days), .init("older", \.older), .init("ending", \.ending),
  ]
}

extension VersionDay: TemplateModel {
  package static let fields: [ModelField<VersionDay>] = [.init("on", \.on), .init("versions", \.versions)]
}

extension VersionItem: TemplateModel {
  package static let fields: [ModelField<VersionItem>] = [
    .init("commitShort", \.commitShort), .init("page", \.page), .init("subject", \.subject),
    .init("details", \.details), .init("author", \.author), .init("others", \.others), .init("at", \.at),
    .init("marks", \.marks), .init("trailers", \.trailers), .init("body", \.body),
  ]
}

extension TrailerLine: TemplateModel {
  package static let fields: [ModelField<TrailerLine>] = [.init("key", \.key), .init("entry", \.entry)]
}
