extension IndexPage {
  package static let fields: [ModelField<IndexPage>] = [
    .init("head", \.head), .init("intro", \.intro), .init("groups", \.groups), .init("provenance", \.provenance),
  ]
}

extension CardGroup: TemplateModel {
  package static let fields: [ModelField<CardGroup>] = [
    .init("groupTitle", \.groupTitle), .init("anchor", \.anchor), .init("countText", \.countText),
    .init("groupSummary", \.groupSummary), .init("cards", \.cards), .init("isOrdered", \.isOrdered),
    .init("emptyTitle", \.emptyTitle), .init("emptyHint", \.emptyHint),
  ]
}

extension Card: TemplateModel {
  package static let fields: [ModelField<Card>] = [
    .init("icon", \.icon), .init("title", \.title), .init("page", \.page), .init("summary", \.summary),
    .init("badges", \.badges), .init("details", \.details), .init("owner", \.owner),
  ]
}

extension DocumentPage {
  package static let fields: [ModelField<DocumentPage>] = [
    .init("head", \.head), .init("body", \.body), .init("toc", \.toc), .init("siblingsTitle", \.siblingsTitle),
    .init("siblings", \.siblings), .init("previous", \.previous), .init("next", \.next),
    .init("backlinks", \.backlinks), .init("provenance", \.provenance),
  ]
}

extension NotFoundPage {
  package static let fields: [ModelField<NotFoundPage>] = [.init("head", \.head), .init("suggestions", \.suggestions)]
}
