extension Shell: TemplateModel {
  package static let fields: [ModelField<Shell>] = [
    .init("siteName", \.siteName), .init("siteInitials", \.siteInitials), .init("root", \.root), .init("home", \.home),
    .init("searchPage", \.searchPage), .init("navGroups", \.navGroups), .init("ribbon", \.ribbon),
    .init("stylesheet", \.stylesheet), .init("printStylesheet", \.printStylesheet), .init("themeScript", \.themeScript),
    .init("scripts", \.scripts), .init("favicon", \.favicon), .init("audienceLabel", \.audienceLabel),
    .init("builtFrom", \.builtFrom),
  ]
}

extension Ribbon: TemplateModel {
  package static let fields: [ModelField<Ribbon>] = [
    .init("ribbonTitle", \.ribbonTitle), .init("sentence", \.sentence), .init("more", \.more), .init("sheet", \.sheet),
  ]
}

extension NavGroup: TemplateModel {
  package static let fields: [ModelField<NavGroup>] = [.init("groupTitle", \.groupTitle), .init("items", \.items)]
}

extension NavItem: TemplateModel {
  package static let fields: [ModelField<NavItem>] = [
    .init("text", \.text), .init("href", \.href), .init("icon", \.icon), .init("isCurrent", \.isCurrent),
    .init("countBadge", \.countBadge),
  ]
}
