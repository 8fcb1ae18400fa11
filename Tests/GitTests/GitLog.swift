import FieldbookTestSupport
import Git

/// What the `git` program says of a history, in lines that compare.
enum GitLog {
  /// For each commit its changes against the first parent, sorted.
  static func changes(_ scratch: ScratchRepository) throws -> [String: [String]] {
    let output = try scratch.git(
      "-c", "core.quotePath=false", "log", "--first-parent", "-m", "--raw", "-M", "--no-abbrev", "--format=%x01%H",
      "HEAD")
    var changes: [String: [String]] = [:]
    for entry in output.split(separator: "\u{1}") {
      let lines = entry.split(separator: "\n")
      changes[String(lines[0])] = lines.dropFirst().map(Self.line).sorted()
    }
    return changes
  }

  /// A change as a line.
  static func line(_ change: HistoryChange) -> String {
    let old = change.old?.hex ?? "-"
    let new = change.new?.hex ?? "-"
    switch change.kind {
    case .renamed: return "R\(change.likeness) \(old) \(new) \(change.from?.description ?? "") \(change.path)"
    // What Git does not look for with -M.
    case .added, .copied: return "A \(old) \(new) \(change.path)"
    case .deleted: return "D \(old) \(new) \(change.path)"
    case .modified: return "M \(old) \(new) \(change.path)"
    }
  }

  private static func line(_ raw: Substring) -> String {
    let fields = raw.split(separator: "\t").map(String.init)
    let parts = fields[0].split(separator: " ").map(String.init)
    let ids = parts[2...3].map { $0.allSatisfy { $0 == "0" } ? "-" : $0 }
    let status = parts[4].hasPrefix("R") ? "R\(Int(parts[4].dropFirst()) ?? -1)" : parts[4] == "T" ? "M" : parts[4]
    return ([status] + ids + fields.dropFirst()).joined(separator: " ")
  }
}
