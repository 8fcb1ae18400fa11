internal import Diagnostics
internal import PipelineMetrics
internal import WorkspaceModel

extension SalesReading {
  /// The records behind a figure, each with what it adds, and all of them together where that means something.
  func recordTable(
    _ inputs: [MetricInput], _ title: String, _ anchor: String, addsUp: Bool = true
  ) -> DataTable {
    let units = Set(inputs.compactMap { $0.amount?.unit }).sorted()
    let hasDays = inputs.contains { $0.days != nil }
    return SalesTable.table(
      "Records: \(title)", anchor: anchor, hidesCaption: true, countText: Format.count(inputs.count, "record"),
      columns: [SalesTable.column("Record", sorts: false), SalesTable.column("Counts as", sorts: false)]
        + units.map { SalesTable.column(MetricWords.unit($0), number: true, sorts: false) }
        + (hasDays ? [SalesTable.column("Days", number: true, sorts: false)] : [])
        + [SalesTable.column("Commit", sorts: false)],
      rows: inputs.map { recordRow($0, units, hasDays) },
      totals: !addsUp || (units.isEmpty && !hasDays)
        ? nil
        : [SalesTable.text("All \(Format.count(inputs.count, "record"))"), SalesTable.blank()]
          + sums(inputs, units, hasDays) + [SalesTable.blank()],
      empty: ("No records", "Nothing took part."))
  }

  private func recordRow(_ input: MetricInput, _ units: [MoneySum.Unit], _ hasDays: Bool) -> [Cell] {
    let person = input.record == EvidenceWords.people
    let name = person ? site.personName(input.part) : recordName(input.record)
    let page = person ? site.addresses.person(input.part) : site.addresses.href(input.record)
    return [
      SalesTable.text(name, target: page),
      SalesTable.text(person ? "quota" : EvidenceWords.part(input.part)),
    ]
      + units.map { unit in
        guard let amount = input.amount, amount.unit == unit else { return SalesTable.nothing() }
        return Cell(label: "", text: Format.number(amount.amount), sortKey: amount.amount.text)
      }
      + (hasDays
        ? [input.days.map { Cell(label: "", text: Format.grouped($0), sortKey: String($0)) } ?? SalesTable.nothing()]
        : []) + [commitCell(input.commits)]
  }

  private func sums(_ inputs: [MetricInput], _ units: [MoneySum.Unit], _ hasDays: Bool) -> [Cell] {
    units.map { unit in
      let sum = inputs.reduce(Decimal4.zero) { sum, input in
        guard let amount = input.amount, amount.unit == unit else { return sum }
        return sum + amount.amount
      }
      return Cell(label: "", text: Format.number(sum), sortKey: sum.text)
    }
      + (hasDays
        ? [Cell(label: "", text: Format.grouped(inputs.reduce(0) { $0 + ($1.days ?? 0) }))] : [])
  }

  /// The commits that say so; the first leads to its page, the others are named.
  private func commitCell(_ commits: [String]) -> Cell {
    guard let first = commits.first else { return SalesTable.nothing() }
    var seen: Set<String> = [first]
    let others = commits.filter { seen.insert($0).inserted }.map(commitName).joined(separator: ", ")
    let place = site.changes.place(of: first)
    return SalesTable.text(
      commitName(first), target: place.map { site.changes.page(of: $0) },
      remark: others.isEmpty ? nil : "and \(others)")
  }

  private func commitName(_ id: String) -> String {
    site.changes.place(of: id).map { site.changes.names[$0] } ?? String(id.prefix(7))
  }

  /// A record by its title; one that is gone by its file.
  private func recordName(_ path: RepoPath) -> String {
    guard let record = site.index.records[path] else { return "\(Slug.title(of: path.stem)) (removed)" }
    return site.qualifiedTitle(record)
  }

  /// What should have taken part, and why it could not; nil when there is nothing.
  func leftOutTable(_ metric: Metric, _ title: String, _ anchor: String) -> DataTable? {
    var seen: Set<LeftOut> = []
    let all = metric.leftOut.filter { seen.insert($0).inserted }
    guard !all.isEmpty else { return nil }
    let rows = all.map { entry in
      [
        SalesTable.text(recordName(entry.record), target: site.addresses.href(entry.record)),
        SalesTable.text(MetricWords.spoken(MetricWords.sentenceCase(entry.reason))),
      ]
    }
    return SalesTable.table(
      "Left out: \(title)", anchor: anchor, countText: Format.count(all.count, "record"),
      columns: [SalesTable.column("Left out", sorts: false), SalesTable.column("Why", sorts: false)],
      rows: rows, empty: ("Nothing is left out", "Every record took part."))
  }
}
