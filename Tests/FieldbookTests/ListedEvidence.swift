import Diagnostics
import Foundation

/// What a page of evidence lists for one figure, read from the page itself.
struct ListedEvidence {
  /// A listed record.
  struct Row {
    var part: String
    /// By unit: "EUR ARR".
    var amounts: [String: Double] = [:]
    var days: Double?
  }

  /// "win_rate".
  var id: String
  /// The figure as the page prints it: "3 of 4, 75 %".
  var exact: String
  var rows: [Row]
  /// The names of the table's columns.
  private var columns: [String] = []
  /// Figures that it is made from, with their values.
  var factors: [String]

  /// Reads the figure at an anchor; nil when the page lacks it.
  init?(_ page: String, at anchor: String) {
    guard let start = page.range(of: "<section class=\"block proof\" id=\"\(anchor)\">") else { return nil }
    let text = page[start.upperBound...]
    let body = text.range(of: "<section class=\"block proof\"").map { text[..<$0.lowerBound] } ?? text
    id = Self.between(body, "<span class=\"count\">", ", version") ?? ""
    let value = Self.between(body, "<p class=\"proof-value", "</p>") ?? ""
    exact = value.split(separator: ">", maxSplits: 1).last.map(String.init) ?? ""
    let list = Self.between(body, "<ul class=\"workings\">", "</ul>") ?? ""
    factors = list.components(separatedBy: "<a href=").dropFirst().map { part in
      Self.between(part[...], ">", "</a>") ?? ""
    }
    rows = []
    guard let table = body.range(of: "id=\"\(anchor)-records\""),
      let head = Self.between(body[table.upperBound...], "<thead>", "</thead>"),
      let content = Self.between(body[table.upperBound...], "<tbody>", "</tbody>")
    else { return }
    columns = head.components(separatedBy: "<th ").dropFirst().map { Self.between($0[...], ">", "<") ?? "" }
    for line in content.components(separatedBy: "<tr>").dropFirst() {
      var row = Row(part: "")
      for cell in line.components(separatedBy: "<td").dropFirst() {
        let label = Self.between(cell[...], "data-label=\"", "\"") ?? ""
        let key = Self.between(cell[...], "data-key=\"", "\"").flatMap(Double.init)
        switch label {
        case "Counts as": row.part = Self.between(cell[...], ">", "</td>") ?? ""
        case "Days": row.days = key
        case "Commit": break
        default: if let key { row.amounts[label] = key }
        }
      }
      rows.append(row)
    }
  }

  private static func between(_ text: Substring, _ start: String, _ end: String) -> String? {
    guard let first = text.range(of: start), let last = text[first.upperBound...].range(of: end) else { return nil }
    return String(text[first.upperBound..<last.lowerBound])
  }

  /// Adds rows from a file of further rows: lists of cells, each a text, then what it sorts by.
  mutating func add(_ further: [JSONValue]) {
    for cells in further.compactMap(\.items) {
      var row = Row(part: "")
      for (label, cell) in zip(columns, cells) {
        let key = cell.items?.dropFirst().first?.text.flatMap(Double.init)
        switch label {
        case "Counts as": row.part = cell.items?.first?.text ?? ""
        case "Days": row.days = key
        case "Record", "Commit": break
        default: if let key { row.amounts[label] = key }
        }
      }
      rows.append(row)
    }
  }

  // MARK: Adding up

