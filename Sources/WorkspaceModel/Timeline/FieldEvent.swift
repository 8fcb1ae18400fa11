package import Diagnostics

/// A value as a field of a record held it at some time.
package enum FieldValue: Hashable, Sendable {
  case text(String)
  case number(Decimal4)
  case money(Money)
  case day(Day)
  case flag(Bool)
  /// In the order of the file.
  case list([String])
}

/// One change of one field of one record.
package struct FieldEvent: Hashable, Sendable {
  /// How far an event counts.
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    /// The record came with this value.
    case created
    /// The value changed, and the change counts.
    case changed
    /// A bulk import set it: the value counts, the transition does not.
    case baseline
    /// Put right by the same author within a day; the mistaken event is gone, this one tells from first to last.
    case corrected
    /// A closed deal became open again.
    case reopened
    /// A merge has a value that neither side had.
    case merged
    /// The record itself says so (`stage_history`, `field_history`), with its own date.
    case stated
    /// The record was removed.
    case removed
  }

  /// A day with where it came from.
  struct OwnDay: Hashable {
    var day: Day
    var isDated: Bool
  }

  /// What changed, behind one reference: events are sorted, filtered and grouped by the hundred thousand.
  private final class Change: Sendable {
    let values: Values
    init(_ values: Values) { self.values = values }
  }

  private struct Values: Hashable {
    var record: RepoPath
    var field: String
    var old: FieldValue?
    var new: FieldValue?
  }

  private var change: Change

  /// Where the record lies now, or lay last; stands for the record through all renames.
  package var record: RepoPath {
    get { change.values.record }
    set { set { $0.record = newValue } }
  }
  /// Key path in the front matter: `stage`, `amount`, `next_step.due`, `meddpicc.champion.status`; `text` for the body;
  /// empty for the record as a whole.
  package var field: String { change.values.field }
  /// Nil when there was none.
  package var old: FieldValue? { change.values.old }
  /// Nil when there is none any more.
  package var new: FieldValue? {
    get { change.values.new }
    set { set { $0.new = newValue } }
  }
  /// When it took effect: a date in the file where there is one, else the day it was recorded.
  package var effectiveOn: Day
  /// When it became official.
  package var recordedAt: Instant
  /// Place of the commit in ``Timeline/commits``.
  package var commit: Int
  package var kind: Kind
  /// Place of the commit whose version of the record had the old value; nil when the record was new.
  package var since: Int?
  /// Whether a date in the file says when it took effect.
  package var isDated = false
  /// The day that it had, and whether a date said so, before a fact of the record gave another one.
  var own: OwnDay?

  /// An event by its parts.
  package init(
    record: RepoPath, field: String, old: FieldValue?, new: FieldValue?, effectiveOn: Day, recordedAt: Instant,
    commit: Int, kind: Kind
  ) {
    change = Change(Values(record: record, field: field, old: old, new: new))
    self.effectiveOn = effectiveOn
    self.recordedAt = recordedAt
    self.commit = commit
    self.kind = kind
  }

  private mutating func set(_ body: (inout Values) -> Void) {
    var values = change.values
    body(&values)
    change = Change(values)
  }

  /// Whether two events tell the same.
  package static func == (left: Self, right: Self) -> Bool {
    left.effectiveOn == right.effectiveOn && left.recordedAt == right.recordedAt && left.commit == right.commit
      && left.kind == right.kind && left.since == right.since && left.isDated == right.isDated
      && left.own == right.own && (left.change === right.change || left.change.values == right.change.values)
  }

  /// Tells apart by what changed and when: no two events of a history have that in common and differ.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(change.values)
    hasher.combine(commit)
    hasher.combine(effectiveOn)
  }
}
