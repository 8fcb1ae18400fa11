internal import Diagnostics
internal import PipelineMetrics
internal import WorkspaceModel

extension ReportReading {
  /// The name of one of us; the id when nobody has it, "nobody" without one.
  func name(_ person: String?) -> String { person.map { sources.people[$0]?.name ?? $0 } ?? "nobody" }

  /// The name of a contact or of one of us.
  func anyName(_ id: String) -> String { sources.externals[id]?.name ?? sources.people[id]?.name ?? id }

  /// The name of a customer.
  func customerName(_ slug: String) -> String { sources.customers[slug]?.name ?? Slug.title(of: slug) }

  /// A deal's title with the customer's name, unless it has it already.
  func title(_ deal: Deal) -> String { qualified(deal.name, deal.customer) }

  /// A title with the customer's name, unless it begins with it already.
  func qualified(_ title: String, _ customer: String?) -> String {
    guard let customer else { return title }
    let name = customerName(customer)
    let first = name.split(separator: " ").first.map(String.init) ?? name
    let names = [name, first] + (sources.customers[customer]?.aliases ?? [])
    return names.contains(where: title.hasPrefix) ? title : "\(name): \(title)"
  }

  /// The stage's name.
  func stage(_ deal: Deal) -> String {
    guard let stage = deal.stage else { return "unknown stage" }
    return workspace.workflow(for: deal).stage(stage)?.name ?? Slug.title(of: stage)
  }

  /// Contacts of a customer, by id.
  func contactIDs(of customer: String) -> Set<String> { sources.contactIDs[customer] ?? [] }

  /// How a deal stands today.
  func standing(_ deal: Deal) -> DealStanding {
    DealStanding(
      deal, workflow: workspace.workflow(for: deal), interactions: past(deal.customer),
      contacts: contactIDs(of: deal.customer), today: today)
  }

  /// What happened with a customer up to now, oldest first.
  func past(_ customer: String) -> [Interaction] {
    (sources.interactions[customer] ?? []).filter { $0.occurredAt.map { $0 <= clock.now } ?? false }
  }

  /// The day of an interaction where the workspace is at home.
  func day(_ interaction: Interaction) -> Day? { interaction.occurredAt.map { clock.day(of: $0) } }

  /// Names of the customer's people in an interaction.
  func externalNames(_ interaction: Interaction) -> String {
    let names = interaction.participants.filter { sources.externals[$0] != nil }.map(anyName)
    return names.isEmpty ? "nobody noted" : names.joined(separator: ", ")
  }

  /// Names of rivals.
  func rivals(_ slugs: [String]) -> String {
    let cards = Dictionary(workspace.battlecards.map { ($0.slug, $0.competitor) }) { first, _ in first }
    return slugs.isEmpty ? "no rival noted" : slugs.map { cards[$0] ?? Slug.title(of: $0) }.joined(separator: ", ")
  }

  /// Days since a day in words: "today", "3 days".
  func age(since day: Day) -> String { ReportWords.days(today.days(since: day)) }

  /// The pack of a customer that a command makes.
  func pack(_ customer: String) -> String { "the pack of \(customerName(customer))" }
}
