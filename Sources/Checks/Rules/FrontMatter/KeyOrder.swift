internal import Diagnostics
internal import WorkspaceModel

/// The fields of deals and profiles stand in their usual order.
struct KeyOrder: Check {
  let id = "key-order"
  let group = CheckGroup.frontMatter
  let severity = Diagnostic.Severity.note
  let rule = "the fields of deals and profiles stand in their usual order"
  let rationale = "Two records are quicker to compare, and two changes quicker to merge, when fields stand alike."
  let examples = [
    CheckExample("=== customers/acme/deals/q3.md\n---\nstage: lead\n▶name: Ledger\n---\n"),
    CheckExample(
      "=== customers/acme/deals/q3.md\n---\nname: Ledger\nshoe_size: 42\nstage: lead\nowner: ada.lind\n---\n"),
  ]

  func findings(in input: CheckInput) -> [Diagnostic] {
    input.workspace.deals.compactMap { finding($0.source, FieldOrder.deal, input) }
      + input.workspace.customers.compactMap { finding($0.source, FieldOrder.customer, input) }
  }

  private func finding(_ source: RecordSource, _ order: [String: Int], _ input: CheckInput) -> Diagnostic? {
    guard let entries = source.fields?.entries else { return nil }
    var highest: (rank: Int, key: String) = (-1, "")
    for entry in entries {
      guard let rank = order[entry.key] else { continue }
      if rank < highest.rank {
        return finding(
          "'\(entry.key)' stands behind '\(highest.key)', usually it comes before", at: source.keyRange(of: entry.key),
          help: "put the fields in the order of 'fieldbook explain key-order'", fixIts: fixIts(source, order, input))
      }
      highest = (rank, entry.key)
    }
    return nil
  }

  /// Moves whole fields with the lines below them and the comments directly above them; left out where a comment could
  /// lose what it speaks of.
  private func fixIts(_ source: RecordSource, _ order: [String: Int], _ input: CheckInput) -> [FixIt] {
    guard let entries = source.fields?.entries, let bytes = input.bytes(of: source.path),
      let yaml = FrontMatter(bytes[...]).yaml, Set(entries.map(\.key)).count == entries.count
    else { return [] }
    let lines = Array(yaml.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast())
    guard let starts = Self.starts(of: entries, in: lines) else { return [] }
    var fields: [(rank: Int, place: Int, text: [UInt8])] = []
    for (place, entry) in entries.enumerated() {
      let end = place + 1 < starts.count ? starts[place + 1] : lines.count
      let text = lines[starts[place]..<end]
      fields.append((order[entry.key] ?? fields.last?.rank ?? -1, place, text.flatMap { $0 + [0x0A] }))
    }
    fields.sort { ($0.rank, $0.place) < ($1.rank, $1.place) }
    guard let text = String(validating: fields.flatMap(\.text), as: UTF8.self) else { return [] }
    let range = SourceRange(
      file: source.path, start: SourcePosition(line: 2, column: 1),
      end: SourcePosition(line: lines.count + 2, column: 1))
    return [FixIt("put the fields in their usual order", edits: [.init(range: range, replacement: text)])]
  }

  /// The line on which each field begins, its comments included; nil where it is not certain which field a comment or a
  /// line belongs to.
  private static func starts(of entries: [YAMLNode.Entry], in lines: [ArraySlice<UInt8>]) -> [Int]? {
    var starts: [Int] = []
    for (place, entry) in entries.enumerated() {
      var start = entry.keyStart.line - 2
      guard entry.keyStart.column == 1, lines.indices.contains(start) else { return nil }
      guard let last = starts.last else {
        // What stands above all fields may speak of all of them.
        if start != 0 { return nil }
        starts.append(0)
        continue
      }
      guard start > last else { return nil }
      while start > last + 1, lines[start - 1].first == UInt8(ascii: "#") { start -= 1 }
      let above = lines[start - 1].drop { $0 == 0x20 || $0 == 0x09 }.first
      let hasComments = start < entry.keyStart.line - 2
      let value = entries[place - 1].value
      // A line that looks like a comment may be part of a text whose end is not known.
      if hasComments, above == nil || above == 0x0D || value.text != nil && value.end == value.start { return nil }
      if above == UInt8(ascii: "#") { return nil }
      starts.append(start)
    }
    let end = lines.last?.drop { $0 == 0x20 || $0 == 0x09 }.first
    return end == UInt8(ascii: "#") ? nil : starts
  }
}

/// The order in which records are written.
private enum FieldOrder {
  static let deal = ranks(
    """
    title name summary customer type pipeline stage stage_entered_on amount term_months created_on close_on closed_on \
    outcome reason_code reason_text revisit_on competitors owner team source forecast_category probability next_step \
    committee meddpicc line_items stage_history field_history waivers external_ids
    """)
  static let customer = ranks(
    """
    title name legal_name summary aliases domains parent industry employees country segment tier lifecycle \
    account_stage owners arr contract_start contract_end renewal_on notice_days auto_renew sites_contracted \
    seats_purchased success account_history milestones cancellation_notice_on churned_on churn_reason source \
    reviewed_on tags external_ids
    """)

  private static func ranks(_ names: String) -> [String: Int] {
    Dictionary(uniqueKeysWithValues: names.split(separator: " ").enumerated().map { (String($0.element), $0.offset) })
  }
}
