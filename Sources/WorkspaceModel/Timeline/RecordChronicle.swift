internal import Diagnostics

/// Goes through the versions of one record, oldest first, and tells what happened to its fields.
///
/// A mistake in a field is put right when the same author, within a day of the first change, restores a value (no event remains)
/// or changes again a text, number, amount or day (one event remains, from first to last, at the later commit, in
/// effect since the first). A stage that moves on is a move; only going back counts as putting right. Nothing is put
/// right across a change of place or of labels, where an audience may see one side only.
struct RecordChronicle {
  /// A version that could be read.
  struct State {
    var fields: RecordFields
    var version: RecordVersion
  }

  let record: RecordHistory
  let commits: [TimelineCommit]
  let rules: TimelineEvents.Rules
  /// The last readable version; nil before the first one and after a removal.
  private(set) var last: State?
  var ledger = StatedLedger()
  var events: [FieldEvent?] = []
  /// The latest change of each field that may still be put right.
  private var pending: [String: (event: Int, first: Int)] = [:]
  /// The version before, readable or not.
  private var before: RecordVersion?
  /// Whether place or labels changed since the last readable version.
  private var hasMoved = false

  init(_ record: RecordHistory, commits: [TimelineCommit], rules: TimelineEvents.Rules) {
    self.record = record
    self.commits = commits
    self.rules = rules
  }

  /// What is known already of a blob, when the version before had the same.
  func fields(ofBlob blob: String, at path: RepoPath) -> RecordFields? {
    guard let last, last.version.blob == blob, last.version.path == path else { return nil }
    return last.fields
  }

  /// Takes the next version; fields are nil when it was removed or cannot be had.
  mutating func take(_ version: RecordVersion, _ fields: RecordFields?, sides: [RecordFields]) {
    if let before, before.path != version.path || before.audience != version.audience {
      pending = [:]
      hasMoved = true
    }
    before = version
    if version.blob == nil {
      append(FieldChange(field: "", old: nil, new: nil), .removed, version, fields: nil)
      last = nil
      pending = [:]
      return
    }
    // What cannot be read is unknown, and unknown is no change: the next readable version tells.
    guard let fields, fields.isReadable else { return }
    if last != nil || rules.valuedKinds.contains(record.kind) {
      for change in FieldComparison.changes(from: last?.fields, to: fields) where counts(change, in: version) {
        take(change, version, fields, sides: sides)
      }
    }
    if record.kind == .deal {
      ledger.note(statements(of: fields, on: day(version)), commit: version.commit, since: last?.version.commit)
    }
    // What was changed against a side that some may not see cannot be put right either.
    if hasMoved { pending = [:] }
    hasMoved = false
    last = State(fields: fields, version: version)
  }

  private func counts(_ change: FieldChange, in version: RecordVersion) -> Bool {
    if change.field == RecordFields.text { return last != nil && !commits[version.commit].isFormOnly }
    // These are facts with their own dates, see `StatedLedger`.
    return !change.field.hasPrefix("stage_history.") && !change.field.hasPrefix("field_history.")
  }

  private mutating func take(
    _ change: FieldChange, _ version: RecordVersion, _ fields: RecordFields, sides: [RecordFields]
  ) {
    var change = change
    if isStage(change.field) {
      change.old = last.map { stage(change.old, in: $0.fields, on: day($0.version)) } ?? change.old
      change.new = stage(change.new, in: fields, on: day(version))
      if change.old == change.new { return }
    }
    let kind = kind(of: change, version, sides: sides)
    if kind == .changed || kind == .reopened, change.field != RecordFields.text, mend(change, version, fields) {
      return
    }
    append(change, kind, version, fields: fields)
    // What an import set was typed by nobody, so nobody puts it right: the next change is a change.
    pending[change.field] = kind == .merged || kind == .baseline ? nil : (events.count - 1, version.commit)
  }

  private func kind(of change: FieldChange, _ version: RecordVersion, sides: [RecordFields]) -> FieldEvent.Kind {
    let commit = commits[version.commit]
    if commit.isBaseline { return .baseline }
    if last == nil {
      let isBoundary = record.isCutOff && version.commit == record.versions.last?.commit
      return isBoundary ? .baseline : .created
    }
    if commit.parents > 1, !sides.isEmpty,
      !sides.contains(where: { FieldComparison.isSame(value(change.field, in: $0, version), change.new) })
    {
      return .merged
    }
    if isStage(change.field), case .text(let old) = change.old, case .text(let new) = change.new,
      StageRules.isClosed(old), !StageRules.isClosed(new)
    {
      return .reopened
    }
    return .changed
  }

  /// Lets a change put right the one before; false when it stands for itself.
  private mutating func mend(_ change: FieldChange, _ version: RecordVersion, _ fields: RecordFields) -> Bool {
    guard let (index, first) = pending[change.field], var event = events[index],
      isOneHand(commits[first], commits[version.commit])
    else { return false }
    if FieldComparison.isSame(event.old, change.new) {
      events[index] = nil
      pending[change.field] = nil
      return true
    }
    guard isCorrection(of: event, by: change, in: fields) else { return false }
    event.new = change.new
    event.commit = version.commit
    event.recordedAt = commits[version.commit].recordedAt
    if event.kind == .changed || event.kind == .reopened { event.kind = .corrected }
    if let day = statedDay(change, fields) { (event.effectiveOn, event.isDated) = (day, true) }
    events[index] = nil
    events.append(event)
    pending[change.field] = (events.count - 1, first)
    return true
  }

  private func isOneHand(_ first: TimelineCommit, _ second: TimelineCommit) -> Bool {
    let (one, other) = (first.author, second.author)
    let isSame =
      one.email.isEmpty
      ? other.email.isEmpty && one.name == other.name : one.email.lowercased() == other.email.lowercased()
    // As written: what other commits do to official time must not decide what this author meant.
    let distance = second.committedAt.seconds.subtractingReportingOverflow(first.committedAt.seconds)
    return isSame && !distance.overflow && distance.partialValue.magnitude <= OfficialTimes.tolerance
  }

  private func isCorrection(of event: FieldEvent, by change: FieldChange, in fields: RecordFields) -> Bool {
    if isStage(change.field) {
      guard case .text(let mistaken) = event.new, case .text(let right) = change.new else { return false }
      return StageRules.isClosed(mistaken) && StageRules.isClosed(right)
        || rules.stages.isBackward(from: mistaken, to: right, in: pipeline(fields))
    }
    switch change.new {
    case .text, .number, .money, .day: return event.new != nil
    case .flag, .list, nil: return false
    }
  }

  private mutating func append(
    _ change: FieldChange, _ kind: FieldEvent.Kind, _ version: RecordVersion, fields: RecordFields?
  ) {
    let recordedAt = commits[version.commit].recordedAt
    let stated = fields.flatMap { statedDay(change, $0) }
    var event = FieldEvent(
      record: record.path, field: change.field, old: change.old, new: change.new,
      effectiveOn: stated ?? recordedAt.day, recordedAt: recordedAt, commit: version.commit, kind: kind)
    event.since = last?.version.commit
    event.isDated = stated != nil
    events.append(event)
  }

  private func day(_ version: RecordVersion) -> Day { commits[version.commit].recordedAt.day }

  private func value(_ field: String, in fields: RecordFields, _ version: RecordVersion) -> FieldValue? {
    isStage(field) ? stage(fields[field], in: fields, on: day(version)) : fields[field]
  }
}
