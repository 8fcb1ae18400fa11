/// New lines for one field of a YAML document or of a front matter; the rest stays as somebody wrote it.
package struct FieldEdit: Hashable, Sendable {
  /// Key at the top.
  package var name: String
  /// What the field becomes, with its key and line ends; nil takes it away.
  package var lines: String?

  /// An edit by its parts.
  package init(_ name: String, _ lines: String?) {
    self.name = name
    self.lines = lines
  }

  /// The text after some edits; nil for a text that these edits do not understand.
  package static func apply(_ edits: [FieldEdit], to text: String) -> String? {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last?.isEmpty == true { lines.removeLast() }
    guard lines.first.map({ !$0.hasPrefix("{") }) ?? true else { return nil }
    var (first, end) = (0, lines.count)
    if lines.first?.trimmed == "---" {
      first = 1
      let close = lines[1...].firstIndex { $0.trimmed == "---" || $0.trimmed == "..." }
      end = close ?? lines.count
    }
    for edit in edits {
      var start = end
      var stop = end
      if let found = (first..<end).first(where: { isKey(edit.name, lines[$0]) }) {
        start = found
        stop = found + 1
        // Everything indented, list items, and blank lines in between belong to the key.
        while stop < end, isContinued(lines[stop]) { stop += 1 }
        while stop > start + 1, lines[stop - 1].trimmed.isEmpty { stop -= 1 }
      }
      let new = (edit.lines ?? "").split(separator: "\n", omittingEmptySubsequences: true).map(String.init)
      lines.replaceSubrange(start..<stop, with: new)
      end += new.count - (stop - start)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func isKey(_ name: String, _ line: String) -> Bool {
    guard line.hasPrefix(name) || line.hasPrefix("\"\(name)\"") else { return false }
    let rest = line.dropFirst(line.hasPrefix("\"") ? name.count + 2 : name.count)
    return rest.drop { $0 == " " }.first == ":"
  }

  private static func isContinued(_ line: String) -> Bool {
    guard let first = line.first else { return true }
    return first == " " || first == "\t" || line.hasPrefix("- ") || line == "-"
  }
}