  /// What the listed records come to, by unit; shares of counts and days have the unit "".
  var addedUp: [String: Double] {
    func count(_ part: String) -> Double { Double(rows.count { $0.part == part }) }
    func share(_ part: String) -> [String: Double] { rows.isEmpty ? [:] : ["": count(part) / Double(rows.count)] }
    func sum(_ isIn: (Row) -> Bool = { _ in true }) -> [String: Double] {
      rows.filter(isIn).reduce(into: [:]) { sums, row in
        for (unit, amount) in row.amounts { sums[unit, default: 0] += amount }
      }
    }
    func ratio(_ part: [String: Double], _ whole: [String: Double]) -> [String: Double] {
      whole.filter { $0.value != 0 }.reduce(into: [:]) { $0[$1.key] = (part[$1.key] ?? 0) / $1.value }
    }
    let days = rows.compactMap(\.days).sorted()
    func single(_ value: Double?) -> [String: Double] { value.map { ["": $0] } ?? [:] }
    switch id.replacing(/_by_(reason|competitor)$/, with: "") {
    case "win_rate": return share("won")
    case "win_rate_value": return ratio(sum { $0.part == "won" }, sum())
    case "slippage": return share("slipped")
    case "slippage_value": return ratio(sum { $0.part == "slipped" }, sum())
    case "stage_conversion": return share("advanced")
    case "skip_rate": return share("stages skipped")
    case "regression_rate": return share("fell back")
    case "average_deal_size":
      let counts = rows.reduce(into: [String: Double]()) { counts, row in
        for unit in row.amounts.keys { counts[unit, default: 0] += 1 }
      }
      return ratio(sum(), counts)
    case "median_deal_size":
      return sum().keys.reduce(into: [:]) { medians, unit in
        medians[unit] = Self.median(rows.compactMap { $0.amounts[unit] }.sorted())
      }
    case "sales_cycle_median", "stage_duration_median": return single(Self.median(days))
    case "sales_cycle_mean", "stage_duration_mean":
      return days.isEmpty ? [:] : ["": days.reduce(0, +) / Double(days.count)]
    case "sales_cycle_p90": return single(days.isEmpty ? nil : days[(days.count * 9 + 9) / 10 - 1])
    case "push_days": return ["": days.reduce(0, +)]
    case "push_count", "open_deals": return ["": Double(rows.count)]
    case "won_deals": return ["": count("won")]
    case "lost_deals": return ["": count("lost")]
    case "needed_coverage": return ratio(sum(), sum { $0.part == "won" })
    case "quota_attainment": return ratio(sum { $0.part != "quota" }, sum { $0.part == "quota" })
    case "coverage":
      let booked = sum { ["won", "undone"].contains($0.part) }
      let missing = sum { $0.part == "quota" }.reduce(into: [String: Double]()) {
        $0[$1.key] = $1.value - (booked[$1.key] ?? 0)
      }
      return ratio(sum { $0.part == "open" }, missing.filter { $0.value > 0 })
    case "sales_velocity":
      guard factors.count == 3, let rate = Self.numbers(factors[0])[""],
        let size = Self.numbers(factors[1]).first, let cycle = Self.numbers(factors[2])[""], cycle != 0
      else { return [:] }
      return [size.key: Double(rows.count) * rate * size.value / cycle]
    default: return sum()
    }
  }

  /// The figure that the page prints, by unit.
  var printed: [String: Double] { Self.numbers(exact) }

  private static func median(_ values: [Double]) -> Double? {
    guard !values.isEmpty else { return nil }
    let middle = values.count / 2
    return values.count % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2
  }

  /// "By count: 3 of 4, 75 %" is 0.75; "136,000 EUR ARR · 9,000 GBP ARR" are two; "90 days" is 90.
  static func numbers(_ text: String) -> [String: Double] {
    var text = text
    if let colon = text.range(of: ": ") { text = String(text[colon.upperBound...]) }
    if ["Unknown", "No data", "None", "Target met"].contains(text) { return [:] }
    var found: [String: Double] = [:]
    for part in text.components(separatedBy: " · ") {
      let first = part.components(separatedBy: ", ")[0]
      let sides = first.components(separatedBy: " of ")
      let words = (sides.last ?? "").replacingOccurrences(of: " a day", with: "").split(separator: " ")
      guard let denominator = number(words.first), let numerator = number(sides.first?.split(separator: " ").first)
      else {
        continue
      }
      let unit = words.dropFirst().joined(separator: " ")
      let name = ["days", "day", "%"].contains(unit) ? "" : unit
      found[name] = sides.count == 2 ? numerator / denominator : denominator
    }
    return found

    func number(_ text: Substring?) -> Double? {
      text.flatMap { Double($0.replacingOccurrences(of: ",", with: "").replacingOccurrences(of: "−", with: "-")) }
    }
  }
}
