/// A change that a record itself tells of, in `stage_history` or `field_history`.
struct StatedChange: Hashable, Sendable {
  var field: String
  var old: FieldValue?
  var new: FieldValue?
  /// When it took effect, if the record says so.
  var on: Day?

  private static let limit = 1000

  /// What a record tells, in its order: visits of stages, then other fields.
  static func all(in fields: YAMLNode) -> [StatedChange] {
    var all: [StatedChange] = []
    var stage: FieldValue?
    for visit in fields["stage_history"]?.items?.prefix(limit) ?? [] {
      guard let id = visit["stage"]?.text else { continue }
      all.append(StatedChange(field: "stage", old: stage, new: .text(id), on: day(visit["entered_on"])))
      stage = .text(id)
    }
    for change in fields["field_history"]?.items?.prefix(limit) ?? [] {
      guard let field = change["field"]?.text, !field.isEmpty, field.utf8.count < 100 else { continue }
      let (old, new) = (value(change["from"], of: field), value(change["to"], of: field))
      all.append(StatedChange(field: field, old: old, new: new, on: day(change["on"])))
    }
    return all
  }

  /// The same with bare numbers as amounts in the currency that the field has.
  func inCurrency(of value: FieldValue?) -> StatedChange {
    guard case .money(let now) = value else { return self }
    func amount(_ value: FieldValue?) -> FieldValue? {
      guard case .number(let number) = value else { return value }
      return .money(Money(number, currency: now.currency, kind: now.kind))
    }
    var change = self
    change.old = amount(old)
    change.new = amount(new)
    return change
  }

  private static func day(_ node: YAMLNode?) -> Day? { node?.text.flatMap { Day(iso: $0) } }

  private static func value(_ node: YAMLNode?, of field: String) -> FieldValue? {
    guard let node else { return nil }
    if let entries = node.entries { return FieldFlattening.money(entries).map(FieldValue.money) }
    let key = field == "amount" ? "value" : field.split(separator: ".").last.map(String.init) ?? field
    return node.text.map { FieldFlattening.value($0, key: key) }
  }
}
