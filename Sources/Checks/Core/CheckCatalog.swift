/// All checks, in the order of groups and then of ids.
package enum CheckCatalog {
  /// Every check there is; ids are unique.
  package static let all: [any Check] = {
    let checks =
      FileChecks.all + StructureChecks.all + FrontMatterChecks.all + ReferenceChecks.all + LinkChecks.all
      + FreshnessChecks.all + ConsistencyChecks.all + StageGateChecks.all + DuplicateChecks.all + InsightChecks.all
      + GovernanceChecks.all + AgentChecks.all + RuleChecks.all + SecretChecks.all + ControlChecks.all
      + RedirectChecks.all + ClaimChecks.all
    return checks.sorted { left, right in
      let (first, second) = (order[left.group] ?? 0, order[right.group] ?? 0)
      return (first, left.id) < (second, right.id)
    }
  }()

  /// The check of an id.
  package static func check(_ id: String) -> (any Check)? { all.first { $0.id == id } }

  private static let order = Dictionary(
    uniqueKeysWithValues: CheckGroup.allCases.enumerated().map { ($0.element, $0.offset) })
}
