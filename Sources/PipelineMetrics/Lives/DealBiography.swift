internal import Diagnostics
internal import WorkspaceModel

/// Writes the life of one deal from what it says by itself and from its events (domain 2.2).
struct DealBiography {
  let facts: DealFacts
  let workflow: Workflow
  let rules: StageRules
  let newestCommit: String?
  /// Where a value is put that nobody noted the day of.
  let lastKnown: Day
  /// Of this record, in the order of commits.
  private let events: [FieldEvent]
  private let removedOn: Day?
  private let commits: [TimelineCommit]
  /// The days on which a commit closed the deal, where a date says so: the rest of that commit took effect then too.
  private let closingDays: [Int: Day]

  init(
    _ facts: DealFacts, events: [FieldEvent], commits: [TimelineCommit], workflow: Workflow, rules: StageRules,
    newestCommit: String?, lastKnown: Day
  ) {
    self.facts = facts
    self.commits = commits
    self.workflow = workflow
    self.rules = rules
    self.newestCommit = newestCommit
    self.lastKnown = lastKnown
    removedOn = events.last?.kind == .removed ? events.last?.effectiveOn : nil
    // What lay at the path before another record took it is another life.
    let own = removedOn == nil ? events[...] : events.dropLast()
    let start = own.lastIndex { $0.kind == .removed }.map { $0 + 1 } ?? own.startIndex
    self.events = Array(own[start...])
    var closingDays: [Int: Day] = [:]
    for event in self.events where event.field == "stage" && event.isDated && event.kind != .stated {
      if StageVisit.isClosed(event.new.flatMap(DealFacts.text)) { closingDays[event.commit] = event.effectiveOn }
    }
    self.closingDays = closingDays
  }

  /// The finished life.
  func life() -> DealLife {
    let stages = stages
    let first = stages.changes.first.flatMap { $0.isDated ? $0.on : nil }
    let created = created(before: first)
    let amounts = track("amount", present: facts.amount, DealFacts.money) { text in
      facts.amount.flatMap { now in Decimal4(text).map { Money($0, currency: now.currency, kind: now.kind) } }
    }
    let owners = track("owner", present: facts.owner, DealFacts.text) { $0 }
    return DealLife(
      record: facts.record, customer: facts.customer, type: facts.type, workflow: workflow,
      competitors: facts.competitors, reasonCode: facts.reasonCode, origin: facts.origin, createdOn: created,
      existsFrom: created ?? first ?? events.first?.recordedAt.day ?? Day(number: -1_000_000), removedOn: removedOn,
      stages: stages, amounts: amounts,
      closeDays: track("close_on", present: facts.closeOn, DealFacts.day) { Day(iso: $0) }, owners: owners,
      credit: facts.credit,
      categories: track("forecast_category", present: facts.category, DealFacts.category) {
        Deal.Category(rawValue: $0)
      },
      probabilities: track("probability", present: facts.probability, DealFacts.odds) { Decimal4($0) },
      newestCommit: newestCommit, visits: visits(stages), closings: closings(stages, amounts, owners),
      isClosedUndated: StageVisit.isClosed(stages.last) && stages.changes.last.map { !$0.isDated } ?? true)
  }

  /// The record's own day of creation, else its first visit, else the commit that brought it; an import tells nothing.
  private func created(before first: Day?) -> Day? {
    if let day = facts.createdOn ?? facts.stageHistory.first?.enteredOn { return day }
    if let stated = events.first(where: { $0.field == "stage" && $0.kind == .stated && $0.isDated }) {
      return stated.effectiveOn
    }
    guard let event = events.first(where: { $0.kind != .stated }), event.kind == .created else { return nil }
    // A deal that did something before it was committed is older than its commit.
    let day = event.recordedAt.day
    return first.map { $0 < day } ?? false ? nil : day
  }

  private func track<Value>(
    _ field: String, present: Value?, _ read: (FieldValue) -> Value?, parse: (String) -> Value?
  ) -> Track<Value> {
    var source = TrackSource<Value>()
    for change in facts.fieldHistory where change.field == field && change.on != nil {
      source.own.append(.init(old: change.from.flatMap(parse), new: change.to.flatMap(parse), on: change.on))
    }
    source.told = told(field, isOwn: !source.own.isEmpty, read)
    return source.track(present: present, since: facts.closedOn.map { min($0, lastKnown) } ?? lastKnown)
  }

