internal import Diagnostics
internal import WorkspaceModel

/// An entry that is to be added to `redirects.yaml`.
struct LedgerEntry {
  /// Names with values, in order.
  let fields: [(name: String, value: String)]

  /// A repair that adds entries to one list of the ledger; nil when the list is written in a way that it does not know.
  ///
  /// All findings of a check bear the same repair, since many at one place would have to wait for each other.
  static func repair(_ summary: String, adding entries: [LedgerEntry], to list: String, in input: CheckInput) -> FixIt?
  {
    let path = RedirectLedger.path
    guard !entries.isEmpty else { return nil }
    guard let bytes = input.bytes(of: path) else {
      if input.files[path] != nil { return nil }
      return FixIt(summary, files: [.create(path, text: "\(list):\n" + entries.map { $0.block("  ") }.joined())])
    }
    guard let ledger = input.workspace.redirects else { return nil }
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    guard let entry = ledger.source.fields?.entries?.first(where: { $0.key == list }) else {
      if ledger.source.fields?.isNull == false, ledger.source.fields?.entries == nil { return nil }
      let end = SourcePosition(line: lines.count, column: (lines.last?.count ?? 0) + 1)
      let gap = end.column > 1 ? "\n" : ""
      return insertion(summary, gap + "\(list):\n" + entries.map { $0.block("  ") }.joined(), at: end)
    }
    guard let items = entry.value.items else { return nil }
    let start = entry.value.start
    guard lines.indices.contains(start.line - 1) else { return nil }
    let line = lines[start.line - 1]
    let before = line.prefix(start.column - 1)
    switch line.dropFirst(start.column - 1).first {
    case UInt8(ascii: "["):
      let inline = entries.map(\.inline).joined(separator: ", ") + (items.isEmpty ? "" : ", ")
      return insertion(summary, inline, at: SourcePosition(line: start.line, column: start.column + 1))
    case UInt8(ascii: "-") where before.allSatisfy { $0 == 0x20 }:
      let margin = String(repeating: " ", count: before.count)
      let place = SourcePosition(line: start.line, column: 1)
      return insertion(summary, entries.map { $0.block(margin) }.joined(), at: place)
    default: return nil
    }
  }

  private static func insertion(_ summary: String, _ text: String, at place: SourcePosition) -> FixIt {
    FixIt(summary, edits: [.init(range: SourceRange(file: RedirectLedger.path, start: place), replacement: text)])
  }

  private func block(_ margin: String) -> String {
    fields.enumerated().map { index, field in
      "\(margin)\(index == 0 ? "- " : "  ")\(field.name): \(Self.scalar(field.value))\n"
    }.joined()
  }

  private var inline: String {
    "{" + fields.map { "\($0.name): \(Self.scalar($0.value))" }.joined(separator: ", ") + "}"
  }

  /// A value as it is where nobody can misread it, else in quotes and without what no editor shows.
  private static func scalar(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
      default: "-_./".utf8.contains(byte)
      }
    }
    if isPlain, text.utf8.contains(UInt8(ascii: "/")) || Day(iso: text) != nil { return text }
    var quoted = ""
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: quoted += " "
      default: quoted += scalar == "\"" || scalar == "\\" ? "\\\(scalar)" : String(scalar)
      }
    }
    return "\"\(quoted)\""
  }
}
