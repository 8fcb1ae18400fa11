extension CommitPage {
  package static let fields: [ModelField<CommitPage>] = [
    .init("head", \.head), .init("details", \.details), .init("facts", \.facts), .init("side", \.side),
    .init("counts", \.counts), .init("groups", \.groups), .init("cutNote", \.cutNote), .init("previous", \.previous),
    .init("next", \.next),
  ]
}

extension SideBranch: TemplateModel {
  package static let fields: [ModelField<SideBranch>] = [.init("countText", \.countText), .init("commits", \.commits)]
}

extension SideItem: TemplateModel {
  package static let fields: [ModelField<SideItem>] = [
    .init("commitShort", \.commitShort), .init("subject", \.subject), .init("author", \.author),
  ]
}

extension ChangeGroup: TemplateModel {
  package static let fields: [ModelField<ChangeGroup>] = [
    .init("groupTitle", \.groupTitle), .init("groupPage", \.groupPage), .init("anchor", \.anchor),
    .init("countText", \.countText), .init("records", \.records),
  ]
}
