/// A figure that a text asks for: `win_rate competitor=rival period=2026-Q3`.
///
/// Anything can be read as one; what is wrong with it, ``problems(among:)`` tells.
package struct MetricQuery: Sendable, Hashable {
  /// A word with its place among the bytes of the text.
  package struct Word: Sendable, Hashable {
    package var text: String
    package var range: Range<Int>
  }
  /// A condition as it is written.
  package struct Condition: Sendable, Hashable {
    package var key: Word
    /// Nil without an equals sign.
    package var value: Word?
  }

  /// As it was written, without the space around.
  package let text: String
  /// The name; nil when there is none.
  package let name: Word?
  /// In the order of the text.
  package let conditions: [Condition]

  /// Longer ones ask for nothing.
  static let longest = 400

  /// Takes a text apart at its white space; values in double quotes may hold some.
  package init(_ text: String) {
    let bytes = Array(text.utf8)
    let words = bytes.count <= Self.longest ? Self.words(bytes) : [0..<bytes.count]
    func word(_ range: Range<Int>) -> Word { Word(text: String(decoding: bytes[range], as: UTF8.self), range: range) }
    self.text =
      words.first.flatMap { first in
        words.last.map { String(decoding: bytes[first.lowerBound..<$0.upperBound], as: UTF8.self) }
      } ?? ""
    // A condition in front is one: the name is missing then.
    let isNamed = words.first.map { !bytes[$0].contains(UInt8(ascii: "=")) } ?? false
    name = isNamed ? words.first.map(word) : nil
    conditions = words.dropFirst(isNamed ? 1 : 0).map { range in
      guard let sign = bytes[range].firstIndex(of: UInt8(ascii: "=")) else {
        return Condition(key: word(range), value: nil)
      }
      var value = (sign + 1)..<range.upperBound
      if value.count >= 2, bytes[value.lowerBound] == UInt8(ascii: "\""),
        bytes[value.upperBound - 1] == UInt8(ascii: "\"")
      {
        value = (value.lowerBound + 1)..<(value.upperBound - 1)
      }
      return Condition(key: word(range.lowerBound..<sign), value: word(value))
    }
  }

  /// The metric that it names, if there is one of that name.
  package var metric: MetricName? { name.flatMap { MetricName(rawValue: $0.text) } }

  /// What it is narrowed by; nil when nothing is said of it.
  package subscript(_ filter: MetricFilter) -> String? {
    conditions.first { $0.key.text == filter.rawValue }?.value?.text
  }

  /// The same for two that ask for the same figure, whatever the order of their conditions.
  package var key: String {
    let conditions = conditions.map { "\($0.key.text)=\($0.value.map(\.text) ?? "")" }.sorted()
    return ([name?.text ?? ""] + conditions).joined(separator: " ")
  }

  /// Stretches without white space, which in quotes is none.
  private static func words(_ bytes: [UInt8]) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var start: Int?
    var isQuoted = false
    for (place, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if byte <= 0x20, !isQuoted {
        if let begin = start { words.append(begin..<place) }
        start = nil
      } else if start == nil {
        start = place
      }
    }
    if let begin = start { words.append(begin..<bytes.count) }
    return words
  }
}
