package import WorkspaceModel

/// Who commits, week by week, people and machines apart.
package struct CommitActivity: Sendable {
  /// One week.
  package struct Week: Sendable {
    package let start: Day
    /// Whether history reaches back to its first day; when not, its counts are unknown.
    package let isKnown: Bool
    /// Commits that a person wrote, alone or with others.
    package var byPeople = 0
    /// Commits that only machines wrote.
    package var byMachines = 0
    /// Distinct people who wrote one.
    package var people: Set<Contributor> = []
  }

  /// Somebody who committed in those weeks.
  package struct Author: Sendable {
    package let contributor: Contributor
    package var commits: Int
    /// In how many of the weeks.
    package var weeks: Int
    package var last: Day
  }

  /// Oldest first; the last one holds the clock's day and is not over.
  package let weeks: [Week]
  /// By commits, then by name; machines too.
  package let authors: [Author]

  /// The weeks up to the clock's day that begin on the workspace's first weekday.
  package init(_ timeline: Timeline, clock: MetricClock, weekStart: Settings.Weekday, weeks count: Int = 13) {
    let first = weekStart.start(of: clock.day).adding(days: -7 * (count - 1))
    let known = timeline.isCutOff ? timeline.commits.first.map { clock.day(of: $0.recordedAt) } : nil
    let isUnknown = timeline.isCutOff && known == nil
    var weeks = (0..<count).map { number in
      let start = first.adding(days: 7 * number)
      return Week(start: start, isKnown: !isUnknown && known.map { $0 < start } ?? true)
    }
    var authors: [Contributor: (commits: Int, weeks: Set<Int>, last: Day)] = [:]
    for (place, commit) in timeline.commits.enumerated() {
      // The first commit of a clone that was cut off stands for all that was before it.
      if timeline.isCutOff, place == 0 { continue }
      let day = clock.day(of: commit.recordedAt)
      guard day >= first, day <= clock.day else { continue }
      let week = day.days(since: first) / 7
      let writers = Self.writers(of: commit)
      let people = writers.filter { !$0.isBot }
      if people.isEmpty { weeks[week].byMachines += 1 } else { weeks[week].byPeople += 1 }
      weeks[week].people.formUnion(people)
      for writer in writers {
        var entry = authors[writer] ?? (0, [], day)
        entry.commits += 1
        entry.weeks.insert(week)
        entry.last = max(entry.last, day)
        authors[writer] = entry
      }
    }
    self.weeks = weeks
    self.authors = authors.map { contributor, entry in
      Author(contributor: contributor, commits: entry.commits, weeks: entry.weeks.count, last: entry.last)
    }.sorted { left, right in
      left.commits == right.commits
        ? (left.contributor.name, left.contributor.email) < (right.contributor.name, right.contributor.email)
        : left.commits > right.commits
    }
  }

  /// Whether every week is known.
  package var isComplete: Bool { weeks.allSatisfy(\.isKnown) }

  /// Author and co-authors of a commit, each once; those of a merge are who wrote what it brought in.
  static func writers(of commit: TimelineCommit) -> [Contributor] {
    var seen: Set<Contributor> = []
    let written = commit.side.isEmpty ? [commit.author] : commit.side.map(\.author)
    return (written + commit.coAuthors).filter { seen.insert($0).inserted }
  }
}
