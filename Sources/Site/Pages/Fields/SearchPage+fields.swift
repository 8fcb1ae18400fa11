extension SearchPage {
  package static let fields: [ModelField<SearchPage>] = [
    .init("head", \.head), .init("formPage", \.formPage), .init("browse", \.browse),
    .init("letters", \.letters),
  ]
}
