package import Diagnostics

/// What a pack kept, shortened and dropped (domain 4.2).
package struct PackManifest: Sendable, Hashable {
  /// What became of one section.
  package struct Section: Sendable, Hashable {
    package var section: PackSection
    package var kept: Int
    /// Ids of items that are told shorter than they could be.
    package var shortened: [String]
    /// Ids of items that are not told at all.
    package var dropped: [String]
    package var tokens: Int
  }

  package var sections: [Section]
  /// Sections that the tier does not have.
  package var outside: [PackSection]
  package var estimatedTokens: Int
  package var budgetTokens: Int
  package var estimator: String
  /// Told by everything that the pack was made from.
  package var inputs: String

  package var droppedCount: Int { sections.reduce(0) { $0 + $1.dropped.count } }
  package var shortenedCount: Int { sections.reduce(0) { $0 + $1.shortened.count } }

  /// "3 items dropped, 12 shortened".
  package var omissions: String {
    if droppedCount + shortenedCount == 0 { return "nothing" }
    return "\(droppedCount) dropped, \(shortenedCount) shortened; the manifest names them"
  }

  /// All of it, every id named.
  package var json: JSONValue {
    .members(
      ("estimated_tokens", .integer(estimatedTokens)), ("budget_tokens", .integer(budgetTokens)),
      ("estimator", .string(estimator)), ("inputs", .string(inputs)),
      ("sections", .array(sections.map(Self.json))),
      ("not_in_tier", outside.isEmpty ? nil : .array(outside.map { .string($0.rawValue) })))
  }

  private static func json(_ section: Section) -> JSONValue {
    .members(
      ("section", .string(section.section.rawValue)), ("kept", .integer(section.kept)),
      ("shortened", .array(section.shortened.map(JSONValue.string))),
      ("dropped", .array(section.dropped.map(JSONValue.string))), ("tokens", .integer(section.tokens)))
  }

  /// Lines of counts, and the ids of what was dropped by folder, as many as there is room for.
  func lines(room: Int, cost: (String) -> Int) -> [String] {
    var lines = sections.map { section in
      "- \(section.section.rawValue): \(section.kept) kept, \(section.shortened.count) shortened, "
        + "\(section.dropped.count) dropped, \(section.tokens) tokens"
    }
    if !outside.isEmpty { lines.append("- not in this tier: \(outside.map(\.rawValue).joined(separator: ", "))") }
    var left = room - lines.reduce(0) { $0 + cost($1) }
    let dropped = sections.flatMap(\.dropped)
    guard !dropped.isEmpty else { return lines }
    var (folder, line, named) = ("", "", 0)
    var groups: [String] = []
    for id in dropped {
      let cut = id.lastIndex(of: "/").map { id.index(after: $0) } ?? id.startIndex
      let isSame = folder == id[..<cut] && !line.isEmpty && line.utf8.count < 400
      let grown = isSame ? "\(line), \(id[cut...])" : "- dropped \(id)"
      let more = cost(grown) - (isSame ? cost(line) : 0)
      // The line that tells how many more there are has to fit too.
      guard left - more >= cost(Self.more(dropped.count)) else { break }
      if !isSame, !line.isEmpty { groups.append(line) }
      (folder, line, named) = (String(id[..<cut]), grown, named + 1)
      left -= more
    }
    if !line.isEmpty { groups.append(line) }
    if named < dropped.count { groups.append(Self.more(dropped.count - named)) }
    return lines + groups
  }

  private static func more(_ count: Int) -> String { "- and \(count) more dropped, all named by --manifest" }
}
