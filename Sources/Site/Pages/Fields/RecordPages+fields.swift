extension InteractionPage {
  package static let fields: [ModelField<InteractionPage>] = [
    .init("head", \.head), .init("factGroups", \.factGroups), .init("sides", \.sides), .init("outcome", \.outcome),
    .init("body", \.body), .init("insights", \.insights), .init("thread", \.thread), .init("previous", \.previous),
    .init("next", \.next), .init("backlinks", \.backlinks), .init("provenance", \.provenance),
  ]
}

extension ParticipantSide: TemplateModel {
  package static let fields: [ModelField<ParticipantSide>] = [.init("company", \.company), .init("people", \.people)]
}

extension InsightPage {
  package static let fields: [ModelField<InsightPage>] = [
    .init("head", \.head), .init("factGroups", \.factGroups), .init("confidence", \.confidence),
    .init("quotes", \.quotes), .init("body", \.body), .init("backlinks", \.backlinks),
    .init("provenance", \.provenance),
  ]
}

extension TaskPage {
  package static let fields: [ModelField<TaskPage>] = [
    .init("head", \.head), .init("factGroups", \.factGroups), .init("body", \.body), .init("about", \.about),
    .init("backlinks", \.backlinks), .init("provenance", \.provenance),
  ]
}
