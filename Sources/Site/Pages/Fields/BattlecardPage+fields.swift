extension BattlecardPage {
  package static let fields: [ModelField<BattlecardPage>] = [
    .init("head", \.head), .init("answer", \.answer), .init("weWin", \.weWin), .init("theyWin", \.theyWin),
    .init("claims", \.claims), .init("claimsSummary", \.claimsSummary), .init("prices", \.prices),
    .init("objections", \.objections), .init("questions", \.questions), .init("landmines", \.landmines),
    .init("proof", \.proof), .init("moves", \.moves), .init("openDeals", \.openDeals), .init("body", \.body),
    .init("backlinks", \.backlinks), .init("provenance", \.provenance),
  ]
}

extension Claim: TemplateModel {
  package static let fields: [ModelField<Claim>] = [
    .init("topic", \.topic), .init("ours", \.ours), .init("live", \.live), .init("theirs", \.theirs),
    .init("source", \.source), .init("verified", \.verified), .init("freshness", \.freshness),
    .init("isExpired", \.isExpired),
  ]
}

extension LiveValue: TemplateModel {
  package static let fields: [ModelField<LiveValue>] = [
    .init("figure", \.figure), .init("meaning", \.meaning), .init("proof", \.proof), .init("isUnknown", \.isUnknown),
  ]
}

extension PriceSeen: TemplateModel {
  package static let fields: [ModelField<PriceSeen>] = [
    .init("offer", \.offer), .init("amount", \.amount), .init("seen", \.seen), .init("source", \.source),
    .init("sourcePage", \.sourcePage),
  ]
}

extension Objection: TemplateModel {
  package static let fields: [ModelField<Objection>] = [.init("says", \.says), .init("reply", \.reply)]
}

extension ProofItem: TemplateModel {
  package static let fields: [ModelField<ProofItem>] = [
    .init("deal", \.deal), .init("outcome", \.outcome), .init("lesson", \.lesson),
  ]
}

extension CompetitorMove: TemplateModel {
  package static let fields: [ModelField<CompetitorMove>] = [
    .init("on", \.on), .init("text", \.text), .init("moveSource", \.moveSource),
  ]
}
