package import Diagnostics

extension Timeline {
  /// What was official at a moment: later commits never happened, and each record lies where it lay then.
  package func asOf(_ instant: Instant) -> Timeline {
    var (low, high) = (0, commits.count)
    while low < high {
      let middle = (low + high) / 2
      if commits[middle].recordedAt.seconds <= instant.seconds { low = middle + 1 } else { high = middle }
    }
    guard low < commits.count else { return self }
    var all = self
    all.untellFacts()
    var then = Timeline(commits: Array(commits[..<low]), isCutOff: isCutOff)
    var paths: [RecordAtCommit: RepoPath] = [:]
    for record in records {
      var record = record
      let path = record.path
      record.versions.removeAll { $0.commit >= low }
      guard let newest = record.versions.first else { continue }
      for version in record.versions { paths[RecordAtCommit(record: path, commit: version.commit)] = newest.path }
      record.path = newest.path
      record.kind = KindOfPath.kind(of: newest.path) ?? record.kind
      record.isPresent = newest.blob != nil
      then.records.append(record)
    }
    then.records = RecordHistory.ordered(then.records)
    func moved(_ event: FieldEvent) -> FieldEvent? {
      guard let path = paths[RecordAtCommit(record: event.record, commit: event.commit)] else { return nil }
      var event = event
      event.record = path
      return event
    }
    then.events = FieldEvent.ordered(all.events.compactMap(moved))
    then.facts = all.facts.compactMap(moved)
    then.tellFacts()
    return then
  }

  /// The events of each record, in the order of time.
  package var eventsByRecord: [RepoPath: [FieldEvent]] {
    var places: [RepoPath: Int] = [:]
    var groups: [[FieldEvent]] = []
    var last: (path: RepoPath, place: Int)?
    for event in events {
      // Those of one record mostly stand together: the table is asked once for all of them.
      let path = event.record
      let place: Int
      if let last, last.path == path {
        place = last.place
      } else if let known = places[path] {
        place = known
      } else {
        place = groups.count
        places[path] = place
        groups.append([])
      }
      last = (path, place)
      groups[place].append(event)
    }
    return places.mapValues { groups[$0] }
  }
}

/// Tells records apart that lay at one path at different times.
struct RecordAtCommit: Hashable {
  var record: RepoPath
  var commit: Int
}

extension RecordHistory {
  /// By path; a record that is there before those that left the path to it.
  static func ordered(_ records: [RecordHistory]) -> [RecordHistory] {
    records.enumerated().sorted { left, right in
      if left.element.path != right.element.path { return left.element.path < right.element.path }
      if left.element.isPresent != right.element.isPresent { return left.element.isPresent }
      return left.offset < right.offset
    }.map(\.element)
  }
}
