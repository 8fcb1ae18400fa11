internal import Diagnostics
internal import PipelineMetrics
internal import WorkspaceModel

extension SalesReading {
  /// One exit criterion with links to what proves it; who let it pass is told in words.
  func criterion(_ condition: JourneyGate.Condition, beside page: RepoPath?) -> Criterion {
    var text = condition.text
    if let waiver = condition.waiver {
      let parts = [waiver.by.map { "by \(site.personName($0))" }, waiver.on.map { "on \(Format.day($0))" }]
      let reason = waiver.reason.map { ": \($0)" } ?? ""
      text += " (\((["waived"] + parts.compactMap { $0 }).joined(separator: " "))\(reason))"
    }
    return Criterion(
      text: text, state: JourneyWords.style(condition.state), icon: JourneyWords.icon(condition.state),
      stateLabel: JourneyWords.label(condition.state),
      proofs: condition.evidence.compactMap { proof($0, of: condition.state, beside: page) })
  }

  /// A record as a proof; nil when the reader may not see it.
  private func proof(_ path: RepoPath, of state: StageGate.State, beside page: RepoPath?) -> Link? {
    guard let record = site.index.records[path], let href = site.addresses.href(path) else { return nil }
    if path == page { return Link(text: "this record", href: Href("", fragment: "facts")) }
    if record is Customer { return Link(text: "profile", href: href) }
    return Link(text: record.title, href: href)
  }

  /// How much of what a step asks for is there; nil when it asks for nothing.
  func gateMark(_ step: JourneyStep) -> GateMark? {
    let gates = gates(of: step)
    guard !gates.isEmpty else { return nil }
    let state: StageGate.State =
      gates.contains { $0.state == .unmet }
      ? .unmet
      : gates.contains { $0.state == .unknown } ? .unknown : gates.contains { $0.state == .waived } ? .waived : .met
    return GateMark(
      markText: JourneyWords.met(gates), markState: JourneyWords.style(state), markIcon: JourneyWords.icon(state),
      markPlace: Href("", fragment: gateAnchor(step)))
  }

  /// What each step asks for; nil when none asks for anything.
  func gateList(_ steps: [JourneyStep], beside page: RepoPath) -> GateList? {
    let asking = steps.filter { !gates(of: $0).isEmpty }
    guard !asking.isEmpty else { return nil }
    return GateList(
      gatesTitle: "What each step asks for", gatesCount: JourneyWords.count(asking.flatMap(gates)),
      gateSteps: asking.map { step in
        GateStep(
          gateAnchor: gateAnchor(step), gateName: step.name, gateCount: JourneyWords.count(gates(of: step)),
          criteria: gates(of: step).flatMap(\.conditions).map { criterion($0, beside: page) })
      })
  }

  /// What the step at hand lacks.
  func lack(_ step: JourneyStep, beside page: RepoPath) -> JourneyLack? {
    let gates = gates(of: step)
    guard !gates.isEmpty else { return nil }
    let missing = gates.flatMap(\.missing)
    return JourneyLack(
      lackTitle: missing.isEmpty
        ? "Nothing is missing in \(step.name)"
        : step.id == Customer.AccountStage.churned.rawValue ? "Still missing" : "Missing before \(step.name) is left",
      isComplete: missing.isEmpty, criteria: missing.map { criterion($0, beside: page) })
  }

  /// Its own gate and those of the smaller steps within it.
  private func gates(of step: JourneyStep) -> [JourneyGate] {
    step.parts.compactMap(\.gate) + (step.gate.map { [$0] } ?? [])
  }

  private func gateAnchor(_ step: JourneyStep) -> String { "gate-\(anchor(step.id))" }
}
