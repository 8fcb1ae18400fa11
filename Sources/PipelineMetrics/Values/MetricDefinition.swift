/// What a metric means, so that a printed figure can say it.
package struct MetricDefinition: Hashable, Sendable {
  /// As pages and reports name it: "win_rate".
  package let id: String
  /// Goes up when the formula changes.
  package let version: Int
  /// As a heading says it.
  package let title: String
  /// The formula with its mode, in a sentence (domain 2.1).
  package let sentence: String

  /// A definition in its first version, unless another one is given.
  package init(_ id: String, _ title: String, _ sentence: String, version: Int = 1) {
    self.id = id
    self.version = version
    self.title = title
    self.sentence = sentence
  }
}
