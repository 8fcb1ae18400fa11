extension Link: TemplateModel {
  package static let fields: [ModelField<Link>] = [.init("text", \.text), .init("href", \.href)]
}

extension Badge: TemplateModel {
  package static let fields: [ModelField<Badge>] = [.init("text", \.text), .init("tone", \.tone)]
}

extension Day: TemplateModel {
  package static let fields: [ModelField<Day>] = [.init("machine", \.machine), .init("text", \.text)]
}

extension KeyFigure: TemplateModel {
  package static let fields: [ModelField<KeyFigure>] = [
    .init("label", \.label), .init("value", \.value), .init("note", \.note), .init("noteTone", \.noteTone),
    .init("evidence", \.evidence), .init("isUnknown", \.isUnknown),
  ]
}

extension Fact: TemplateModel {
  package static let fields: [ModelField<Fact>] = [.init("label", \.label), .init("values", \.values)]
}

extension FactValue: TemplateModel {
  package static let fields: [ModelField<FactValue>] = [
    .init("value", \.value), .init("target", \.target), .init("tone", \.tone), .init("remark", \.remark),
  ]
}

extension FactGroup: TemplateModel {
  package static let fields: [ModelField<FactGroup>] = [.init("groupTitle", \.groupTitle), .init("facts", \.facts)]
}

extension Person: TemplateModel {
  package static let fields: [ModelField<Person>] = [
    .init("initials", \.initials), .init("name", \.name), .init("jobTitle", \.jobTitle), .init("profile", \.profile),
  ]
}

extension Notice: TemplateModel {
  package static let fields: [ModelField<Notice>] = [
    .init("kind", \.kind), .init("icon", \.icon), .init("noticeTitle", \.noticeTitle),
    .init("explanation", \.explanation),
  ]
}

extension Crumb: TemplateModel {
  package static let fields: [ModelField<Crumb>] = [.init("text", \.text), .init("href", \.href)]
}

extension Heading: TemplateModel {
  package static let fields: [ModelField<Heading>] = [
    .init("text", \.text), .init("anchor", \.anchor), .init("isNested", \.isNested),
  ]
}

extension Tab: TemplateModel {
  package static let fields: [ModelField<Tab>] = [
    .init("text", \.text), .init("anchor", \.anchor), .init("tabCount", \.tabCount),
  ]
}

extension Meter: TemplateModel {
  package static let fields: [ModelField<Meter>] = [
    .init("label", \.label), .init("amount", \.amount), .init("maximum", \.maximum), .init("reading", \.reading),
    .init("tone", \.tone), .init("isUnknown", \.isUnknown),
  ]
}

extension Quote: TemplateModel {
  package static let fields: [ModelField<Quote>] = [
    .init("words", \.words), .init("source", \.source), .init("saidOn", \.saidOn),
  ]
}
