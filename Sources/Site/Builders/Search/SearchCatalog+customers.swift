internal import Diagnostics
internal import Search
internal import WorkspaceModel

extension SearchCatalog {
  /// The account: what one most often looks for.
  func customer(_ customer: Customer) -> SearchEntry? {
    guard var entry = entry(customer, title: customer.name) else { return nil }
    entry.aliases = customer.aliases + [customer.legalName].compactMap(\.self)
    entry.facets = owned(by: customer.owner("ae") ?? customer.owners.first?.person) + facets(ofCustomer: customer.slug)
    entry.keywords =
      customer.domains + customer.tags
      + [customer.industry, customer.country, customer.lifecycle?.rawValue].compactMap(\.self)
    entry.importance = 1.6
    return entry
  }

  /// Everybody of a customer, each with their own place on the page of contacts, and the page itself.
  func contacts(_ list: ContactList) -> [SearchEntry] {
    guard let page = reading.addresses.href(list.source.path) else { return [] }
    let customer = reading.customerName(list.customer)
    let inherited = facets(ofCustomer: list.customer)
    var entries = list.contacts.map { contact in
      SearchEntry(
        title: contact.name, kind: "Contact", address: "\(page.path)#\(contact.id)", owner: customer,
        group: Self.group(page.path), facets: inherited,
        keywords: contact.emails + [contact.jobTitle, contact.department].compactMap(\.self),
        sections: [SearchSections.lead([contact.jobTitle, contact.department, contact.note])].compactMap(\.self),
        importance: contact.status == .left ? 1 : 1.3)
    }
    entries.append(
      SearchEntry(
        title: "Contacts", kind: "Contacts", address: page.path, owner: customer, group: Self.group(page.path),
        facets: inherited, importance: 0.8))
    return entries
  }

  /// A deal with what was found out and what comes next.
  func deal(_ deal: Deal) -> SearchEntry? {
    guard var entry = entry(deal, title: deal.name) else { return nil }
    entry.owner = reading.customerName(deal.customer)
    entry.facets =
      owned(by: deal.owner) + [SearchEntry.Facet("stage", reading.stageName(deal))] + facets(ofCustomer: deal.customer)
    entry.keywords =
      deal.competitors.map { reading.index.battlecards[$0]?.competitor ?? Slug.title(of: $0) }
      + [deal.type.map(SalesWords.dealType), deal.isOpen ? "open" : nil].compactMap(\.self)
    let meddpicc = deal.meddpicc.map(\.text)
    entry.sections += [
      SearchSections.part("Next step", "overview", [deal.nextStep?.text]),
      SearchSections.part("Outcome", "overview", [deal.reasonText]),
      SearchSections.part("Qualification", "meddpicc", meddpicc),
    ].compactMap(\.self)
    entry.importance = deal.isOpen ? 1.35 : 1.2
    entry.age = deal.isOpen ? 0 : age(deal.closedOn)
    return entry
  }

  /// A call, a mail, a visit.
  func interaction(_ interaction: Interaction) -> SearchEntry? {
    guard var entry = entry(interaction, title: interaction.subject) else { return nil }
    entry.owner = reading.customerName(interaction.customer)
    entry.facets = facets(ofCustomer: interaction.customer)
    entry.keywords = [SalesWords.kind(interaction.kind)] + interaction.participants.map(reading.participantName)
    if let lead = SearchSections.lead([interaction.summary]), entry.sections.first?.text != lead.text {
      entry.sections.insert(lead, at: 0)
    }
    entry.importance = 0.9
    entry.age = age(interaction.occurredAt?.day)
    return entry
  }

  /// What somebody concluded, and from which words.
  func insight(_ insight: Insight) -> SearchEntry? {
    guard var entry = entry(insight, title: insight.statement) else { return nil }
    entry.owner = reading.customerName(insight.customer)
    entry.facets = facets(ofCustomer: insight.customer)
    entry.keywords = [insight.kind.map { Slug.title(of: $0.rawValue) }].compactMap(\.self)
    entry.sections += [SearchSections.lead(insight.evidence.map(\.quote))].compactMap(\.self)
    entry.age = age(insight.createdOn)
    return entry
  }

  /// Something to do.
  func task(_ task: SalesTask) -> SearchEntry? {
    guard var entry = entry(task) else { return nil }
    entry.owner = task.customer.map(reading.customerName) ?? ""
    entry.facets = owned(by: task.owner) + facets(ofCustomer: task.customer)
    entry.importance = task.status == .open ? 1 : 0.8
    entry.age = task.status == .open ? 0 : age(task.closedOn ?? task.due)
    return entry
  }
}
