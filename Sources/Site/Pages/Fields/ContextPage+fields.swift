extension ContextPage {
  package static let fields: [ModelField<ContextPage>] = [
    .init("head", \.head), .init("facts", \.facts), .init("text", \.text), .init("commands", \.commands),
    .init("provenance", \.provenance),
  ]
}
