package import Diagnostics

/// A computed report: what its heading says, and its sections.
package struct ReportData: Sendable {
  /// As definitions name it.
  package let report: String
  /// "23 Nov 2026, 06:00 +01:00".
  package let asOf: String
  /// Short name of a commit, or "files on disk".
  package let commit: String
  /// "John Smith", "everybody", "team nordics".
  package let scope: String
  /// "last 7 days (17 Nov 2026 to 23 Nov 2026)".
  package let period: String
  /// How old the sources are.
  package let freshness: String
  /// What is unknown or missing; "nothing that we know of" when nothing is.
  package let unknown: String
  /// Those of the report, and `formulas` with the definitions of its figures.
  package let sections: [SectionData]

  /// The same with more sections.
  package func adding(_ more: [SectionData]) -> ReportData {
    ReportData(
      report: report, asOf: asOf, commit: commit, scope: scope, period: period, freshness: freshness,
      unknown: unknown, sections: sections + more)
  }

  /// Whether no section has anything to say.
  package var isEmpty: Bool { sections.allSatisfy { $0.rows.isEmpty || $0.id == "formulas" } }

  /// The heading, by the names that templates use.
  package var heading: [(name: String, text: String)] {
    [
      ("as_of", asOf), ("commit", commit), ("scope", scope), ("period", period), ("freshness", freshness),
      ("unknown", unknown),
    ]
  }

  /// Everything as JSON, each row with the records it comes from.
  package var json: JSONValue {
    .members(
      ("report", .string(report)),
      ("heading", .object(heading.map { JSONValue.Member($0.name, .string($0.text)) })),
      ("sections", .array(sections.map(Self.json))))
  }

  private static func json(_ section: SectionData) -> JSONValue {
    .members(
      ("id", .string(section.id)), ("no_data", section.rows.isEmpty ? .string(section.reason) : nil),
      ("rows", .array(section.rows.map(json))), ("more", section.more.map(JSONValue.string)))
  }

  private static func json(_ row: ReportRow) -> JSONValue {
    .members(
      ("values", .object(row.values.map { JSONValue.Member($0.name, .string($0.text)) })),
      ("records", .array(row.records.map { .string($0.description) })),
      (
        "links",
        row.links.isEmpty
          ? nil
          : .object(
            row.links.compactMap { link in
              link.record.map { JSONValue.Member(link.name, .string($0.description)) }
            })
      ))
  }
}
