extension JourneySection: TemplateModel {
  package static let fields: [ModelField<JourneySection>] = [
    .init("journeySummary", \.journeySummary), .init("phases", \.phases), .init("lacking", \.lacking),
    .init("allGates", \.allGates),
  ]
}

extension JourneyPhase: TemplateModel {
  package static let fields: [ModelField<JourneyPhase>] = [
    .init("phaseKind", \.phaseKind), .init("phaseTitle", \.phaseTitle), .init("phaseDeal", \.phaseDeal),
    .init("phaseRemark", \.phaseRemark), .init("trail", \.trail),
  ]
}

extension JourneyItem: TemplateModel {
  package static let fields: [ModelField<JourneyItem>] = [
    .init("stepName", \.stepName), .init("stepState", \.stepState), .init("stepIcon", \.stepIcon),
    .init("stepLabel", \.stepLabel), .init("isHere", \.isHere), .init("since", \.since), .init("until", \.until),
    .init("stepStay", \.stepStay), .init("gate", \.gate), .init("milestones", \.milestones),
    .init("stepFacts", \.stepFacts),
  ]
}

extension GateMark: TemplateModel {
  package static let fields: [ModelField<GateMark>] = [
    .init("markText", \.markText), .init("markState", \.markState), .init("markIcon", \.markIcon),
    .init("markPlace", \.markPlace),
  ]
}

extension JourneyMilestone: TemplateModel {
  package static let fields: [ModelField<JourneyMilestone>] = [
    .init("milestoneName", \.milestoneName), .init("milestoneState", \.milestoneState),
    .init("milestoneIcon", \.milestoneIcon), .init("milestoneLabel", \.milestoneLabel), .init("reached", \.reached),
    .init("reachedProof", \.reachedProof),
  ]
}

extension JourneyLack: TemplateModel {
  package static let fields: [ModelField<JourneyLack>] = [
    .init("lackTitle", \.lackTitle), .init("isComplete", \.isComplete), .init("criteria", \.criteria),
  ]
}

extension GateList: TemplateModel {
  package static let fields: [ModelField<GateList>] = [
    .init("gatesAnchor", \.gatesAnchor), .init("gatesTitle", \.gatesTitle), .init("gatesCount", \.gatesCount),
    .init("gatesRecord", \.gatesRecord), .init("gateSteps", \.gateSteps),
  ]
}

extension GateStep: TemplateModel {
  package static let fields: [ModelField<GateStep>] = [
    .init("gateAnchor", \.gateAnchor), .init("gateName", \.gateName), .init("gateCount", \.gateCount),
    .init("criteria", \.criteria),
  ]
}

extension AccountStrip: TemplateModel {
  package static let fields: [ModelField<AccountStrip>] = [
    .init("stripJourney", \.stripJourney), .init("stops", \.stops),
  ]
}

extension AccountStop: TemplateModel {
  package static let fields: [ModelField<AccountStop>] = [
    .init("stopName", \.stopName), .init("stopState", \.stopState), .init("stopIcon", \.stopIcon),
    .init("stopLabel", \.stopLabel), .init("isThisDeal", \.isThisDeal),
  ]
}
