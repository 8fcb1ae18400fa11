internal import Diagnostics
internal import WorkspaceModel

extension SiteReading {
  /// Whoever answers for a record, for the top of its page.
  func answerers(_ id: String?, part: String = "Owner") -> [Person] {
    id.map { [person($0, part: part)] } ?? []
  }

  /// People as values of an attribute, each leading to their page where there is one.
  func peopleFact(_ label: String, _ ids: [String]) -> Fact {
    Fact(label: label, values: ids.map { FactValue(value: personName($0), target: addresses.person($0)) })
  }

  /// Texts as values of an attribute; unknown when there are none.
  func textFact(_ label: String, _ texts: [String]) -> Fact {
    Fact(label: label, values: texts.map { FactValue(value: $0) })
  }

  /// A text as an attribute; unknown when there is none.
  func textFact(_ label: String, _ text: String?) -> Fact { textFact(label, text.map { [$0] } ?? []) }

  /// A day as an attribute, with its distance where that is near; unknown when there is none.
  func dayFact(_ label: String, _ day: WorkspaceModel.Day?) -> Fact {
    guard let day else { return Fact(label: label, values: []) }
    let relative = Format.relative(day, to: today)
    let text = Format.day(day)
    return Fact(label: label, values: [FactValue(value: text, remark: relative == text ? nil : relative)])
  }

  /// What a reader can do with a page of its own: edit its file, read it as Markdown.
  func pageActions(_ source: RecordSource, at address: String) -> [Link] {
    var links: [Link] = []
    if let edit = provenance(source).editHref { links.append(Link(text: "Edit", href: edit)) }
    links.append(Link(text: "Markdown", href: Href(address + "index.md")))
    return links
  }

  /// A mark on what is not finished.
  func draftMark(_ source: RecordSource) -> [Badge] {
    source.isDraft ? [Badge(text: "Draft", tone: "warning")] : []
  }

  /// What "customer/deal" or a customer's slug means to the reader: a name with a page, or the id as it stands.
  func subject(_ id: String) -> (text: String, href: Href?) {
    if let deal = index.deals[id] { return (qualifiedTitle(deal), addresses.href(deal.source.path)) }
    if let customer = index.customers[id] { return (customer.name, addresses.customer(id)) }
    return (id, nil)
  }

  /// A deal as a row: customer and name, stage, amount, close date, owner.
  func dealItem(_ deal: Deal) -> ListItem? {
    guard let page = addresses.href(deal.source.path) else { return nil }
    var badges: [Badge] = []
    if deal.isOpen, let closeOn = deal.closeOn, closeOn < today {
      badges.append(Badge(text: "Overdue", tone: "urgent"))
    }
    return ListItem(
      icon: "deal", title: qualifiedTitle(deal), page: page, detail: stageName(deal), badges: badges,
      figure: deal.amount?.short ?? "Amount unknown", on: deal.closeOn.map { Day($0, relativeTo: today) },
      person: deal.owner.map { person($0) })
  }

  /// Deals as a list of at most a screenful.
  func dealPanel(
    _ title: String, anchor: String, _ deals: [Deal], emptyTitle: String, emptyHint: String
  ) -> Panel {
    let items = deals.prefix(12).compactMap { dealItem($0) }
    let isCut = items.count < deals.count
    return Panel(
      panelTitle: title, anchor: anchor,
      countText: isCut ? "\(items.count) of \(Format.count(deals.count, "deal"))" : Format.count(deals.count, "deal"),
      items: items, more: isCut ? Link(text: "All deals", href: Href("/deals/")) : nil, emptyTitle: emptyTitle,
      emptyHint: emptyHint)
  }

  /// The text of a section's index file, on the section's page.
  func introText(_ page: Page?, on address: String) -> HTML? {
    page.flatMap { body(of: $0.source.path, on: Href(address)) }
  }
}
