internal import Diagnostics
internal import PipelineMetrics
internal import WorkspaceModel

/// What is known of one customer, as the items of a pack; sections are extensions of it, one file a subject.
struct PackReading {
  let sources: PackSources
  let options: PackOptions
  let customer: Customer

  var slug: String { customer.slug }
  var today: Day { sources.reports.clock.day }
  var workspace: Workspace { sources.reports.workspace }
  var deals: [Deal] { sources.dealsOf[slug] ?? [] }
  var openDeals: [Deal] { deals.filter(\.isOpen) }

  /// All items of a section.
  func items(_ section: PackSection) -> [PackItem] {
    switch section {
    case .header: []
    case .state: healthItems
    case .alerts: alertItems + promiseItems + riskItems
    case .deals: dealItems
    case .people: peopleItems
    case .interactions: interactionItems
    case .tasks: taskItems
    case .insights: insightItems
    case .signals: usageItems + ticketItems + invoiceItems
    case .competition: competitionItems
    case .history: historyItems + closedDealItems
    case .documents: documentItems
    }
  }

  /// A path as packs name it: short below the customer's folder.
  func id(_ path: RepoPath) -> String {
    let folder: RepoPath = "customers"
    let text = (path.relative(to: folder.appending(slug)) ?? path).description
    for ending in [".md", ".yaml"] where text.hasSuffix(ending) { return String(text.dropLast(ending.utf8.count)) }
    return text
  }

  /// Somebody's name; the id when nobody has it.
  func name(_ id: String?) -> String? {
    id.map { sources.reports.externals[$0]?.name ?? sources.reports.people[$0]?.name ?? $0 }
  }

  /// "30 Jun 2026"; nil for an unknown day.
  func words(_ day: Day?) -> String? { day.map(ChangeFormat.day) }

  /// "84,000 EUR ARR"; nil for an unknown amount.
  func words(_ money: Money?) -> String? { money.map { ReportWords.money($0) } }

  /// "best case" for `best_case`.
  func words(_ id: String?) -> String? { id.map(ReportWords.words) }

  /// A record's text; nil when blank.
  func body(_ source: RecordSource) -> String? {
    source.body.map { String(decoding: $0.bytes, as: UTF8.self) }
  }

  /// The first sentences of a text, up to so many characters, between words.
  func excerpt(_ text: String?, _ limit: Int = 220) -> String? {
    guard let text else { return nil }
    // Long texts are cleaned in part: what is cut need not be looked at.
    let start = String(decoding: text.utf8.prefix(limit * 4), as: UTF8.self)
    var line = ""
    for word in UntrustedText.line(start).utf8.split(separator: 0x20) {
      if line.utf8.count + word.count > limit { return line.isEmpty ? nil : line + " …" }
      line += (line.isEmpty ? "" : " ") + Substring(word)
    }
    return line.isEmpty ? nil : line
  }

  /// The name of a deal's stage.
  func stage(_ deal: Deal) -> String? {
    deal.stage.map { workspace.workflow(for: deal).stage($0)?.name ?? ReportWords.words($0) }
  }

  /// How a deal stands.
  func standing(_ deal: Deal) -> DealStanding {
    DealStanding(
      deal, workflow: workspace.workflow(for: deal), interactions: past,
      contacts: sources.reports.contactIDs[slug] ?? [], today: today)
  }

  func gate(_ deal: Deal) -> StageGate {
    StageGate(deal, customer: customer, interactions: past, contacts: sources.reports.contactIDs[slug] ?? [])
  }

  /// What happened up to now, oldest first.
  var past: [Interaction] {
    let now = sources.reports.clock.now
    return (sources.reports.interactions[slug] ?? []).filter { $0.occurredAt.map { $0 <= now } ?? true }
  }

  /// The day of a moment where the workspace is at home.
  func day(_ instant: Instant?) -> Day? { instant.map { sources.reports.clock.day(of: $0) } }

  /// Contacts who took part in something lately, whom no pack forgets.
  var activeContacts: Set<String> {
    sources.reports.contacts.people(at: slug, in: 60, through: today)
  }

  /// How much something about these deals matters for the purpose.
  func relevance(_ deals: [String], of base: Int = 100) -> Int {
    guard !deals.isEmpty else { return base }
    let named = self.deals.filter { deals.contains($0.slug) }
    let isOpen = named.contains { $0.isOpen }
    let isRenewal = named.contains { $0.type == .renewal && $0.isOpen }
    let factor =
      switch options.purpose {
      case .meeting: isOpen ? 120 : 80
      case .dealReview: isOpen ? 180 : 60
      case .renewal: isRenewal ? 200 : 90
      case .qbr: isOpen ? 100 : 110
      }
    return base * factor / 100
  }
}
