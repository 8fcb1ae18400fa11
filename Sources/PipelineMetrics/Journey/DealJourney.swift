package import Diagnostics
package import WorkspaceModel

/// The way of a deal through the stages of its own pipeline.
///
/// A deal that was lost and re-opened is read by what happened since: the loss does not end it, and stages that it went
/// through before count as passed.
package struct DealJourney: Sendable {
  /// Which part of an account's journey a deal belongs to.
  package enum Part: String, Hashable, Sendable, CaseIterable { case purchase, expansion, renewal }
  /// How it stands.
  package enum Outcome: String, Hashable, Sendable { case open, won, lost }

  package let record: RepoPath
  package let workflow: Workflow
  package let type: Deal.DealType?
  package let part: Part
  package let outcome: Outcome
  package let createdOn: Day?
  /// Nil while it is open, or when nobody noted the day.
  package let closedOn: Day?
  /// When it last became open again; nil when it never was closed before.
  package let reopenedOn: Day?
  /// The open stages in order, a stage that the workflow lacks behind them, the end last.
  package let steps: [JourneyStep]

  /// The step that it is in; the end when it is closed.
  package var current: JourneyStep? { outcome == .open ? steps.first { $0.state == .current } : steps.last }

  /// How far it came: the place of its furthest step that was gone through or is being so; −1 for nowhere.
  package var reach: Int { steps.lastIndex { $0.state == .passed || $0.state == .current } ?? -1 }

  /// Reads a life up to the end of a day; `gate` is that of the same deal.
  package init(_ life: DealLife, gate: StageGate, today: Day) {
    let reading = DealJourneyReading(life, today: today)
    record = life.record
    workflow = life.workflow
    type = life.type
    part = Self.part(of: life)
    outcome = reading.outcome
    createdOn = life.createdOn
    closedOn = reading.outcome == .open ? nil : reading.visits.last?.enteredOn
    reopenedOn = reading.reopenedOn
    steps = reading.steps(gate)
  }

  /// Told by the type of the deal, else by its workflow.
  private static func part(of life: DealLife) -> Part {
    switch life.type {
    case .renewal: .renewal
    case .expansion: .expansion
    case .new, .oneOff: .purchase
    case nil: Part(rawValue: life.workflow.workflowID) ?? .purchase
    }
  }
}
