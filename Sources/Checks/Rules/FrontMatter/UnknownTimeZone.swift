package import Diagnostics

/// The time zone of a workspace is one; reported by whoever asks the system for it.
package enum UnknownTimeZone {
  /// What the catalogue says of it.
  static let description: any Check = LoadCheck(
    "unknown-time-zone", .frontMatter, .error,
    rule: "'time_zone' in fieldbook.yaml is a name of the time zone database",
    rationale: "It decides where a day begins and ends; days begin at midnight UTC until it is mended.",
    examples: [
      CheckExample("=== fieldbook.yaml\n▶time_zone: Europe/Stokholm\n"),
      CheckExample("=== fieldbook.yaml\ntime_zone: Europe/Stockholm\n"),
    ])

  /// A name that the system does not know.
  package static func finding(_ name: String) -> Diagnostic {
    Diagnostic(
      id: description.id, severity: description.severity, range: SourceRange(wholeFile: "fieldbook.yaml"),
      summary: "'\(name)' is not a time zone", explanation: description.rationale,
      help: "write a name such as Europe/Stockholm")
  }
}
