extension OutcomesPage {
  package static let fields: [ModelField<OutcomesPage>] = [.init("head", \.head), .init("winLoss", \.winLoss)]
}
