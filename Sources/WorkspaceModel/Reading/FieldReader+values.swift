internal import Diagnostics

extension FieldReader {
  /// Text of one or more lines.
  mutating func text(_ name: String, required: Bool = false) -> String? {
    guard let node = node(name, required: required) else { return nil }
    if let text = node.text {
      reportAmbiguity(node)
      return text
    }
    reportWrongType(node, name, expected: "a text")
    return nil
  }

  /// A list of texts; a single text counts as a list of one.
  mutating func texts(_ name: String) -> [String] {
    guard let node = node(name) else { return [] }
    if let single = node.text {
      reportAmbiguity(node)
      return [single]
    }
    guard let items = node.items else {
      reportWrongType(node, name, expected: "a list of texts")
      return []
    }
    return items.compactMap { item in
      if let text = item.text {
        reportAmbiguity(item)
        return text
      }
      reportWrongType(item, name, expected: "a text")
      return nil
    }
  }

  /// A whole number.
  mutating func integer(_ name: String, in allowed: ClosedRange<Int>? = nil) -> Int? {
    guard let node = node(name) else { return nil }
    guard let text = node.text, let value = Int(text) else {
      reportWrongType(node, name, expected: "a whole number")
      return nil
    }
    if let allowed, !allowed.contains(value) {
      reportWrongType(node, name, expected: "between \(allowed.lowerBound) and \(allowed.upperBound)")
      return nil
    }
    return value
  }

  /// A decimal number with up to four places.
  mutating func decimal(_ name: String, in allowed: ClosedRange<Decimal4>? = nil) -> Decimal4? {
    guard let node = node(name) else { return nil }
    guard let text = node.text, let value = Decimal4(text) else {
      reportWrongType(node, name, expected: "a number", help: "write digits with a decimal point, such as 1250.50")
      return nil
    }
    if let allowed, !allowed.contains(value) {
      reportWrongType(node, name, expected: "between \(allowed.lowerBound.text) and \(allowed.upperBound.text)")
      return nil
    }
    return value
  }

  /// `true` or `false`, nothing else.
  mutating func flag(_ name: String) -> Bool? {
    guard let node = node(name) else { return nil }
    switch node.text {
    case "true", "True", "TRUE": return true
    case "false", "False", "FALSE": return false
    default:
      reportWrongType(node, name, expected: "true or false", replacement: node.text.flatMap(Self.suggestedFlag))
      return nil
    }
  }

  /// A calendar day.
  mutating func day(_ name: String, required: Bool = false) -> Day? {
    guard let node = node(name, required: required) else { return nil }
    if let text = node.text, let day = Day(iso: text) { return day }
    reportBadDate(node, name, form: "a day such as 2026-10-12", suggestion: node.text.flatMap(Self.suggestedDate))
    return nil
  }

  /// A moment with its offset.
  mutating func instant(_ name: String, required: Bool = false) -> Instant? {
    guard let node = node(name, required: required) else { return nil }
    if let text = node.text, let instant = Instant(iso: text) { return instant }
    reportBadDate(node, name, form: "a moment with offset such as 2026-10-12T14:00:00+02:00")
    return nil
  }

  /// One of a closed set of words.
  mutating func choice<Choice>(_ name: String, _: Choice.Type, required: Bool = false) -> Choice?
  where Choice: RawRepresentable & CaseIterable, Choice.RawValue == String {
    guard let node = node(name, required: required) else { return nil }
    guard let text = node.text else {
      reportWrongType(node, name, expected: "a text")
      return nil
    }
    if let choice = Choice(rawValue: text) { return choice }
    reportBadChoice(node, name, text, allowed: Choice.allCases.map(\.rawValue))
    return nil
  }

  /// One nested mapping.
  mutating func record<Value>(_ name: String, owner: String, read: (inout FieldReader) -> Value?) -> Value? {
    guard let node = node(name) else { return nil }
    return element(node, owner: owner, read: read)
  }

  /// A list of nested mappings.
  mutating func records<Value>(_ name: String, owner: String, read: (inout FieldReader) -> Value?) -> [Value] {
    guard let node = node(name) else { return [] }
    guard let items = node.items else {
      reportWrongType(node, name, expected: "a list")
      return []
    }
    return items.compactMap { element($0, owner: owner, read: read) }
  }

  /// A mapping whose keys are names of the user's choosing.
  mutating func dictionary<Value>(_ name: String, owner: String, read: (String, inout FieldReader) -> Value?) -> [Value]
  {
    guard let node = node(name) else { return [] }
    guard let entries = node.entries else {
      reportWrongType(node, name, expected: "a mapping")
      return []
    }
    return entries.compactMap { entry in
      element(entry.value, owner: "\(owner) '\(entry.key)'") { read(entry.key, &$0) }
    }
  }

  private func element<Value>(_ node: YAMLNode, owner: String, read: (inout FieldReader) -> Value?) -> Value? {
    var reader = FieldReader(node, owner: owner, file: file, sink: sink)
    guard node.entries != nil else { return nil }
    let value = read(&reader)
    reader.reportUnknownFields()
    return value
  }

  /// Reads the words that YAML 1.1 took for flags.
  private static func suggestedFlag(_ text: String) -> String? {
    switch text.lowercased() {
    case "yes", "on", "y", "true": "true"
    case "no", "off", "n", "false": "false"
    default: nil
    }
  }

  /// Reads the everyday ways of writing a day: 12.10.2026, 2026/10/12, 2026-1-5; nothing that is ambiguous.
  static func suggestedDate(_ text: String) -> String? {
    let parts = text.split { "./- ".contains($0) }.map { Int($0) }
    guard parts.count == 3, let first = parts[0], let second = parts[1], let third = parts[2] else { return nil }
    if first > 999 {
      return Day(year: first, month: second, day: third)?.iso ?? Day(year: first, month: third, day: second)?.iso
    }
    guard third > 999, first > 12 || text.contains(".") || first == second else { return nil }
    return Day(year: third, month: second, day: first)?.iso
  }
}
