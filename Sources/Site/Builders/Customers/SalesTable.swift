internal import PipelineMetrics
internal import WorkspaceModel

/// Tables of sales records: cells know their text, the table adds labels and alignment from its columns.
enum SalesTable {
  /// A column by name; numbers sort, facets filter.
  static func column(_ name: String, number: Bool = false, facet: Bool = false, sorts: Bool = true) -> Column {
    Column(name: name, isNumber: number, isSortable: sorts, isFacet: facet)
  }

  /// A table whose cells stand in column order, the first leading the row.
  static func table(
    _ caption: String, anchor: String, hidesCaption: Bool = false, countText: String, isFilterable: Bool = false,
    columns: [Column], rows: [[Cell]], totals: [Cell]? = nil, empty: (title: String, hint: String)
  ) -> DataTable {
    let totalsRow = totals.flatMap { cells in
      labelled(cells, columns).map { TableTotals(lead: $0.lead, cells: $0.cells) }
    }
    return DataTable(
      anchor: anchor, caption: caption, hidesCaption: hidesCaption, countText: countText,
      isFilterable: isFilterable && !rows.isEmpty, columns: columns, rows: rows.compactMap { labelled($0, columns) },
      totals: rows.isEmpty ? nil : totalsRow, emptyTitle: empty.title, emptyHint: empty.hint)
  }

  /// A text; "Unknown" where nobody knows.
  static func text(_ text: String?, target: Href? = nil, remark: String? = nil, avatar: String? = nil) -> Cell {
    guard let text else { return unknown() }
    return Cell(label: "", text: text, target: target, avatar: avatar, remark: remark)
  }

  /// A badge; "Unknown" where nobody knows.
  static func badge(_ badge: Badge?) -> Cell {
    guard let badge else { return unknown() }
    return Cell(label: "", text: badge.text, tone: badge.tone)
  }

  /// A value that nobody knows.
  static func unknown() -> Cell { Cell(label: "", text: "Unknown", isUnknown: true) }

  /// A value that cannot be.
  static func nothing(remark: String? = nil) -> Cell { Cell(label: "", text: "–", remark: remark) }

  /// A place without a value in a row of sums.
  static func blank() -> Cell { Cell(label: "", text: "") }

  /// A day in full; "Unknown" where nobody knows.
  static func day(_ day: WorkspaceModel.Day?, remark: String? = nil) -> Cell {
    guard let day else { return unknown() }
    return Cell(label: "", text: Format.day(day), sortKey: day.iso, remark: remark)
  }

  /// A day by its distance; "Unknown" where nobody knows.
  static func day(_ day: WorkspaceModel.Day?, relativeTo today: WorkspaceModel.Day) -> Cell {
    guard let day else { return unknown() }
    return Cell(label: "", text: Format.relative(day, to: today), sortKey: day.iso)
  }

  /// An amount; "Unknown" where nobody knows.
  static func money(_ money: Money?, kind: Bool = true) -> Cell {
    guard let money else { return unknown() }
    return Cell(label: "", text: Format.money(money, kind: kind), sortKey: money.amount.text, unit: unit(money))
  }

  /// Sums, one a currency and kind; a dash when nothing was added, "Unknown" when nothing is known.
  static func sum(_ sum: MoneySum, remark: String? = nil) -> Cell {
    guard sum.count > 0 else { return nothing() }
    let sums = sum.sums
    guard let first = sums.first else {
      return Cell(
        label: "", text: "Unknown", remark: sum.unknown > 1 ? "\(sum.unknown) records" : nil, isUnknown: true)
    }
    let texts = sums.map { Format.money(Money($0.amount, currency: $0.unit.currency, kind: $0.unit.kind)) }
    let remarks = [remark, sum.unknown > 0 ? "\(sum.unknown) unknown" : nil].compactMap { $0 }
    return Cell(
      label: "", text: texts.joined(separator: " · "), sortKey: first.amount.text,
      unit: sums.count == 1 ? unit(Money(first.amount, currency: first.unit.currency, kind: first.unit.kind)) : nil,
      remark: remarks.isEmpty ? nil : remarks.joined(separator: ", "))
  }

  /// "EUR ARR".
  private static func unit(_ money: Money) -> String {
    money.kind.map { "\(money.currency) \(Format.kindName($0))" } ?? "\(money.currency)"
  }

  private static func labelled(_ cells: [Cell], _ columns: [Column]) -> TableRow? {
    var all = zip(columns, cells).map { column, cell in
      var cell = cell
      cell.label = column.name
      cell.isNumber = column.isNumber
      return cell
    }
    guard !all.isEmpty else { return nil }
    let lead = all.removeFirst()
    return TableRow(lead: lead, cells: all)
  }
}

extension MoneySum {
  /// Short texts, one a currency and kind: "412 kEUR ARR", and how many are unknown.
  var shortTexts: [String] {
    guard count > 0 else { return ["–"] }
    var texts = sums.map { sum in
      "\(Format.compact(sum.amount, currency: sum.unit.currency))\(sum.unit.kind.map { " " + Format.kindName($0) } ?? "")"
    }
    if unknown > 0 { texts.append(unknown == count ? "Unknown" : "\(unknown) unknown") }
    return texts
  }

  /// Short texts without the unknown ones, as part of a sentence: "412 kEUR ARR and 38 kGBP ARR"; nil without sums.
  var sentence: String? {
    let texts = sums.map { sum in
      "\(Format.compact(sum.amount, currency: sum.unit.currency))\(sum.unit.kind.map { " " + Format.kindName($0) } ?? "")"
    }
    guard let last = texts.last else { return nil }
    return texts.count == 1 ? last : "\(texts.dropLast().joined(separator: ", ")) and \(last)"
  }
}

extension Money {
  /// "84 kEUR ARR".
  var short: String {
    "\(Format.compact(amount, currency: currency))\(kind.map { " " + Format.kindName($0) } ?? "")"
  }
}
