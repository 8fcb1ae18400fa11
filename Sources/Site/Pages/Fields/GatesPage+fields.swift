extension GatesPage {
  package static let fields: [ModelField<GatesPage>] = [
    .init("head", \.head), .init("tabs", \.tabs), .init("gates", \.gates),
  ]
}
