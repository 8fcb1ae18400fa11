extension DealPage {
  package static let fields: [ModelField<DealPage>] = [
    .init("head", \.head), .init("tabs", \.tabs), .init("trail", \.trail), .init("account", \.account),
    .init("factGroups", \.factGroups), .init("nextStep", \.nextStep), .init("exitCriteria", \.exitCriteria),
    .init("allGates", \.allGates), .init("actionPanel", \.actionPanel), .init("meddpicc", \.meddpicc),
    .init("completeness", \.completeness), .init("committee", \.committee), .init("competitors", \.competitors),
    .init("play", \.play), .init("alerts", \.alerts), .init("story", \.story), .init("verdict", \.verdict),
    .init("timeline", \.timeline),
    .init("allInteractions", \.allInteractions), .init("insights", \.insights), .init("tasks", \.tasks),
    .init("fieldChanges", \.fieldChanges), .init("backlinks", \.backlinks), .init("provenance", \.provenance),
  ]
}

extension NextStep: TemplateModel {
  package static let fields: [ModelField<NextStep>] = [
    .init("action", \.action), .init("due", \.due), .init("assignee", \.assignee), .init("badges", \.badges),
  ]
}

extension DealVerdict: TemplateModel {
  package static let fields: [ModelField<DealVerdict>] = [
    .init("outcome", \.outcome), .init("reason", \.reason), .init("explanation", \.explanation),
    .init("closed", \.closed), .init("revisit", \.revisit),
  ]
}

extension ExitCriteria: TemplateModel {
  package static let fields: [ModelField<ExitCriteria>] = [
    .init("stageName", \.stageName), .init("workflow", \.workflow), .init("countText", \.countText),
    .init("criteria", \.criteria),
  ]
}

extension Criterion: TemplateModel {
  package static let fields: [ModelField<Criterion>] = [
    .init("text", \.text), .init("state", \.state), .init("icon", \.icon), .init("stateLabel", \.stateLabel),
    .init("proofs", \.proofs),
  ]
}

extension MeddpiccElement: TemplateModel {
  package static let fields: [ModelField<MeddpiccElement>] = [
    .init("letter", \.letter), .init("name", \.name), .init("score", \.score), .init("scoreLabel", \.scoreLabel),
    .init("finding", \.finding), .init("evidence", \.evidence), .init("asOf", \.asOf),
  ]
}

extension CommitteeMap: TemplateModel {
  package static let fields: [ModelField<CommitteeMap>] = [
    .init("summary", \.summary), .init("stances", \.stances), .init("rows", \.rows),
    .init("missingRoles", \.missingRoles),
  ]
}

extension CommitteeRow: TemplateModel {
  package static let fields: [ModelField<CommitteeRow>] = [.init("influence", \.influence), .init("cells", \.cells)]
}

extension CommitteeCell: TemplateModel {
  package static let fields: [ModelField<CommitteeCell>] = [
    .init("stance", \.stance), .init("isVacant", \.isVacant), .init("members", \.members),
  ]
}

extension CommitteeMember: TemplateModel {
  package static let fields: [ModelField<CommitteeMember>] = [
    .init("name", \.name), .init("page", \.page), .init("role", \.role), .init("lastContact", \.lastContact),
    .init("isPrimary", \.isPrimary), .init("tone", \.tone),
  ]
}

extension CompetitorItem: TemplateModel {
  package static let fields: [ModelField<CompetitorItem>] = [
    .init("name", \.name), .init("battlecard", \.battlecard), .init("answer", \.answer), .init("badges", \.badges),
  ]
}

extension Play: TemplateModel {
  package static let fields: [ModelField<Play>] = [
    .init("playTitle", \.playTitle), .init("page", \.page), .init("purpose", \.purpose),
    .init("playSteps", \.playSteps),
  ]
}

extension FieldChange: TemplateModel {
  package static let fields: [ModelField<FieldChange>] = [
    .init("field", \.field), .init("before", \.before), .init("after", \.after), .init("on", \.on),
    .init("effect", \.effect),
  ]
}
