extension ComparePage {
  package static let fields: [ModelField<ComparePage>] = [
    .init("head", \.head), .init("from", \.from), .init("to", \.to), .init("pipeline", \.pipeline),
    .init("moves", \.moves), .init("stages", \.stages), .init("groups", \.groups), .init("cutNote", \.cutNote),
    .init("others", \.others),
  ]
}

extension CompareMoment: TemplateModel {
  package static let fields: [ModelField<CompareMoment>] = [
    .init("momentName", \.momentName), .init("on", \.on), .init("commitShort", \.commitShort), .init("page", \.page),
  ]
}
