internal import WorkspaceModel

extension SalesReading {
  /// How many interactions the page of a customer or a deal shows; all of them are on a page of their own.
  static let interactionsOfAPage = 5

  /// Where all interactions of a customer are.
  static func interactionsPage(_ slug: String) -> Href { Href("/customers/\(slug)/interactions/") }

  /// Leads to every interaction; nil when there is none.
  func allInteractions(_ slug: String, count: Int) -> Link? {
    guard count > 0 else { return nil }
    return Link(text: "All \(Format.count(count, "interaction"))", href: Self.interactionsPage(slug))
  }

  /// Every interaction of a customer as one table, newest first.
  func interactionsPage(_ customer: Customer, _ interactions: [Interaction]) -> TablePage {
    let twoWay = interactions.count(where: isTwoWay)
    return TablePage(
      head: PageHead(
        title: "Interactions", kicker: customer.name, headIcon: "call",
        lede: "\(timelineSummary(interactions, twoWay: twoWay)).", crumbs: crumbs(customer.slug)),
      tables: [
        SalesTable.table(
          "Interactions", anchor: "interactions", hidesCaption: true,
          countText: Format.count(interactions.count, "interaction"), isFilterable: true,
          columns: [
            SalesTable.column("Subject"), SalesTable.column("Day"), SalesTable.column("Kind", facet: true),
            SalesTable.column("Contact", facet: true), SalesTable.column("Minutes", number: true),
            SalesTable.column("With"), SalesTable.column("What came out of it", sorts: false),
          ],
          rows: interactions.map(row),
          empty: ("No interactions yet", "Calls, mails and meetings appear here once recorded."))
      ])
  }

  private func row(_ interaction: Interaction) -> [Cell] {
    let names = interaction.participants.map(site.participantName)
    return [
      SalesTable.text(interaction.subject, target: site.addresses.href(interaction.source.path)),
      SalesTable.day(interaction.occurredAt?.day), SalesTable.text(SalesWords.kind(interaction.kind)),
      isTwoWay(interaction) ? SalesTable.text("Two-way") : SalesTable.nothing(),
      interaction.durationMinutes.map { Cell(label: "", text: String($0), sortKey: String($0), unit: "min") }
        ?? SalesTable.nothing(),
      Cell(label: "", text: names.isEmpty ? "–" : names.joined(separator: ", "), wraps: true),
      Cell(label: "", text: interaction.summary ?? "–", wraps: true),
    ]
  }
}
