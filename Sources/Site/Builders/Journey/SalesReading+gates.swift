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
  func gateMark(_ step: JourneyStep, _ place: GatePlace?) -> GateMark? {
    let gates = gates(of: step)
    guard let place, !gates.isEmpty, Slug.isValid(place.customer) else { return nil }
    let state: StageGate.State =
      gates.contains { $0.state == .unmet }
      ? .unmet
      : gates.contains { $0.state == .unknown } ? .unknown : gates.contains { $0.state == .waived } ? .waived : .met
    return GateMark(
      markText: JourneyWords.met(gates), markState: JourneyWords.style(state), markIcon: JourneyWords.icon(state),
      markPlace: Href(Self.gatesAddress(place.customer), fragment: gateAnchor(step, place)))
  }

  /// What each step asks for; nil when none asks for anything.
  func gateList(_ steps: [JourneyStep], _ place: GatePlace, title: String, record: Link?) -> GateList? {
    let asking = steps.filter { !gates(of: $0).isEmpty }
    guard !asking.isEmpty else { return nil }
    return GateList(
      gatesAnchor: "gates-\(place.list)", gatesTitle: title, gatesCount: JourneyWords.count(asking.flatMap(gates)),
      gatesRecord: record,
      gateSteps: asking.map { step in
        GateStep(
          gateAnchor: gateAnchor(step, place), gateName: step.name, gateCount: JourneyWords.count(gates(of: step)),
          criteria: gates(of: step).flatMap(\.conditions).map { criterion($0, beside: nil) })
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

  private func gateAnchor(_ step: JourneyStep, _ place: GatePlace) -> String {
    "gate-\(place.list)-\(anchor(step.id))"
  }

  /// Leads to what all of these steps ask for; nil when none asks for anything.
  func allGates(_ steps: [JourneyStep], of customer: String, list: String? = nil) -> Link? {
    let asking = steps.flatMap(gates)
    guard !asking.isEmpty, Slug.isValid(customer) else { return nil }
    return Link(
      text: "What each step asks for: \(JourneyWords.count(asking))",
      href: Href(Self.gatesAddress(customer), fragment: list.map { "gates-\($0)" }))
  }

  /// The page with what every step at a customer asks for.
  static func gatesAddress(_ slug: String) -> String { "/customers/\(slug)/journey/" }

  /// What every step of an account and of its deals asks for, each criterion with its proofs.
  func gatesPage(_ slug: String) -> GatesPage {
    var lists: [GateList] = []
    if let journey = site.metrics.journeys.journey(of: slug) {
      let steps = (journey.purchase == nil ? journey.buying : []) + journey.account
      if let list = gateList(steps, GatePlace(account: slug), title: "Being a customer", record: nil) {
        lists.append(list)
      }
    }
    for deal in site.index.dealsOf[slug] ?? [] {
      guard let journey = site.metrics.journeys.journey(of: deal),
        let list = gateList(
          journey.steps, GatePlace(deal), title: deal.name,
          record: link(deal).map { Link(text: "The deal", href: $0.href) })
      else { continue }
      lists.append(list)
    }
    return GatesPage(
      head: PageHead(
        title: "What each step asks for", kicker: site.customerName(slug), headIcon: "check",
        lede: "Before a step is left, this has to be there; each criterion with the record that proves it.",
        crumbs: crumbs(slug)),
      tabs: lists.count > 1
        ? lists.map { Tab(text: $0.gatesTitle, anchor: $0.gatesAnchor) } : [], gates: lists)
  }
}

/// Where it is told what a step asks for.
struct GatePlace {
  /// Slug of the customer, whose page it is.
  let customer: String
  /// The list on that page.
  let list: String

  /// The list of an account itself.
  init(account slug: String) { (customer, list) = (slug, "account") }

  /// The list of a deal.
  init(_ deal: Deal) { (customer, list) = (deal.customer, "deal-\(deal.slug)") }
}
