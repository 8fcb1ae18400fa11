package import Diagnostics
package import WorkspaceModel

/// All that is known of one deal over time; every metric reads it and nothing else.
///
/// Days are those on which things took effect. By whose knowledge is decided when it is made, see ``DealLives``.
package struct DealLife: Sendable {
  package let record: RepoPath
  /// Slug of the customer.
  package let customer: String
  package let type: Deal.DealType?
  package let workflow: Workflow
  /// Battlecard slugs.
  package let competitors: [String]
  package let reasonCode: String?
  /// Where the deal came from.
  package let origin: String?
  /// When it was created; nil when only an import could tell.
  package let createdOn: Day?
  /// The first day on which it is known to have been there.
  package let existsFrom: Day
  /// The day on which the record was removed.
  package let removedOn: Day?
  /// Stage ids; nil for open in a stage that nobody noted.
  package let stages: Track<String>
  package let amounts: Track<Money>
  package let closeDays: Track<Day>
  /// Person ids.
  package let owners: Track<String>
  package let categories: Track<Deal.Category>
  package let probabilities: Track<Decimal4>
  /// Hash of the commit with the newest version that is known.
  package let newestCommit: String?
  /// In the order of time.
  package let visits: [StageVisit]
  /// In the order of time; those on unknown days are not among them.
  package let closings: [Closing]
  /// Whether it is closed and nobody noted since when.
  package let isClosedUndated: Bool

  /// What it was at the end of a day.
  package func state(on day: Day) -> DealState {
    guard exists(on: day) else { return DealState() }
    return DealState(
      exists: true, stage: stages.value(on: day), amount: amounts.value(on: day), closeOn: closeDays.value(on: day),
      owner: owners.value(on: day), category: categories.value(on: day), probability: probabilities.value(on: day))
  }

  /// Whether it was there at the end of a day.
  package func exists(on day: Day) -> Bool { existsFrom <= day && removedOn.map { day < $0 } ?? true }

  /// The outcomes of its life up to and including a day; in final mode at most one.
  package func closings(through day: Day, mode: OutcomeMode) -> [Closing] {
    let past = closings.filter { $0.on <= day }
    guard mode == .final else { return past }
    guard let last = past.last, last.undoneOn.map({ $0 > day }) ?? true else { return [] }
    return [last]
  }

  /// The stage as the workflow has it.
  package func stage(on day: Day) -> Workflow.Stage? { stages.value(on: day).flatMap { workflow.stage($0) } }

  /// Place of a stage in the workflow.
  package func place(of stage: String) -> Int? { workflow.stages.firstIndex { $0.id == stage } }

  /// Hashes of the commits that brought what its money was at the end of a day.
  func commits(on day: Day) -> [String?] {
    let own = [stages.commit(on: day), amounts.commit(on: day), closeDays.commit(on: day)].compactMap { $0 }
    guard !own.isEmpty else { return [newestCommit] }
    var seen: Set<String> = []
    return own.filter { seen.insert($0).inserted }
  }
}
