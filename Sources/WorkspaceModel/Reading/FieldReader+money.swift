internal import Diagnostics

extension FieldReader {
  /// An amount: `{value: 84000, currency: EUR, kind: ARR}`.
  mutating func money(_ name: String) -> Money? {
    guard let node = node(name) else { return nil }
    if let text = node.text, Decimal4(text) != nil {
      reportNoCurrency(node, name)
      return nil
    }
    guard node.entries != nil else {
      reportWrongType(
        node, name, expected: "an amount with currency", help: "write {value: 84000, currency: EUR, kind: ARR}")
      return nil
    }
    var reader = FieldReader(node, owner: "amount", file: file, sink: sink)
    let place = reader.node("value", required: true)
    let value = reader.decimal("value")
    let currency = reader.text("currency")
    let kind = reader.choice("kind", Money.Kind.self)
    reader.reportUnknownFields()
    if let place, value != nil, reader.node("currency") == nil { reportNoCurrency(place, name) }
    guard let value, let currency else { return nil }
    guard Money.isCurrency(currency) else {
      if let place = node["currency"] {
        reportWrongType(place, "currency", expected: "an ISO 4217 code such as EUR")
      }
      return nil
    }
    return Money(value, currency: currency, kind: kind)
  }
}
