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
                finding.fixIts.isEmpty ? nil : .array(finding.fixIts.map { repair($0, of: finding, prefix) })
              ))
          })
      ))
  }

  /// A repair; an edit names its file only where that is not the finding's.
  private static func repair(_ fix: FixIt, of finding: Diagnostic, _ prefix: String) -> JSONValue {
    let edits = fix.edits.map { edit in
      let file = edit.range.file
      return JSONValue.members(
        ("path", file == finding.range.file ? nil : .string(prefix + file.description)),
        ("start", place(edit.range.start)), ("end", place(edit.range.end)), ("replacement", .string(edit.replacement)))
    }
    let files = fix.files.map { change in
      switch change {
      case .create(let path, let text):
        JSONValue.members(
          ("operation", .string("create")), ("path", .string(prefix + path.description)), ("text", .string(text)))
      case .rename(let old, let new):
        JSONValue.members(
          ("operation", .string("rename")), ("path", .string(prefix + old.description)),
          ("to", .string(prefix + new.description)))
      }
    }
    return .members(
      ("summary", .string(fix.summary)), ("edits", .array(edits)), ("files", files.isEmpty ? nil : .array(files)))
  }

  private static func place(_ position: SourcePosition) -> JSONValue {
    .members(("line", .integer(position.line)), ("column", .integer(position.column)))
  }
}
