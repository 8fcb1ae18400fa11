/// Which fields of which kinds an audience may not see, as key paths of events name them.
struct HiddenFields {
  private static let known: [(rule: String, kind: RecordKind, keys: Set<String>)] = [
    // What a deal tells of its own past and of its parts is made of amounts.
    ("deal.amount", .deal, ["amount", "field_history", "line_items"]), ("customer.arr", .customer, ["arr"]),
    ("contact.phones", .contacts, ["phones"]), ("contact.emails", .contacts, ["emails"]),
    ("person.quotas", .people, ["quotas"]),
  ]

  private var keys: [RecordKind: Set<String>] = [:]

  /// The rules of `hide_fields:`; a name that is not known here is reported by the checks.
  init(_ rules: Set<String>) {
    for known in Self.known where rules.contains(known.rule) { keys[known.kind, default: []].formUnion(known.keys) }
  }

  /// Whether there are none.
  var isEmpty: Bool { keys.isEmpty }

  /// Whether records of a kind have any.
  func concern(_ kind: RecordKind) -> Bool { keys[kind] != nil }

  /// Whether a field of a record that was of these kinds is one of them, or part of one.
  func contain(_ field: String, of kinds: Set<RecordKind>) -> Bool {
    if keys.isEmpty { return false }
    let hidden = kinds.reduce(into: Set<String>()) { $0.formUnion(keys[$1] ?? []) }
    if hidden.isEmpty { return false }
    return field.split(separator: ".").contains { part in
      hidden.contains(String(part.prefix { $0 != "#" }))
    }
  }
}
