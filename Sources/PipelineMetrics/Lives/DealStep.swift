package import WorkspaceModel

/// One change in the life of a deal, with what it was before and after.
package struct DealStep: Hashable, Sendable {
  /// Which field changed; on one day they are taken in this order, so that a deal closes at its last amount.
  package enum Cause: Int, Hashable, Sendable, Comparable {
    case created, owner, category, probability, opening, amount, closeDay, closing, removed

    /// Orders by when they are taken on one day.
    package static func < (left: Cause, right: Cause) -> Bool { left.rawValue < right.rawValue }
  }

  package let on: Day
  package let cause: Cause
  package let before: DealState
  package let after: DealState
  /// Hash of the commit that brought it, where history is known.
  package let commit: String?
  /// Whether the day is known.
  package let isDated: Bool
}

extension DealLife {
  /// A change before it is known what the deal was then.
  private struct Pending {
    var on: Day
    var cause: DealStep.Cause
    /// Its turn on one day.
    var turn: DealStep.Cause
    var commit: String?
    var isDated: Bool
    var apply: (inout DealState) -> Void
  }

  /// All changes in the order of time, each from the state that the one before left.
  package var steps: [DealStep] {
    var pending: [Pending] = []
    collect(owners, .owner, \.owner, &pending)
    collect(categories, .category, \.category, &pending)
    collect(probabilities, .probability, \.probability, &pending)
    collect(amounts, .amount, \.amount, &pending)
    collect(closeDays, .closeDay, \.closeOn, &pending)
    var closed: Day?
    for change in stages.changes {
      let cause: DealStep.Cause = StageVisit.isClosed(change.value) ? .closing : .opening
      // What opens again on the day of closing comes after it.
      if cause == .closing { closed = change.on }
      pending.append(
        Pending(
          on: change.on, cause: cause, turn: closed == change.on ? .closing : cause, commit: change.commit,
          isDated: change.isDated
        ) { $0.stage = change.value })
    }
    if let removedOn {
      pending.append(
        Pending(on: removedOn, cause: .removed, turn: .removed, commit: newestCommit, isDated: true) {
          $0.exists = false
        })
    }
    pending = pending.enumerated().sorted { left, right in
      let (one, other) = (left.element, right.element)
      if one.on != other.on { return one.on < other.on }
      return one.turn == other.turn ? left.offset < right.offset : one.turn < other.turn
    }.map(\.element)
    var state = DealState(
      stage: stages.initial, amount: amounts.initial, closeOn: closeDays.initial, owner: owners.initial,
      category: categories.initial, probability: probabilities.initial)
    // What was so on the day of creation belongs to the creation, but for the end.
    var rest = pending[...]
    var early: [Pending] = []
    rest.removeAll { change in
      guard change.on < existsFrom || change.on == existsFrom && change.turn < .closing else { return false }
      early.append(change)
      return true
    }
    for change in early { change.apply(&state) }
    var created = state
    created.exists = true
    var steps = [
      DealStep(
        on: existsFrom, cause: .created, before: DealState(), after: created, commit: early.last?.commit ?? nil,
        isDated: createdOn != nil)
    ]
    for change in rest {
      let before = steps[steps.count - 1].after
      var after = before
      change.apply(&after)
      steps.append(
        DealStep(
          on: change.on, cause: change.cause, before: before, after: after, commit: change.commit,
          isDated: change.isDated))
    }
    return steps
  }

  private func collect<Value>(
    _ track: Track<Value>, _ cause: DealStep.Cause, _ field: WritableKeyPath<DealState, Value?>,
    _ pending: inout [Pending]
  ) {
    for change in track.changes {
      pending.append(
        Pending(on: change.on, cause: cause, turn: cause, commit: change.commit, isDated: change.isDated) {
          $0[keyPath: field] = change.value
        })
    }
  }
}
