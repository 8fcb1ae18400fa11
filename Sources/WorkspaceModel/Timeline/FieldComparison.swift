/// Tells which fields differ between two versions of a record.
package enum FieldComparison {
  /// The changes from one version to another, sorted by field; a version that is nil has nothing.
  ///
  /// The body is the field `text` with its number of words. Line ends and blanks at the end of a body say nothing.
  package static func changes(from old: RecordFields?, to new: RecordFields?) -> [FieldChange] {
    var changes: [FieldChange] = []
    let (before, after) = (old?.values ?? [], new?.values ?? [])
    // Most versions keep most fields in their places, so equal ones at both ends need no table.
    let same = zip(before, after).prefix { $0.0.name == $0.1.name && isSame($0.0.value, $0.1.value) }.count
    var rest: [String: FieldValue] = [:]
    for field in before[same...] { rest[field.name] = rest[field.name] ?? field.value }
    var seen: Set<String> = []
    for field in after[same...] where seen.insert(field.name).inserted {
      let former = rest.removeValue(forKey: field.name)
      if !isSame(former, field.value) { changes.append(FieldChange(field: field.name, old: former, new: field.value)) }
    }
    changes += rest.map { FieldChange(field: $0.key, old: $0.value, new: nil) }
    if let text = textChange(from: old, to: new) { changes.append(text) }
    return changes.sorted { $0.field < $1.field }
  }

  /// Whether two values mean the same; a single text counts as a list of one.
  package static func isSame(_ left: FieldValue?, _ right: FieldValue?) -> Bool {
    if left == right { return true }
    switch (left, right) {
    case (.text(let text), .list(let list)), (.list(let list), .text(let text)): return list == [text]
    default: return false
    }
  }

  private static func textChange(from old: RecordFields?, to new: RecordFields?) -> FieldChange? {
    let before = old?.body ?? []
    let after = new?.body ?? []
    if before.elementsEqual(after) || shown(before) == shown(after), old?.rowCount == new?.rowCount { return nil }
    return FieldChange(field: RecordFields.text, old: size(of: old), new: size(of: new))
  }

  private static func shown(_ body: ArraySlice<UInt8>) -> [UInt8] {
    var bytes = body.filter { $0 != 0x0D }
    while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
    return bytes
  }

  /// Rows of a table, words of anything else; nil where there is nothing.
  private static func size(of fields: RecordFields?) -> FieldValue? {
    guard let fields else { return nil }
    if let rows = fields.rowCount { return .number(Decimal4(rows)) }
    var words = 0
    var isInside = false
    for byte in fields.body {
      let isBlank = byte <= 0x20
      if !isBlank, !isInside { words += 1 }
      isInside = !isBlank
    }
    return words == 0 ? nil : .number(Decimal4(words))
  }
}
