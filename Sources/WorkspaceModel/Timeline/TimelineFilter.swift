internal import Diagnostics

/// Takes out of a history what an audience may not know of.
///
/// A version counts by where it lay and what its own labels said. What remains is computed from what remains: numbers
/// and official times of commits too, so that hidden commits leave no gap and no trace.
struct TimelineFilter {
  /// Whether the audience sees a path with these labels.
  let sees: (RepoPath, [String]) -> Bool
  /// Whether it sees the record that lies at a path now.
  let seesNow: (RepoPath) -> Bool
  let hidden: HiddenFields

  /// The part of a history that the audience may know, with the texts that belong to it.
  func visible(_ timeline: Timeline, _ texts: VersionTexts) -> (Timeline, VersionTexts) {
    // The ledger of redirects is no file of a site, and a commit that keeps it up hides nothing by that.
    let records = timeline.records.filter { $0.kind != .redirects }.map { SeenRecord($0, sees: sees, seesNow: seesNow) }
    if isWhole(timeline, records) { return (timeline, texts) }
    var kept = Timeline(isCutOff: timeline.isCutOff)
    var all = timeline
    all.untellFacts()
    let sources = CopySources(records)
    kept.records = records.compactMap { $0.visible(sources) }
    var events = SeenEvents(records, hidden: hidden)
    kept.events = all.events.filter { events.isVisible($0) }
    kept.facts = all.facts.filter { events.isVisible($0) }
    var touched = [Int](repeating: 0, count: timeline.commits.count)
    for record in kept.records {
      for version in record.versions { touched[version.commit] += 1 }
    }
    var isWhole = events.telling.reduce(into: [Bool](repeating: true, count: touched.count)) { $0[$1] = false }
    for record in records {
      for (index, version) in record.history.versions.enumerated() where !record.isSeen[index] {
        isWhole[version.commit] = false
      }
    }
    var numbers = [Int?](repeating: nil, count: touched.count)
    for (index, commit) in timeline.commits.enumerated() where touched[index] > 0 {
      numbers[index] = kept.commits.count
      kept.commits.append(isWhole[index] ? commit : commit.withoutWords(records: touched[index]))
    }
    OfficialTimes.mend(&kept.commits)
    renumber(&kept, numbers)
    kept.tellFacts()
    return (kept, visible(texts, kept.records))
  }

  /// Whether nothing would be taken out of a history: all that its commits changed are these records, wholly visible.
  private func isWhole(_ timeline: Timeline, _ records: [SeenRecord]) -> Bool {
    guard hidden.isEmpty, !timeline.isCutOff, records.count == timeline.records.count,
      records.allSatisfy(\.isWhole)
    else { return false }
    var isTouched = [Bool](repeating: false, count: timeline.commits.count)
    for record in records {
      for version in record.history.versions { isTouched[version.commit] = true }
    }
    return isTouched.allSatisfy { $0 }
  }

  private func renumber(_ timeline: inout Timeline, _ numbers: [Int?]) {
    for record in timeline.records.indices {
      for version in timeline.records[record].versions.indices {
        let commit = timeline.records[record].versions[version].commit
        timeline.records[record].versions[version].commit = numbers[commit] ?? 0
      }
    }
    let commits = timeline.commits
    func renumbered(_ event: FieldEvent) -> FieldEvent? {
      guard let commit = numbers[event.commit] else { return nil }
      var event = event
      event.commit = commit
      event.since = event.since.flatMap { numbers[$0] }
      event.recordedAt = commits[commit].recordedAt
      if !event.isDated { event.effectiveOn = event.recordedAt.day }
      return event
    }
    timeline.events = timeline.events.compactMap(renumbered)
    timeline.facts = timeline.facts.compactMap(renumbered)
  }

  /// Texts that a remaining version has; without bytes where those would tell a hidden field.
  private func visible(_ texts: VersionTexts, _ records: [RecordHistory]) -> VersionTexts {
    var paths: [String: RepoPath] = [:]
    var withoutBytes: Set<String> = []
    for record in records {
      for version in record.versions {
        for blob in [version.blob, version.previousBlob].compactMap({ $0 }) {
          paths[blob] = version.path
          if hidden.isEmpty { continue }
          if hidden.concern(record.kind) || KindOfPath.kind(of: version.path).map(hidden.concern) ?? false {
            withoutBytes.insert(blob)
          }
        }
      }
    }
    return VersionTexts(
      bytes: texts.bytes.filter { paths[$0.key] != nil && !withoutBytes.contains($0.key) },
      documents: texts.documents.filter { blob, _ in
        guard let path = paths[blob] else { return false }
        if !withoutBytes.contains(blob) { return true }
        // Of a file that cannot be read all counts as text, its fields too.
        return texts.bytes[blob].map { RecordFields($0, path: path).isReadable } ?? false
      })
  }
}

extension TimelineCommit {
  /// The commit without what its author said of it, which may speak of files that are hidden.
  fileprivate func withoutWords(records: Int) -> TimelineCommit {
    var commit = self
    commit.subject = records == 1 ? "Change to 1 record" : "Changes to \(records) records"
    commit.details = ""
    commit.trailers = []
    commit.side = []
    commit.coAuthors = []
    return commit
  }
}
