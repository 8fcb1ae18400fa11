extension LiveReportPage {
  package static let fields: [ModelField<LiveReportPage>] = [
    .init("head", \.head), .init("text", \.text), .init("facts", \.facts), .init("others", \.others),
    .init("command", \.command), .init("provenance", \.provenance),
  ]
}
