package import Diagnostics

/// Repairs round after round, since one repair may bring up the next, and takes back what makes a file worse.
package struct FixRounds: Sendable {
  /// Rounds after which whatever is left stays as it is.
  package static let limit = 8

  /// Files that change, as they were before the first round and after the last.
  package private(set) var changes: [FixPlan.Change] = []
  /// The rounds that stand, to be carried out one after the other.
  package private(set) var steps: [FixPlan] = []
  /// How many findings were repaired.
  package private(set) var fixedCount = 0
  /// What is found afterwards.
  package private(set) var remaining: [Diagnostic]
  /// Repairs that could not be made, from the last round that met them.
  package private(set) var refused: [FixPlan.Refusal] = []

  /// Repairs findings until no round changes anything.
  ///
  /// `recheck` gets what became of all files so far and returns what is then found.
  package init(
    _ findings: [Diagnostic], tree: FixTree = FixTree(), bytes: (RepoPath) -> [UInt8]?,
    recheck: (FixedFiles) async throws -> [Diagnostic]
  ) async rethrows {
    remaining = findings
    var files = FixedFiles(tree)
    var spoilt: Set<RepoPath> = []
    var dropped: Set<FixIt> = []
    for _ in 0..<Self.limit {
      let open = remaining.filter { finding in
        !finding.fixIts.contains { fix in
          dropped.contains(fix) || fix.edits.contains { spoilt.contains($0.range.file) }
        }
      }
      let plan = FixPlan(open, tree: files.tree) { files.bytes(of: $0, before: bytes) }
      refused += plan.refused.filter { refusal in !refused.contains { $0.finding == refusal.finding } }
      if plan.isEmpty { break }
      let previous = files
      files.carryOut(plan)
      var found = try await recheck(files)
      let worse = Self.worse(plan, remaining, found)
      if worse.isEmpty {
        fixedCount += plan.fixed.count
        steps.append(plan)
      } else {
        // A repair of several files stands or falls as a whole, so the round is taken back as a whole.
        let guilty = Self.guilty(worse, plan)
        if plan.changesNames {
          dropped.formUnion(guilty.compactMap(\.fixIts.first))
        } else {
          spoilt.formUnion(worse)
        }
        files = previous
        found = remaining
        refused += guilty.map { .init(finding: $0, reason: "there would be more errors than before") }
      }
      remaining = found
    }
    let left = Set(remaining)
    refused.removeAll { !left.contains($0.finding) }
    changes = files.changes(before: bytes)
  }

  /// Files with more errors than before; new names and new files can make any file worse.
  private static func worse(_ plan: FixPlan, _ before: [Diagnostic], _ after: [Diagnostic]) -> [RepoPath] {
    let earlier = errors(before) { plan.path(of: $0) }
    let later = errors(after) { $0 }
    let paths = plan.changesNames ? later.keys.sorted() : plan.changes.map(\.path)
    return paths.filter { later[$0, default: 0] > earlier[$0, default: 0] }
  }

  private static func errors(_ findings: [Diagnostic], at path: (RepoPath) -> RepoPath) -> [RepoPath: Int] {
    var counts: [RepoPath: Int] = [:]
    for finding in findings where finding.severity == .error { counts[path(finding.range.file), default: 0] += 1 }
    return counts
  }

  /// The repairs that touch what got worse; all of them where none does.
  private static func guilty(_ worse: [RepoPath], _ plan: FixPlan) -> [Diagnostic] {
    if !plan.changesNames { return plan.fixed.filter { worse.contains($0.range.file) } }
    let guilty = plan.fixed.filter { finding in
      finding.fixIts.contains { fix in worse.contains(where: fix.touches) }
    }
    return guilty.isEmpty ? plan.fixed : guilty
  }
}