  /// What commits tell of a field, by day; an import without a date tells a value and no day.
  private func told<Value>(
    _ field: String, isOwn: Bool, _ read: (FieldValue) -> Value?
  ) -> [TrackSource<Value>.Told] {
    var all: [TrackSource<Value>.Told] = []
    for event in events where event.field == field && !(isOwn && event.kind == .stated) {
      let day = event.isDated ? event.effectiveOn : closingDays[event.commit] ?? event.effectiveOn
      all.append(
        .init(
          old: event.old.flatMap(read), new: event.new.flatMap(read), on: day,
          isDated: event.isDated || event.kind != .baseline,
          commit: commits.indices.contains(event.commit) ? commits[event.commit].id : nil))
    }
    return all.enumerated().sorted { left, right in
      (left.element.on?.number ?? 0, left.offset) < (right.element.on?.number ?? 0, right.offset)
    }.map(\.element)
  }

  private var stages: Track<String> {
    var source = TrackSource<String>()
    var before: String?
    for visit in facts.stageHistory {
      let stage = rules.current(visit.stage, in: pipeline, on: visit.enteredOn ?? lastKnown)
      source.own.append(.init(old: before, new: stage, on: visit.enteredOn))
      before = stage
    }
    source.told = told("stage", isOwn: !source.own.isEmpty, DealFacts.text)
    let present = present
    let isClosed = StageVisit.isClosed(present)
    let known = isClosed ? facts.closedOn ?? facts.stageEnteredOn : facts.stageEnteredOn
    if source.told.isEmpty, !source.own.contains(where: { $0.on != nil }) {
      // Nobody noted what it was before: some open stage.
      guard let known else { return Track(present) }
      var track = Track<String>(nil)
      track.append(.init(value: present, on: known, isDated: true, commit: newestCommit))
      return track
    }
    var track = source.track(present: present, since: known ?? lastKnown, isStage: true)
    if track.last == present, let known, let last = track.changes.last {
      if !last.isDated || isClosed && facts.closedOn != nil { track.dateLast(known) }
    }
    return track
  }

  private var pipeline: String? { facts.pipeline ?? facts.type?.rawValue }

  /// The stage of today; where outcome and stage contradict each other, the outcome counts.
  private var present: String? {
    guard let stage = facts.stage else { return nil }
    let current = rules.current(stage, in: pipeline, on: lastKnown)
    guard StageVisit.isClosed(current), let outcome = facts.outcome else { return current }
    return outcome == .won ? "closed_won" : "closed_lost"
  }

  private func visits(_ stages: Track<String>) -> [StageVisit] {
    var all: [Track<String>.Change] = stages.changes
    if let initial = stages.initial { all.insert(.init(value: initial, on: lastKnown, isDated: false), at: 0) }
    return all.indices.compactMap { index in
      guard let stage = all[index].value else { return nil }
      let next = index + 1 < all.count ? all[index + 1] : nil
      return StageVisit(
        stage: stage, enteredOn: all[index].isDated ? all[index].on : nil,
        leftOn: next.flatMap { $0.isDated ? $0.on : nil }, hasEnded: next != nil,
        place: workflow.stages.firstIndex { $0.id == stage }, commit: all[index].commit ?? newestCommit)
    }
  }

  private func closings(_ stages: Track<String>, _ amounts: Track<Money>, _ owners: Track<String>) -> [Closing] {
    stages.changes.indices.compactMap { index in
      let change = stages.changes[index]
      guard change.isDated, StageVisit.isClosed(change.value) else { return nil }
      let next = index + 1 < stages.changes.count ? stages.changes[index + 1] : nil
      return Closing(
        isWon: change.value == "closed_won", on: change.on, amount: amounts.value(on: change.on),
        owner: owners.value(on: change.on), undoneOn: next?.on,
        commits: [change.commit ?? newestCommit, amounts.commit(on: change.on)])
    }
  }
}
