internal import Diagnostics
internal import Search
internal import WorkspaceModel

/// Everything of a site that can be found, for its one audience.
///
/// Entries are made of records and their texts, not of finished pages: a page also shows what belongs to others, and
/// whoever looks for a deal does not want every page that lists it.
struct SearchCatalog {
  let reading: SiteReading
  private let owners: [String: String]

  init(_ reading: SiteReading) {
    self.reading = reading
    owners = Dictionary(reading.workspace.people.map { ($0.id, $0.name) }) { first, _ in first }
  }

  /// All entries; of two of one address and title the first stands.
  var entries: [SearchEntry] {
    var entries: [SearchEntry] = []
    let workspace = reading.workspace
    entries += workspace.customers.compactMap(customer)
    entries += workspace.contactLists.flatMap(contacts)
    entries += workspace.deals.compactMap(deal)
    entries += workspace.interactions.compactMap(interaction)
    entries += workspace.insights.compactMap(insight)
    entries += workspace.tasks.compactMap(task)
    entries += toolkit()
    entries += workspace.people.compactMap(person)
    entries += setup()
    entries += sections()
    var seen: Set<String> = []
    return entries.filter { seen.insert("\($0.address)\u{0}\($0.title)").inserted }
  }

  // MARK: Shared parts

  /// An entry for the page of a record; nil when it has none.
  func entry(_ record: any WorkspaceRecord, title: String? = nil, kind: String? = nil) -> SearchEntry? {
    let source = record.source
    guard let href = reading.addresses.href(source.path) else { return nil }
    let sections = [SearchSections.lead([source.summary])].compactMap(\.self) + body(source)
    return SearchEntry(
      title: title ?? source.title, kind: kind ?? KindWords.label(source.kind), address: Self.address(href),
      group: Self.group(href.path), sections: sections, inboundLinks: reading.backlinks.count(for: source.path))
  }

  /// The text of a file by its headings.
  func body(_ source: RecordSource) -> [SearchEntry.Section] {
    SearchSections.of(reading.visible.documents[source.path])
  }

  /// The facet of whoever answers for a record.
  func owned(by person: String?) -> [SearchEntry.Facet] {
    person.flatMap { owners[$0] }.map { [SearchEntry.Facet("owner", $0)] } ?? []
  }

  /// The facets that a record has from its customer.
  func facets(ofCustomer slug: String?) -> [SearchEntry.Facet] {
    guard let segment = slug.flatMap({ reading.index.customers[$0] })?.segment else { return [] }
    return [SearchEntry.Facet("segment", SalesWords.segment(segment))]
  }

  /// Half-years of the calendar since a day.
  func age(_ day: WorkspaceModel.Day?) -> Int? {
    guard let day else { return nil }
    func half(_ day: WorkspaceModel.Day) -> Int { day.parts.year * 2 + (day.parts.month > 6 ? 1 : 0) }
    return max(0, half(reading.today) - half(day))
  }

  /// The address of an entry with its anchor.
  static func address(_ href: Href) -> String { href.path + (href.fragment.map { "#" + $0 } ?? "") }

  /// The customer's folder, else the section of the site.
  static func group(_ address: String) -> String {
    let parts = address.split(separator: "/")
    return parts.prefix(parts.first == "customers" || parts.count > 2 ? 2 : 1).joined(separator: "/")
  }
}
