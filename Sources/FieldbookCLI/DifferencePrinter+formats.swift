internal import Diagnostics
internal import FieldbookApp
internal import WorkspaceModel

extension DifferencePrinter {
  /// A comment for a pull request.
  static func markdown(_ difference: WorkspaceDifference) -> String {
    var lines = ["### \(difference.names.old) → \(difference.names.new)\(counts(difference))", ""]
    if difference.isEmpty {
      return (lines + ["Nothing that \(escaped(difference.audienceTitle)) may see differs."]).joined(separator: "\n")
    }
    lines += ["| Customer | Record | Change |", "|---|---|---|"]
    for record in difference.records.sorted(by: byCustomer) {
      var says = record.texts.map { escaped($0.plain) }
      switch record.change {
      case .added: says.insert("**New**", at: 0)
      case .removed: says.insert("**Removed**", at: 0)
      case .moved(let from): says.insert("Moved from `\(code(from.description))`", at: 0)
      case .changed: break
      }
      lines.append(
        "| \(escaped(record.customer ?? "")) | \(escaped(record.title)) <br>`\(code(record.path.description))` | "
          + "\(says.joined(separator: "<br>")) |")
    }
    for (title, entries) in effects(difference) {
      lines += ["", "**\(title)**", ""] + entries.map { "- \(escaped($0))" }
    }
    return (lines + ["", "<sub>Shown: what \(escaped(difference.audienceTitle)) may see.</sub>"])
      .joined(separator: "\n")
  }

  /// All of it for programs.
  static func json(_ difference: WorkspaceDifference) -> JSONValue {
    .members(
      ("old", .string(difference.names.old)), ("new", .string(difference.names.new)),
      ("audience", .string(difference.audienceTitle)), ("records", .array(difference.records.map(json))),
      (
        "figures",
        .array(
          difference.figures.map { figure in
            .members(
              ("name", .string(figure.name)), ("old", .string(figure.old)), ("new", .string(figure.new)),
              ("note", figure.note.map { .string($0) }))
          })
      ),
      (
        "pages",
        .members(
          ("new", strings(difference.newPages)), ("gone", strings(difference.lostPages)),
          (
            "redirects",
            .array(
              difference.redirects.map { .members(("from", .string($0.from)), ("to", .string($0.to))) })
          ))
      ), ("alerts", strings(difference.alerts)),
      (
        "access",
        .array(
          difference.access.map { access in
            .members(
              ("audience", .string(access.audience)), ("gained", strings(access.gained.map(\.description))),
              ("lost", strings(access.lost.map(\.description))))
          })
      ),
      (
        "findings",
        .members(
          (
            "new",
            .array(
              difference.newFindings.map { finding in
                .members(
                  ("id", .string(finding.id)), ("severity", .string(finding.severity.rawValue)),
                  ("file", .string(finding.range.file.description)), ("line", .integer(finding.range.start.line)),
                  ("summary", .string(finding.summary)))
              })
          ), ("mended", .integer(difference.mendedFindings)))
      ))
  }

  private static func json(_ record: WorkspaceDifference.Record) -> JSONValue {
    var (change, from) = ("changed", JSONValue?.none)
    switch record.change {
    case .added: change = "added"
    case .removed: change = "removed"
    case .moved(let path): (change, from) = ("moved", .string(path.description))
    case .changed: break
    }
    return .members(
      ("path", .string(record.path.description)), ("from", from), ("change", .string(change)),
      ("kind", .string(record.kind.rawValue)), ("title", .string(record.title)),
      ("customer", record.customer.map { .string($0) }), ("says", strings(record.texts.map(\.plain))),
      (
        "fields",
        .array(
          record.fields.map { field in
            .members(
              ("field", .string(field.field)), ("old", field.old.map(HistoryPrinter.json)),
              ("new", field.new.map(HistoryPrinter.json)))
          })
      ))
  }

  private static func strings(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }

  /// A text that Markdown prints as it stands, in a table too.
  private static func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    for byte in TextPrinter.visible(text).utf8 {
      if "\\`*_[]<>|#~@!".utf8.contains(byte) { bytes.append(UInt8(ascii: "\\")) }
      bytes.append(byte == 0x0A ? 0x20 : byte)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A text that stands between backticks in a table.
  private static func code(_ text: String) -> String {
    String(
      decoding: TextPrinter.visible(text).utf8.filter { $0 != UInt8(ascii: "`") && $0 != UInt8(ascii: "|") },
      as: UTF8.self)
  }
}
