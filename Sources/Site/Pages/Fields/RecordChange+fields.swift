extension RecordChange: TemplateModel {
  package static let fields: [ModelField<RecordChange>] = [
    .init("anchor", \.anchor), .init("icon", \.icon), .init("kindLabel", \.kindLabel),
    .init("recordTitle", \.recordTitle), .init("recordPage", \.recordPage), .init("recordHistory", \.recordHistory),
    .init("body", \.body),
  ]
}

extension ChangeBody: TemplateModel {
  package static let fields: [ModelField<ChangeBody>] = [
    .init("verbs", \.verbs), .init("movedFrom", \.movedFrom), .init("fieldRows", \.fieldRows),
    .init("moreFields", \.moreFields), .init("prose", \.prose), .init("proseTitle", \.proseTitle),
    .init("sourceChange", \.sourceChange), .init("remark", \.remark),
  ]
}

extension ChangedField: TemplateModel {
  package static let fields: [ModelField<ChangedField>] = [
    .init("fieldName", \.fieldName), .init("before", \.before), .init("after", \.after), .init("effects", \.effects),
  ]
}

extension SourceChange: TemplateModel {
  package static let fields: [ModelField<SourceChange>] = [
    .init("summary", \.summary), .init("hunks", \.hunks), .init("cut", \.cut),
  ]
}

extension SourceHunk: TemplateModel {
  package static let fields: [ModelField<SourceHunk>] = [.init("heading", \.heading), .init("lines", \.lines)]
}

extension SourceLine: TemplateModel {
  package static let fields: [ModelField<SourceLine>] = [
    .init("state", \.state), .init("sign", \.sign), .init("oldNumber", \.oldNumber), .init("newNumber", \.newNumber),
    .init("code", \.code),
  ]
}
