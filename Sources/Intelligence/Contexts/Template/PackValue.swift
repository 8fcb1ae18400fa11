/// What a tag of a template stands for.
enum PackValue: Sendable {
  /// One line, or several where the tag is `body`.
  case text(String)
  case record([String: PackValue])
  case list([[String: PackValue]])

  /// Whether a section of it prints anything.
  var isFilled: Bool {
    switch self {
    case .text(let text): !text.isEmpty
    case .record(let record): !record.isEmpty
    case .list(let list): !list.isEmpty
    }
  }
}

extension [String: PackValue] {
  /// The value of a dotted name.
  func value(_ path: [String]) -> PackValue? {
    guard let first = path.first, let value = self[first] else { return nil }
    if path.count == 1 { return value }
    guard case .record(let inner) = value else { return nil }
    return inner.value(Array(path.dropFirst()))
  }

  /// Takes a text where there is one.
  mutating func set(_ name: String, _ text: String?) {
    if let text { self[name] = .text(text) }
  }
}
