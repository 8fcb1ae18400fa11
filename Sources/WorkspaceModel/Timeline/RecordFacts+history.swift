package import Diagnostics

extension RecordFacts {
  /// What history says of each file of the commit that is read; none for one that is older than what is known.
  ///
  /// A commit that changed nothing but form does not count as the last change, unless there is no other.
  package static func facts(of timeline: Timeline) -> [RepoPath: RecordFacts] {
    var facts: [RepoPath: RecordFacts] = [:]
    facts.reserveCapacity(timeline.records.count)
    for record in timeline.records where record.isPresent {
      guard let newest = record.versions.first, let oldest = record.versions.last else { continue }
      let last = record.versions.first { !timeline.commits[$0.commit].isFormOnly } ?? newest
      let commit = timeline.commits[last.commit]
      facts[record.path] = RecordFacts(
        commit: commit.id, changedAt: commit.recordedAt, changedBy: commit.people(of: last).first?.name ?? "",
        createdAt: record.isCutOff ? nil : timeline.commits[oldest.commit].recordedAt, changes: record.versions.count)
    }
    return facts
  }
}

extension TimelineCommit {
  /// Who made a version, first of all the one who did most: for a merge those who touched the file on its branch.
  package func people(of version: RecordVersion) -> [Contributor] {
    var people: [Contributor] = []
    for place in version.side.reversed() where side.indices.contains(place) {
      if !people.contains(side[place].author) { people.append(side[place].author) }
    }
    return people.isEmpty ? [author] : people
  }
}
