package import Diagnostics
package import WorkspaceModel

/// All that is known of one deal over time; every metric reads it and nothing else.
///
/// Days are those on which things took effect. By whose knowledge is decided when it is made, see ``DealLives``. It never
/// changes; a class only because metrics go through thousands of them again and again, and copying one is dear.
package final class DealLife: Sendable {
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
  /// Who is credited with a win, by what is known; empty when that is the owner at the time.
  package let credit: [Deal.Credit]
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

  /// A life by its parts.
  init(
    record: RepoPath, customer: String, type: Deal.DealType?, workflow: Workflow, competitors: [String],
    reasonCode: String?, origin: String?, createdOn: Day?, existsFrom: Day, removedOn: Day?, stages: Track<String>,
    amounts: Track<Money>, closeDays: Track<Day>, owners: Track<String>, credit: [Deal.Credit],
    categories: Track<Deal.Category>,
    probabilities: Track<Decimal4>, newestCommit: String?, visits: [StageVisit], closings: [Closing],
    isClosedUndated: Bool
  ) {
    self.record = record
    self.customer = customer
    self.type = type
    self.workflow = workflow
    self.competitors = competitors
    self.reasonCode = reasonCode
    self.origin = origin
    self.createdOn = createdOn
    self.existsFrom = existsFrom
    self.removedOn = removedOn
    self.stages = stages
    self.amounts = amounts
    self.closeDays = closeDays
    self.owners = owners
    self.credit = credit
    self.categories = categories
    self.probabilities = probabilities
    self.newestCommit = newestCommit
    self.visits = visits
    self.closings = closings
    self.isClosedUndated = isClosedUndated
  }

  /// What it was at the end of a day.
  package func state(on day: Day) -> DealState {
    guard exists(on: day) else { return DealState() }
    return DealState(
      exists: true, stage: stages.value(on: day), amount: amounts.value(on: day), closeOn: closeDays.value(on: day),
      owner: owners.value(on: day), category: categories.value(on: day), probability: probabilities.value(on: day))
  }

  /// Whether it was there and neither won nor lost at the end of a day.
  package func isOpen(on day: Day) -> Bool { exists(on: day) && !StageVisit.isClosed(stages.value(on: day)) }

  /// Whether it was there at the end of a day.
  package func exists(on day: Day) -> Bool { existsFrom <= day && removedOn.map { day < $0 } ?? true }

  /// The outcomes of its life up to and including a day; in final mode at most one.
  package func closings(through day: Day, mode: OutcomeMode) -> [Closing] {
    if closings.isEmpty { return [] }
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
    var all: [String?] = []
    for commit in [stages.commit(on: day), amounts.commit(on: day), closeDays.commit(on: day)] {
      if let commit, !all.contains(commit) { all.append(commit) }
    }
    return all.isEmpty ? [newestCommit] : all
  }

  /// Whether anything happened to it after one day and up to another one.
  func hasChanges(after eve: Day, through end: Day) -> Bool {
    func isWithin(_ day: Day) -> Bool { eve < day && day <= end }
    return isWithin(existsFrom) || removedOn.map(isWithin) ?? false
      || stages.changes.contains { isWithin($0.on) } || amounts.changes.contains { isWithin($0.on) }
      || closeDays.changes.contains { isWithin($0.on) } || owners.changes.contains { isWithin($0.on) }
      || categories.changes.contains { isWithin($0.on) }
  }
}
