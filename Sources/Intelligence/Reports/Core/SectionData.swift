package import Diagnostics
package import PipelineMetrics

/// What one section of a report says: its rows, or why there are none.
package struct SectionData: Sendable {
  /// As definitions name it: "deals_by_risk".
  package let id: String
  /// Names of the texts that each row has.
  package let fields: [String]
  /// Names of records that a row leads to beside its own; templates have their addresses as `<name>_url`.
  package let links: [String]
  /// Said when there are no rows; without a full stop.
  package var reason: String
  /// Said after the rows: "and 3 more deals".
  package private(set) var more: String?
  package private(set) var rows: [ReportRow] = []
  /// Of the figures in it.
  package private(set) var definitions: [MetricDefinition] = []
  /// What figures could not take in, in words.
  package private(set) var unknowns: [String] = []

  /// A section without rows so far.
  package init(_ id: String, _ fields: [String], links: [String] = [], none reason: String) {
    self.id = id
    self.fields = fields
    self.links = links
    self.reason = reason
  }

  /// Adds a row with a text for each field, in their order; a text that is nil is unknown.
  package mutating func add(_ records: [RepoPath], _ texts: String?...) {
    add(records, texts: texts)
  }

  /// Adds a row of one record.
  package mutating func add(_ record: RepoPath, _ texts: String?...) {
    add([record], texts: texts)
  }

  /// Adds a row of one record that leads to others, in the order of the section's links.
  package mutating func add(_ record: RepoPath, links: [RepoPath?], _ texts: String?...) {
    add([record], texts: texts, links: links)
  }

  /// Adds a row with a figure, and remembers what the figure means and lacks.
  package mutating func add(_ metric: Metric, _ texts: String?...) {
    note(metric)
    add(Self.records(of: metric), texts: texts)
  }

  /// Remembers what a figure in the section means and lacks.
  package mutating func note(_ metric: Metric) {
    if !definitions.contains(metric.definition) { definitions.append(metric.definition) }
    if metric.unknown > 0 {
      unknowns.append("\(metric.definition.title): \(metric.unknown) left out")
    }
  }

  /// Remembers a definition that is no metric's.
  package mutating func define(_ definition: MetricDefinition) {
    if !definitions.contains(definition) { definitions.append(definition) }
  }

  /// Keeps the first rows and counts the others; `noun` in the singular.
  package mutating func limit(_ count: Int, _ noun: String) {
    guard rows.count > count else { return }
    let rest = rows.count - count
    rows = Array(rows.prefix(count))
    more = "and \(ReportWords.count(rest, "more \(noun)"))"
  }

  /// The records of a figure, each once.
  static func records(of metric: Metric) -> [RepoPath] {
    var records: [RepoPath] = []
    for input in metric.inputs where records.last != input.record { records.append(input.record) }
    return records
  }

  private mutating func add(_ records: [RepoPath], texts: [String?], links targets: [RepoPath?] = []) {
    precondition(texts.count == fields.count, "a row of '\(id)' needs a text for each of its fields")
    precondition(targets.count == links.count, "a row of '\(id)' needs a record or nil for each of its links")
    let values = zip(fields, texts).map { ReportRow.Value(name: $0, text: $1 ?? "unknown") }
    rows.append(
      ReportRow(
        values: values, links: zip(links, targets).map { ReportRow.Target(name: $0, record: $1) }, records: records))
  }
}
