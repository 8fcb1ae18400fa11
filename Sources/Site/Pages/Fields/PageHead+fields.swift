extension PageHead: TemplateModel {
  package static let fields: [ModelField<PageHead>] = [
    .init("title", \.title), .init("kicker", \.kicker), .init("headIcon", \.headIcon), .init("lede", \.lede),
    .init("crumbs", \.crumbs), .init("badges", \.badges), .init("people", \.people), .init("figures", \.figures),
    .init("actions", \.actions), .init("notices", \.notices),
  ]
}

extension Provenance: TemplateModel {
  package static let fields: [ModelField<Provenance>] = [
    .init("sourcePath", \.sourcePath), .init("sourceHref", \.sourceHref), .init("editHref", \.editHref),
    .init("historyHref", \.historyHref), .init("changeVerb", \.changeVerb), .init("changedOn", \.changedOn),
    .init("changedBy", \.changedBy), .init("commitShort", \.commitShort), .init("commitPage", \.commitPage),
    .init("reviewed", \.reviewed), .init("isUnknown", \.isUnknown),
  ]
}

extension BacklinkGroup: TemplateModel {
  package static let fields: [ModelField<BacklinkGroup>] = [
    .init("relation", \.relation), .init("count", \.count), .init("links", \.links),
  ]
}

extension Sibling: TemplateModel {
  package static let fields: [ModelField<Sibling>] = [
    .init("text", \.text), .init("href", \.href), .init("isCurrent", \.isCurrent),
  ]
}
