internal import Diagnostics
internal import PipelineMetrics
internal import WorkspaceModel

extension SiteReading {
  /// The open pipeline at both moments, by currency; nil where there are no deals.
  func pipelineTable(_ comparison: Comparison) -> DataTable? {
    let (before, after) = (openDeals(at: comparison.from.commit), openDeals(at: comparison.to.commit))
    guard before.count > 0 || after.count > 0 else { return nil }
    let (old, new) = (amounts(before), amounts(after))
    let units = Set(old.keys).union(new.keys).sorted()
    func text(_ unit: MoneySum.Unit, _ amount: Decimal4) -> String {
      Format.money(Money(amount, currency: unit.currency, kind: unit.kind), kind: false)
    }
    func cell(_ text: String, _ key: String, tone: String? = nil) -> Cell {
      Cell(label: "", text: text, sortKey: key, tone: tone)
    }
    let count = after.count - before.count
    var rows = [
      [
        SalesTable.text("Open deals"), cell(Format.grouped(before.count), String(before.count)),
        cell(Format.grouped(after.count), String(after.count)),
        count == 0 ? SalesTable.nothing() : cell("\(count > 0 ? "+" : "−")\(abs(count))", String(count)),
      ]
    ]
    rows += units.map { unit in
      let (first, second) = (old[unit] ?? .zero, new[unit] ?? .zero)
      let difference = second - first
      let name = [unit.currency, unit.kind.map(Format.kindName)].compactMap(\.self).joined(separator: " ")
      return [
        SalesTable.text("Open amount, \(name)"), cell(text(unit, first), first.text),
        cell(text(unit, second), second.text),
        difference == .zero
          ? SalesTable.nothing()
          : cell(
            (difference > .zero ? "+" : "") + text(unit, difference), difference.text,
            tone: difference > .zero ? "positive" : "negative"),
      ]
    }
    let unknown = max(before.unknown, after.unknown)
    return SalesTable.table(
      "Open pipeline", anchor: "pipeline", countText: unknown > 0 ? "\(after.unknown) open without an amount" : "",
      columns: [
        SalesTable.column("Pipeline", sorts: false), SalesTable.column("Before", number: true, sorts: false),
        SalesTable.column("After", number: true, sorts: false),
        SalesTable.column("Difference", number: true, sorts: false),
      ], rows: rows, empty: ("", ""))
  }

  /// Deals that were there at both moments and stand in another stage, the largest first; nil when there are none.
  func stageTable(_ net: NetChanges, at commit: Int) -> DataTable? {
    let moved = net.records.compactMap { record -> (place: Int, stage: NetChanges.Field, amount: Money?)? in
      guard record.kind == .deal, !record.isNew, !record.isGone, let stage = record.fields["stage"], !stage.isLevel
      else { return nil }
      return (record.place, stage, amount(ofDeal: record.place, after: commit))
    }
    guard !moved.isEmpty else { return nil }
    func weight(_ money: Money?) -> Int { money?.amount.tenThousandths ?? -1 }
    let shown = moved.sorted { left, right in
      let (first, second) = (weight(left.amount), weight(right.amount))
      return first != second ? first > second : left.place < right.place
    }.prefix(60)
    let count = Format.count(moved.count, "deal")
    return SalesTable.table(
      "Stages", anchor: "stages",
      countText: moved.count > shown.count ? "largest \(shown.count) of \(count)" : count,
      columns: [
        SalesTable.column("Deal"), SalesTable.column("Before"), SalesTable.column("After"),
        SalesTable.column("Direction", facet: true), SalesTable.column("Amount", number: true),
      ],
      rows: shown.map { place, stage, amount in
        let history = changes.timeline.records[place]
        let row = EventWords(self, record: history.path).row("stage", from: stage.old, to: stage.new)
        return [
          SalesTable.text(title(of: history), target: page(of: history)), SalesTable.text(row.before),
          SalesTable.text(row.after),
          SalesTable.badge(row.effects.first ?? Badge(text: "Forward", tone: "positive")), SalesTable.money(amount),
        ]
      }, empty: ("", ""))
  }

  private func openDeals(at commit: Int) -> MoneySum {
    var sum = MoneySum()
    for (place, record) in changes.timeline.records.enumerated() where record.kind == .deal {
      guard let version = record.versions.first(where: { $0.commit <= commit }), version.change != .deleted else {
        continue
      }
      let now = (index.records[record.path] as? Deal)?.stage.map(FieldValue.text)
      let stage = changes.ledger.value("stage", of: place, after: commit, now: now)
      if stage == .text("closed_won") || stage == .text("closed_lost") { continue }
      sum.add(amount(ofDeal: place, after: commit))
    }
    return sum
  }

  private func amounts(_ sum: MoneySum) -> [MoneySum.Unit: Decimal4] {
    Dictionary(sum.sums.map { ($0.unit, $0.amount) }) { first, _ in first }
  }
}
