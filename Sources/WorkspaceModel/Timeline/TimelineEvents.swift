package import Diagnostics

/// Makes the events of a workspace from its commits and the versions of its records.
///
/// One record never touches another one's events, so records may be worked through in any order, or side by side.
package struct TimelineEvents: Sendable {
  /// What is decided outside of history.
  package struct Rules: Sendable {
    /// A commit that touches more deals than this is a bulk import.
    package var baselineDeals: Int
    /// What became of stage ids.
    package var stages: StageRules
    /// Kinds of which also the first values are events; of the others only changes are.
    package var valuedKinds: Set<RecordKind> = [.deal]

    /// Rules of a workspace.
    package init(baselineDeals: Int = 20, workflows: [Workflow] = []) {
      self.baselineDeals = baselineDeals
      self.stages = StageRules(workflows)
    }
  }

  /// Commits with mended times and known imports, oldest first.
  package let commits: [TimelineCommit]
  let rules: Rules

  /// Mends the times of commits, oldest first, and finds the imports among them.
  package init(commits: [TimelineCommit], records: [RecordHistory], rules: Rules) {
    var commits = commits
    OfficialTimes.mend(&commits)
    var deals = [Int](repeating: 0, count: commits.count)
    for record in records where record.kind == .deal {
      for version in record.versions { deals[version.commit] += 1 }
    }
    for index in commits.indices where !commits[index].isBaseline {
      commits[index].isBaseline =
        deals[index] > rules.baselineDeals
        || commits[index].trailers.contains { $0.key.lowercased() == "import-source" }
    }
    self.commits = commits
    self.rules = rules
  }

  /// Everything at once: mended commits, records with the labels of each version, and their events in order.
  ///
  /// `read` gives the bytes of a blob at a path, or nil when they cannot be had; nobody sees such a version.
  package static func timeline(
    commits: [TimelineCommit], records: [RecordHistory], isCutOff: Bool = false, rules: Rules,
    read: (_ blob: String, _ path: RepoPath) throws -> [UInt8]?
  ) rethrows -> Timeline {
    let maker = TimelineEvents(commits: commits, records: records, rules: rules)
    var records = records
    var events: [RecordEvents] = []
    for index in records.indices { events.append(try maker.events(of: &records[index], read: read)) }
    return maker.timeline(records, events, isCutOff: isCutOff)
  }

  /// What happened to one record; fills in the labels of its versions.
  package func events(
    of record: inout RecordHistory, read: (_ blob: String, _ path: RepoPath) throws -> [UInt8]?
  ) rethrows -> RecordEvents {
    let isValued = rules.valuedKinds.contains(record.kind)
    let states = record.versions.count { $0.blob != nil }
    guard isValued || states > 1 || states < record.versions.count else {
      for index in record.versions.indices {
        record.versions[index].audience = try labels(of: record.versions[index], read: read)
      }
      return RecordEvents()
    }
    var chronicle = RecordChronicle(record, commits: commits, rules: rules)
    for index in record.versions.indices.reversed() {
      var version = record.versions[index]
      let fields = isValued || states > 1 ? try fields(of: version, after: chronicle, read: read) : nil
      version.audience =
        if let fields { fields.audience } else { try labels(of: version, read: read) }
      record.versions[index].audience = version.audience
      let sides = try version.sideBlobs.compactMap { blob in
        try read(blob, version.path).map { RecordFields($0, path: version.path) }
      }
      chronicle.take(version, fields, sides: sides)
    }
    return chronicle.finished()
  }

  /// Brings records and what happened to each, in whatever order, into a timeline.
  package func timeline(_ records: [RecordHistory], _ events: [RecordEvents], isCutOff: Bool) -> Timeline {
    var timeline = Timeline(
      commits: commits, records: RecordHistory.ordered(records), events: FieldEvent.ordered(events.flatMap(\.changes)),
      isCutOff: isCutOff)
    timeline.facts = events.flatMap(\.facts)
    timeline.tellFacts()
    return timeline
  }

  /// What a version says; nil where there is nothing to read.
  private func fields(
    of version: RecordVersion, after chronicle: RecordChronicle, read: (String, RepoPath) throws -> [UInt8]?
  ) rethrows -> RecordFields? {
    guard let blob = version.blob, isText(version.path) else { return nil }
    if let known = chronicle.fields(ofBlob: blob, at: version.path) { return known }
    return try read(blob, version.path).map { RecordFields($0, path: version.path) }
  }

  private func labels(
    of version: RecordVersion, read: (String, RepoPath) throws -> [UInt8]?
  ) rethrows -> [String] {
    guard let blob = version.blob, isText(version.path) else { return [] }
    guard let bytes = try read(blob, version.path) else { return [RecordSource.unreadableAudience] }
    return RecordFields.audience(of: bytes, path: version.path)
  }

  private func isText(_ path: RepoPath) -> Bool { KindOfPath.kind(of: path) ?? .asset != .asset }
}
