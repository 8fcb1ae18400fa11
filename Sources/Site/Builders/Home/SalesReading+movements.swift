internal import Diagnostics
internal import WorkspaceModel

extension SalesReading {
  /// A change together with its deal, for sorting.
  private struct Movement {
    let day: WorkspaceModel.Day
    let deal: Deal
    let change: FieldChange
    let place: Int
  }

  /// What deals' own histories say of the last 90 days, newest first.
  func movements() -> DataTable {
    let since = today.adding(days: -90)
    var all: [Movement] = []
    for deal in site.workspace.deals {
      for (place, change) in changes(of: deal).enumerated() {
        guard let day = change.day, day > since, day <= today else { continue }
        all.append(Movement(day: day, deal: deal, change: change.change, place: place))
      }
    }
    all.sort { left, right in
      if left.day != right.day { return left.day > right.day }
      if left.deal.source.path != right.deal.source.path { return left.deal.source.path < right.deal.source.path }
      return left.place < right.place
    }
    let shown = all.prefix(500)
    let count = Format.count(all.count, "change")
    return SalesTable.table(
      "Changes of the last 90 days", anchor: "movements",
      countText: shown.count < all.count ? "newest \(shown.count) of \(count)" : count, isFilterable: true,
      columns: [
        SalesTable.column("Deal"), SalesTable.column("Customer", facet: true), SalesTable.column("On"),
        SalesTable.column("What", facet: true), SalesTable.column("Before"), SalesTable.column("After"),
        SalesTable.column("Effect"), SalesTable.column("Owner", facet: true),
      ],
      rows: shown.map { movement in
        [
          SalesTable.text(movement.deal.name, target: site.addresses.href(movement.deal.source.path)),
          customerCell(movement.deal.customer), SalesTable.day(movement.day),
          SalesTable.text(movement.change.field), SalesTable.text(movement.change.before),
          SalesTable.text(movement.change.after),
          movement.change.effect.map { SalesTable.badge($0) } ?? SalesTable.nothing(), ownerCell(movement.deal.owner),
        ]
      },
      empty: ("Nothing moved", "No date, amount or stage changed in 90 days."))
  }
}
