package import Diagnostics
package import WorkspaceModel

/// What has to be there before a step is left, and how much of it is.
package struct JourneyGate: Sendable {
  /// One exit criterion with the records that prove it.
  package struct Condition: Sendable {
    package let id: String
    /// In words.
    package let text: String
    package let state: StageGate.State
    /// What proves it, or where the proof would stand.
    package let evidence: [RepoPath]
    /// Who let it pass; nil when nobody did.
    package let waiver: Deal.Waiver?
  }

  /// In the order of the workflow; never empty.
  package let conditions: [Condition]

  /// Asks the records of a stage's criteria; nil when the stage asks for nothing.
  init?(_ criteria: [Workflow.Criterion], _ gate: StageGate) {
    guard !criteria.isEmpty else { return nil }
    conditions = criteria.map { criterion in
      Condition(
        id: criterion.id, text: criterion.text, state: gate.state(of: criterion),
        evidence: gate.evidence(of: criterion), waiver: gate.waiver(of: criterion))
    }
  }

  /// How many are in a state.
  package func count(_ state: StageGate.State) -> Int { conditions.count { $0.state == state } }

  /// What is neither met nor waived, in order.
  package var missing: [Condition] { conditions.filter { $0.state == .unmet || $0.state == .unknown } }

  /// Waived when all is well with the help of a waiver; unknown when nothing is known to be missing.
  package var state: StageGate.State {
    if count(.unmet) > 0 { return .unmet }
    if count(.unknown) > 0 { return .unknown }
    return count(.waived) > 0 ? .waived : .met
  }
}
