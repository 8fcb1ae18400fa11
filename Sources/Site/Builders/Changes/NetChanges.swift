internal import Diagnostics
internal import WorkspaceModel

/// What lies between two moments, record by record: first against last, whatever happened in between.
struct NetChanges: Sendable {
  /// A field at the beginning and at the end.
  struct Field: Sendable {
    let old: FieldValue?
    var new: FieldValue?
    /// Whether anything but a bulk import brought it here, so that it is a movement.
    var isMovement: Bool

    /// Whether it ended where it began.
    var isLevel: Bool { old == new }
  }
  /// A record at the beginning and at the end.
  struct Record: Sendable {
    /// Place in ``Timeline/records``.
    let place: Int
    let kind: RecordKind
    /// Its first version in the stretch.
    let first: RecordVersion
    /// Its last version in the stretch.
    var last: RecordVersion
    /// Whether it came with a bulk import, whatever changed afterwards, or only bulk imports changed it.
    var isImported: Bool
    var fields: [String: Field] = [:]

    /// Whether it was not there before.
    var isNew: Bool {
      switch first.change {
      case .added, .copied: true
      case .modified, .deleted, .renamed: false
      }
    }
    /// Whether it is not there afterwards.
    var isGone: Bool { last.change == .deleted }
  }

  /// In the order of paths; what came and went within the stretch is left out.
  let records: [Record]
  /// The commits that were looked at.
  let commits: Range<Int>

  init(_ changes: ChangesIndex, commits: Range<Int>) {
    var found: [Record] = []
    var places: [Int: Int] = [:]
    for commit in commits {
      let isBaseline = changes.timeline.commits[commit].isBaseline
      for touch in changes.touches(of: commit) {
        let version = changes.version(touch)
        let number = places[touch.record] ?? found.count
        if number == found.count {
          places[touch.record] = number
          found.append(
            Record(
              place: touch.record, kind: changes.timeline.records[touch.record].kind, first: version, last: version,
              isImported: true))
        }
        found[number].last = version
        if !isBaseline, found[number].first == version || !found[number].isNew { found[number].isImported = false }
        Self.add(changes.events(of: touch), to: &found[number].fields)
      }
    }
    records = found.filter { !($0.isNew && $0.isGone) }.sorted { $0.place < $1.place }
    self.commits = commits
  }

  private static func add(_ events: ArraySlice<FieldEvent>, to fields: inout [String: Field]) {
    for event in events where event.kind != .removed {
      if event.kind == .stated, events.contains(where: { $0.field == event.field && $0.kind != .stated }) { continue }
      let isMovement = event.kind != .baseline && event.kind != .created
      if fields[event.field] == nil {
        fields[event.field] = Field(old: event.old, new: event.new, isMovement: isMovement)
      } else {
        fields[event.field]?.new = event.new
        if isMovement { fields[event.field]?.isMovement = true }
      }
    }
  }
}
