/// Prints findings as one JSON document, version 1; members are only ever added.
package enum JSONPrinter {
  /// The document; paths are put below `prefix`.
  package static func document(_ findings: [Diagnostic], prefix: String = "") -> JSONValue {
    .members(
      ("version", .integer(1)),
      (
        "findings",
        .array(
          HiddenLines(findings).redacted(findings).map { finding in
            .members(
              ("id", .string(finding.id)), ("severity", .string(finding.severity.rawValue)),
              ("path", .string(prefix + finding.range.file.description)), ("start", place(finding.range.start)),
              ("end", place(finding.range.end)), ("summary", .string(finding.summary)),
              ("explanation", finding.explanation.map(JSONValue.string)),
              ("help", finding.help.map(JSONValue.string)),
              (
                "fixes",
                finding.fixIts.isEmpty
                  ? nil
                  : .array(
                    finding.fixIts.map { fix in
                      .members(
                        ("summary", .string(fix.summary)),
                        (
                          "edits",
                          .array(
                            fix.edits.map { edit in
                              .members(
                                ("start", place(edit.range.start)), ("end", place(edit.range.end)),
                                ("replacement", .string(edit.replacement)))
                            })
                        ))
                    })
              ))
          })
      ))
  }

  private static func place(_ position: SourcePosition) -> JSONValue {
    .members(("line", .integer(position.line)), ("column", .integer(position.column)))
  }
}
