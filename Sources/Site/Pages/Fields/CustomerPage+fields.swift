extension CustomerPage {
  package static let fields: [ModelField<CustomerPage>] = [
    .init("head", \.head), .init("tabs", \.tabs), .init("factGroups", \.factGroups),
    .init("healthScore", \.healthScore), .init("actionPanel", \.actionPanel), .init("alerts", \.alerts),
    .init("story", \.story), .init("journey", \.journey), .init("peopleMap", \.peopleMap), .init("changed", \.changed),
    .init("rivals", \.rivals), .init("timeline", \.timeline), .init("allInteractions", \.allInteractions),
    .init("timelineSummary", \.timelineSummary), .init("deals", \.deals), .init("closedDeals", \.closedDeals),
    .init("contacts", \.contacts), .init("allContacts", \.allContacts), .init("insights", \.insights),
    .init("tasks", \.tasks), .init("usage", \.usage), .init("billing", \.billing), .init("documents", \.documents),
    .init("backlinks", \.backlinks), .init("provenance", \.provenance),
  ]
}

extension HealthScore: TemplateModel {
  package static let fields: [ModelField<HealthScore>] = [
    .init("score", \.score), .init("isInsufficient", \.isInsufficient), .init("band", \.band),
    .init("coverage", \.coverage), .init("caps", \.caps), .init("components", \.components), .init("trend", \.trend),
    .init("explanation", \.explanation),
  ]
}

extension HealthLine: TemplateModel {
  package static let fields: [ModelField<HealthLine>] = [
    .init("points", \.points), .init("lastX", \.lastX), .init("lastY", \.lastY), .init("reading", \.reading),
    .init("caption", \.caption),
  ]
}

extension ContactItem: TemplateModel {
  package static let fields: [ModelField<ContactItem>] = [
    .init("initials", \.initials), .init("name", \.name), .init("anchor", \.anchor), .init("position", \.position),
    .init("roles", \.roles), .init("standing", \.standing), .init("email", \.email), .init("phone", \.phone),
    .init("lastContact", \.lastContact), .init("hasLeft", \.hasLeft), .init("isDoNotContact", \.isDoNotContact),
  ]
}

extension Sparkline: TemplateModel {
  package static let fields: [ModelField<Sparkline>] = [
    .init("metric", \.metric), .init("latest", \.latest), .init("change", \.change), .init("changeTone", \.changeTone),
    .init("points", \.points), .init("lastX", \.lastX), .init("lastY", \.lastY), .init("reading", \.reading),
  ]
}
