extension PlaybookPage {
  package static let fields: [ModelField<PlaybookPage>] = [
    .init("head", \.head), .init("toc", \.toc), .init("facts", \.facts), .init("purpose", \.purpose),
    .init("whenToUse", \.whenToUse), .init("entry", \.entry), .init("exit", \.exit), .init("steps", \.steps),
    .init("totalTime", \.totalTime), .init("questions", \.questions), .init("signals", \.signals),
    .init("pitfalls", \.pitfalls), .init("measures", \.measures), .init("assets", \.assets),
    .init("dealsNow", \.dealsNow), .init("body", \.body), .init("backlinks", \.backlinks),
    .init("provenance", \.provenance),
  ]
}

extension PlaybookStep: TemplateModel {
  package static let fields: [ModelField<PlaybookStep>] = [
    .init("number", \.number), .init("stepTitle", \.stepTitle), .init("stepOwner", \.stepOwner),
    .init("timeBox", \.timeBox), .init("instruction", \.instruction), .init("stage", \.stage),
  ]
}

extension TemplatePage {
  package static let fields: [ModelField<TemplatePage>] = [
    .init("head", \.head), .init("facts", \.facts), .init("variables", \.variables), .init("body", \.body),
    .init("source", \.source), .init("backlinks", \.backlinks), .init("provenance", \.provenance),
  ]
}

extension LessonPage {
  package static let fields: [ModelField<LessonPage>] = [
    .init("head", \.head), .init("facts", \.facts), .init("prerequisites", \.prerequisites), .init("body", \.body),
    .init("toc", \.toc), .init("pathTitle", \.pathTitle), .init("path", \.path), .init("previous", \.previous),
    .init("next", \.next), .init("backlinks", \.backlinks), .init("provenance", \.provenance),
  ]
}

extension PathStep: TemplateModel {
  package static let fields: [ModelField<PathStep>] = [
    .init("order", \.order), .init("text", \.text), .init("href", \.href), .init("minutes", \.minutes),
    .init("isCurrent", \.isCurrent),
  ]
}

extension SecurityPage {
  package static let fields: [ModelField<SecurityPage>] = [
    .init("head", \.head), .init("facts", \.facts), .init("answers", \.answers), .init("body", \.body),
    .init("toc", \.toc), .init("backlinks", \.backlinks), .init("provenance", \.provenance),
  ]
}

extension Answer: TemplateModel {
  package static let fields: [ModelField<Answer>] = [
    .init("anchor", \.anchor), .init("question", \.question), .init("reply", \.reply), .init("proof", \.proof),
  ]
}
