package import Diagnostics

/// Repairs round after round, since one repair may bring up the next, and takes back what makes a file worse.
package struct FixRounds: Sendable {
  /// Rounds after which whatever is left stays as it is.
  package static let limit = 5

  /// Files that change, as they were before the first round and after the last.
  package private(set) var changes: [FixPlan.Change] = []
  /// How many findings were repaired.
  package private(set) var fixedCount = 0
  /// What is found afterwards.
  package private(set) var remaining: [Diagnostic]
  /// Repairs that could not be made, from the last round that met them.
  package private(set) var refused: [FixPlan.Refusal] = []

  /// Repairs findings until no round changes anything.
  ///
  /// `recheck` gets the new contents of all files that changed so far and returns what is then found.
  package init(
    _ findings: [Diagnostic], bytes: (RepoPath) -> [UInt8]?,
    recheck: ([RepoPath: [UInt8]]) async throws -> [Diagnostic]
  ) async rethrows {
    remaining = findings
    var contents: [RepoPath: [UInt8]] = [:]
    var spoilt: Set<RepoPath> = []
    for _ in 0..<Self.limit {
      let open = remaining.filter { finding in
        !finding.fixIts.contains { fix in fix.edits.contains { spoilt.contains($0.range.file) } }
      }
      let plan = FixPlan(open) { contents[$0] ?? bytes($0) }
      refused += plan.refused.filter { refusal in !refused.contains { $0.finding == refusal.finding } }
      if plan.changes.isEmpty { break }
      let previous = contents
      for change in plan.changes { contents[change.path] = change.after }
      var found = try await recheck(contents)
      let worse = Self.worse(plan.changes.map(\.path), remaining, found)
      if worse.isEmpty {
        fixedCount += plan.fixed.count
      } else {
        // A repair of several files stands or falls as a whole, so the round is taken back as a whole.
        spoilt.formUnion(worse)
        contents = previous
        found = remaining
        for finding in plan.fixed where worse.contains(finding.range.file) {
          refused.append(.init(finding: finding, reason: "the file would have more errors than before"))
        }
      }
      remaining = found
    }
    let left = Set(remaining)
    refused.removeAll { !left.contains($0.finding) }
    changes = contents.sorted { $0.key < $1.key }.compactMap { path, after in
      guard let before = bytes(path), before != after else { return nil }
      return FixPlan.Change(path: path, before: before, after: after)
    }
  }

  private static func worse(_ paths: [RepoPath], _ before: [Diagnostic], _ after: [Diagnostic]) -> [RepoPath] {
    let earlier = errors(before)
    let later = errors(after)
    return paths.filter { later[$0, default: 0] > earlier[$0, default: 0] }
  }

  private static func errors(_ findings: [Diagnostic]) -> [RepoPath: Int] {
    var counts: [RepoPath: Int] = [:]
    for finding in findings where finding.severity == .error { counts[finding.range.file, default: 0] += 1 }
    return counts
  }
}
