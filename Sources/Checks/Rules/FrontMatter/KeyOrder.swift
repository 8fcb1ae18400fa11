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

  /// Moves whole fields with the lines below them; left out where a comment could lose what it speaks of.
  private func fixIts(_ source: RecordSource, _ order: [String: Int], _ input: CheckInput) -> [FixIt] {
    guard let entries = source.fields?.entries, let bytes = input.bytes(of: source.path),
      let yaml = FrontMatter(bytes[...]).yaml, !yaml.contains(UInt8(ascii: "#"))
    else { return [] }
    let lines = yaml.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast()
    let starts = entries.map { $0.keyStart.line - 2 }
    guard starts.first == 0, zip(starts, starts.dropFirst()).allSatisfy({ $0 < $1 }),
      entries.allSatisfy({ $0.keyStart.column == 1 }), (starts.last ?? 0) < lines.count
    else { return [] }
    var fields: [(rank: Int, place: Int, text: [UInt8])] = []
    for (place, entry) in entries.enumerated() {
      let end = place + 1 < starts.count ? starts[place + 1] : lines.count
      let text = lines[(lines.startIndex + starts[place])..<(lines.startIndex + end)]
      fields.append((order[entry.key] ?? fields.last?.rank ?? -1, place, text.flatMap { $0 + [0x0A] }))
    }
    fields.sort { ($0.rank, $0.place) < ($1.rank, $1.place) }
    guard let text = String(validating: fields.flatMap(\.text), as: UTF8.self) else { return [] }
    let range = SourceRange(
      file: source.path, start: SourcePosition(line: 2, column: 1),
      end: SourcePosition(line: lines.count + 2, column: 1))
    return [FixIt("put the fields in their usual order", edits: [.init(range: range, replacement: text)])]
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
    seats_purchased success cancellation_notice_on churned_on churn_reason source reviewed_on tags external_ids
    """)

  private static func ranks(_ names: String) -> [String: Int] {
    Dictionary(uniqueKeysWithValues: names.split(separator: " ").enumerated().map { (String($0.element), $0.offset) })
  }
}
