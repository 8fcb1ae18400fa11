/// Turns the nested fields of a file into one list of key paths.
///
/// An entry of a list is named by what identifies it and not by its place, so that a change of order is no change.
/// Depth, names and number are bounded: a hostile file costs no more than a long one.
struct FieldFlattening {
  /// Keys that tell the entries of a list apart, the first that an entry has counts.
  private static let identities: [String: Int] = Dictionary(
    uniqueKeysWithValues: [
      "contact", "id", "element", "criterion", "system", "field", "stage", "name", "account", "period", "check", "deal",
      "customer", "source", "vendor", "competitor", "metric", "claim", "question", "text",
    ].enumerated().map { ($1, $0) })
  /// Fields that are numbers however they are written; elsewhere `1.10` is a text.
  private static let numbers: Set<String> = [
    "probability", "confidence", "score", "influence", "stance", "value", "term_months",
  ]
  private static let limits = (depth: 8, name: 96, fields: 10_000)

  private(set) var values: [(name: String, value: FieldValue)] = []

  /// Takes the fields of a whole file; what is no mapping counts as a list without a name.
  mutating func read(_ node: YAMLNode) {
    read(node, name: "", key: "", depth: 0)
  }

  private mutating func read(_ node: YAMLNode, name: String, key: String, depth: Int) {
    guard values.count < Self.limits.fields else { return }
    switch node.content {
    case .scalar:
      if let text = node.text { values.append((name, Self.value(text, key: key))) }
    case .mapping(let entries):
      if let money = Self.money(entries) {
        values.append((name, .money(money)))
      } else if depth < Self.limits.depth {
        for entry in entries where !entry.value.isNull {
          read(entry.value, name: Self.joined(name, entry.key), key: entry.key, depth: depth + 1)
        }
      } else {
        values.append((name, .list(Self.texts(of: node))))
      }
    case .sequence(let items):
      if items.isEmpty { return }
      if depth < Self.limits.depth, items.contains(where: { $0.entries != nil }) {
        readEntries(items, name: name, depth: depth)
      } else {
        values.append((name, .list(Self.texts(of: node))))
      }
    }
  }

  private mutating func readEntries(_ items: [YAMLNode], name: String, depth: Int) {
    var seen: [String: Int] = [:]
    for (index, item) in items.enumerated() {
      let identity = Self.identity(of: item) ?? "#\(index + 1)"
      let count = seen[identity, default: 0] + 1
      seen[identity] = count
      let entry = Self.joined(name, count == 1 ? identity : "\(Self.cut(identity))#\(count)")
      read(item, name: entry, key: "", depth: depth + 1)
    }
  }

  private static func identity(of item: YAMLNode) -> String? {
    var best: (rank: Int, text: String)?
    for entry in item.entries ?? [] {
      guard let rank = identities[entry.key], rank < best?.rank ?? .max, let text = entry.value.text else { continue }
      best = (rank, text)
      if rank == 0 { break }
    }
    return best?.text
  }

  /// What a text means as the value of a field.
  static func value(_ text: String, key: String) -> FieldValue {
    if let first = text.utf8.first, first <= UInt8(ascii: "9") {
      if let day = Day(iso: text) { return .day(day) }
      if let number = Decimal4(text), numbers.contains(key) || number.text == text { return .number(number) }
    } else if text.utf8.count <= 5 {
      switch text {
      case "true", "True", "TRUE": return .flag(true)
      case "false", "False", "FALSE": return .flag(false)
      default: break
      }
    }
    return .text(text)
  }

  /// The amount that a mapping is, when it has nothing else.
  static func money(_ entries: [YAMLNode.Entry]) -> Money? {
    guard (2...3).contains(entries.count) else { return nil }
    var (amount, currency, kind): (Decimal4?, String?, Money.Kind?)
    for entry in entries {
      guard let text = entry.value.text else { return nil }
      switch entry.key {
      case "value": amount = Decimal4(text)
      case "currency": currency = Money.isCurrency(text) ? text : nil
      case "kind": kind = Money.Kind(rawValue: text)
      default: return nil
      }
    }
    guard let amount, let currency else { return nil }
    return Money(amount, currency: currency, kind: kind)
  }

  private static func texts(of node: YAMLNode) -> [String] {
    switch node.content {
    case .scalar(let text, _): [text]
    case .sequence(let items): items.flatMap(texts)
    case .mapping(let entries): entries.flatMap { texts(of: $0.value) }
    }
  }

  private static func joined(_ name: String, _ key: String) -> String {
    name.isEmpty ? cut(key) : "\(name).\(cut(key))"
  }

  private static func cut(_ key: String) -> String {
    key.utf8.count <= limits.name ? key : String(decoding: key.utf8.prefix(limits.name), as: UTF8.self)
  }
}
