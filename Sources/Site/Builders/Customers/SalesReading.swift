internal import Diagnostics
internal import WorkspaceModel

/// A reading of the site together with how every deal stands: what customers, deals and the brief are made from.
struct SalesReading: Sendable {
  let site: SiteReading
  let standings: DealStandings

  /// Today, where the workspace is at home.
  var today: WorkspaceModel.Day { site.today }

  // MARK: Links

  /// The page of a record by its title; nil when it has none.
  func link(_ record: any WorkspaceRecord) -> Link? {
    site.addresses.href(record.source.path).map { Link(text: record.title, href: $0) }
  }

  /// The record that a path relative to a customer's folder means; nil when the audience does not see it.
  func record(_ relative: String, ofCustomer slug: String) -> (any WorkspaceRecord)? {
    let text = relative.utf8.split(separator: UInt8(ascii: "#"), maxSplits: 1).first.map { String($0) ?? "" }
    guard let text, let path = RepoPath("customers/\(slug)").resolving(text) else { return nil }
    return site.index.records[path]
  }

  /// One of us as a value of an attribute.
  func personValue(_ id: String, remark: String? = nil) -> FactValue {
    FactValue(value: site.personName(id), target: site.addresses.person(id), remark: remark)
  }

  /// A customer as a value of an attribute.
  func customerValue(_ slug: String) -> FactValue {
    FactValue(value: site.customerName(slug), target: site.addresses.customer(slug))
  }

  /// Whoever answers for a record; says so when nobody does.
  func ownerPerson(_ id: String?, part: String? = nil) -> Person {
    guard let id else { return Person(initials: "?", name: "No owner") }
    return site.person(id, part: part)
  }

  /// The name of a deal where no customer stands beside it; names that begin with the customer's stay as they are.
  func standaloneTitle(_ deal: Deal) -> String {
    let customer = site.customerName(deal.customer)
    let names = [customer] + (site.index.customers[deal.customer]?.aliases ?? [])
    let words = Set(deal.name.lowercased().split { !$0.isLetter && !$0.isNumber })
    let isNamed = names.contains { name in
      name.lowercased().split { !$0.isLetter && !$0.isNumber }.contains { $0.utf8.count >= 4 && words.contains($0) }
    }
    return isNamed ? deal.name : "\(customer): \(deal.name)"
  }

  // MARK: Around a record

  /// The way down to a record in a customer's folder.
  func crumbs(_ slug: String?) -> [Crumb] {
    var crumbs = [Crumb(text: "Customers", href: Href("/customers/"))]
    guard let slug, let href = site.addresses.customer(slug) else { return crumbs }
    crumbs.append(Crumb(text: site.customerName(slug), href: href))
    return crumbs
  }

  /// What a reader can do with a record: edit it, read it as Markdown.
  func actions(_ source: RecordSource) -> [Link] {
    var links: [Link] = []
    if let history = site.historyPage(of: source.path) { links.append(Link(text: "History", href: history)) }
    if let edit = site.provenance(source).editHref { links.append(Link(text: "Edit", href: edit)) }
    if let page = site.addresses.href(source.path), page.fragment == nil {
      links.append(Link(text: "Markdown", href: Href(page.path + "index.md")))
    }
    return links
  }

  /// Says that a record is not finished.
  func draftBadge(_ source: RecordSource) -> [Badge] {
    source.isDraft ? [Badge(text: "Draft", tone: "warning")] : []
  }

  /// Ids in other systems as a group of attributes; nil when there are none.
  func systemsGroup(_ ids: [(system: String, id: String)]) -> FactGroup? {
    guard !ids.isEmpty else { return nil }
    return FactGroup(
      groupTitle: "In other systems",
      facts: ids.map { Fact(label: Slug.title(of: $0.system), values: [FactValue(value: $0.id)]) })
  }

  /// A day as a value of an attribute, with its distance where that is near; empty when unknown.
  func dayValues(_ day: WorkspaceModel.Day?) -> [FactValue] {
    guard let day else { return [] }
    let relative = Format.relative(day, to: today)
    let text = Format.day(day)
    return [FactValue(value: text, remark: relative == text ? nil : relative)]
  }

  /// A text as a value of an attribute; empty when unknown.
  func textValues(_ text: String?) -> [FactValue] { text.map { [FactValue(value: $0)] } ?? [] }
}

extension Day {
  /// Stands where a model wants a day and the record has none.
  static let unknown = Day(machine: "", text: "Unknown day")
}

extension SalesReading {
  /// How many days lie between, in words: "1 day", "12 days".
  func days(_ number: Int) -> String { number == 1 ? "1 day" : "\(Format.grouped(number)) days" }

  /// A name for the anchor of a section: everything but letters, digits and "-._" becomes a hyphen.
  func anchor(_ text: String) -> String {
    String(
      decoding: text.utf8.map { byte -> UInt8 in
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...0xFF: byte
        case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"): byte
        default: UInt8(ascii: "-")
        }
      }, as: UTF8.self)
  }
}
