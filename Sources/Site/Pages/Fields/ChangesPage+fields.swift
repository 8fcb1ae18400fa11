extension ChangesPage {
  package static let fields: [ModelField<ChangesPage>] = [
    .init("head", \.head), .init("week", \.week), .init("filters", \.filters), .init("countText", \.countText),
    .init("days", \.days), .init("comparisons", \.comparisons), .init("weeks", \.weeks), .init("previous", \.previous),
    .init("next", \.next), .init("feed", \.feed),
  ]
}

extension ChangeFilter: TemplateModel {
  package static let fields: [ModelField<ChangeFilter>] = [
    .init("key", \.key), .init("label", \.label), .init("options", \.options),
  ]
}

extension ChangeOption: TemplateModel {
  package static let fields: [ModelField<ChangeOption>] = [.init("token", \.token), .init("text", \.text)]
}

extension WeekLink: TemplateModel {
  package static let fields: [ModelField<WeekLink>] = [
    .init("text", \.text), .init("href", \.href), .init("commitCount", \.commitCount), .init("isCurrent", \.isCurrent),
  ]
}

extension MoveSummary: TemplateModel {
  package static let fields: [ModelField<MoveSummary>] = [
    .init("summaryTitle", \.summaryTitle), .init("span", \.span), .init("spanPage", \.spanPage),
    .init("tallies", \.tallies), .init("groups", \.groups), .init("quiet", \.quiet),
  ]
}

extension Tally: TemplateModel {
  package static let fields: [ModelField<Tally>] = [
    .init("label", \.label), .init("tally", \.tally), .init("tone", \.tone), .init("tallyNote", \.tallyNote),
  ]
}

extension MoveGroup: TemplateModel {
  package static let fields: [ModelField<MoveGroup>] = [
    .init("groupTitle", \.groupTitle), .init("tone", \.tone), .init("countText", \.countText), .init("moves", \.moves),
    .init("restText", \.restText),
  ]
}

extension Move: TemplateModel {
  package static let fields: [ModelField<Move>] = [
    .init("recordTitle", \.recordTitle), .init("recordPage", \.recordPage), .init("moved", \.moved),
    .init("figure", \.figure),
  ]
}

extension ChangeDay: TemplateModel {
  package static let fields: [ModelField<ChangeDay>] = [
    .init("on", \.on), .init("countText", \.countText), .init("commits", \.commits),
  ]
}

extension CommitItem: TemplateModel {
  package static let fields: [ModelField<CommitItem>] = [
    .init("commitShort", \.commitShort), .init("page", \.page), .init("subject", \.subject), .init("author", \.author),
    .init("others", \.others), .init("at", \.at), .init("marks", \.marks), .init("touched", \.touched),
    .init("isFolded", \.isFolded), .init("lines", \.lines), .init("moreLines", \.moreLines),
    .init("personTokens", \.personTokens), .init("kindTokens", \.kindTokens), .init("customerTokens", \.customerTokens),
  ]
}

extension CommitLine: TemplateModel {
  package static let fields: [ModelField<CommitLine>] = [
    .init("icon", \.icon), .init("kindLabel", \.kindLabel), .init("recordTitle", \.recordTitle),
    .init("recordPage", \.recordPage), .init("verbs", \.verbs), .init("fieldRows", \.fieldRows),
    .init("restText", \.restText),
  ]
}
