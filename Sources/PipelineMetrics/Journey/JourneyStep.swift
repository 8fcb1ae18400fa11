package import Diagnostics
package import WorkspaceModel

/// One step of the way of a deal or of an account.
package struct JourneyStep: Sendable {
  /// Where the traveller is, seen from the step.
  package enum State: String, Hashable, Sendable, CaseIterable {
    /// Gone through, or the end of a deal that is closed.
    case passed
    case current, next
    /// Later steps were reached without it.
    case skipped
    case notReached = "not_reached"
    /// Nobody noted whether it was gone through.
    case unknown
  }

  /// Stage id, or the state of an account.
  package let id: String
  /// As people say it.
  package let name: String
  package var state: State
  /// When the newest stay began; nil when unknown or never.
  package var enteredOn: Day?
  /// When the newest stay ended; nil when unknown, or while it lasts.
  package var leftOn: Day?
  /// How long the newest stay took or has taken so far; nil when a day of it is unknown.
  package var days: Int?
  /// Of all stays whose days are known; equal to `days` when there was one.
  package var daysInAll: Int?
  /// How many stays there were.
  package var visits = 0
  /// Whether it was reached before the deal was re-opened, or before it fell back.
  package var isFromBefore = false
  /// What has to be there before it is left; nil when it asks for nothing.
  package var gate: JourneyGate?
  /// Smaller steps within it, in order.
  package var parts: [JourneyStep] = []
  /// Deals that are under way in it, or went through it, in the order of paths.
  package var deals: [RepoPath] = []
  /// Records that say when it was reached, where that is not the deal or the profile itself.
  package var proofs: [RepoPath] = []

  /// A step of which nothing is known yet.
  init(_ id: String, _ name: String, _ state: State) {
    self.id = id
    self.name = name
    self.state = state
  }

  /// Notes the stays in it, oldest first; one that lasts goes on up to `today`.
  mutating func take(_ stays: [Stay], today: Day) {
    guard let last = stays.last else { return }
    (enteredOn, leftOn, visits) = (last.enteredOn, last.leftOn, stays.count)
    let lengths = stays.map { $0.days(through: today) }
    days = lengths.last ?? nil
    let known = lengths.compactMap(\.self)
    daysInAll = known.isEmpty ? nil : known.reduce(0, +)
  }

  /// One stay in a step.
  struct Stay {
    let enteredOn: Day?
    let leftOn: Day?
    let hasEnded: Bool

    /// Nil when one of its ends is unknown or they are the wrong way round.
    func days(through today: Day) -> Int? {
      guard let enteredOn, let end = hasEnded ? leftOn : today, end >= enteredOn else { return nil }
      return end.days(since: enteredOn)
    }
  }
}

extension JourneyStep {
  /// A step of which nobody knows anything.
  package static let none = JourneyStep("", "", .unknown)
}
