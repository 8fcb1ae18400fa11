extension EvidencePage {
  package static let fields: [ModelField<EvidencePage>] = [
    .init("head", \.head), .init("tabs", \.tabs), .init("proofs", \.proofs), .init("told", \.told),
  ]
}

extension ToldOn: TemplateModel {
  package static let fields: [ModelField<ToldOn>] = [.init("pages", \.pages)]
}

extension MetricProof: TemplateModel {
  package static let fields: [ModelField<MetricProof>] = [
    .init("anchor", \.anchor), .init("proofTitle", \.proofTitle), .init("version", \.version),
    .init("definition", \.definition), .init("exact", \.exact), .init("isUnknown", \.isUnknown),
    .init("sample", \.sample), .init("workings", \.workings), .init("factors", \.factors), .init("records", \.records),
    .init("leftOut", \.leftOut),
  ]
}
