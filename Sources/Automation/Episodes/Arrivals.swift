internal import Diagnostics
package import WorkspaceModel

/// Which interactions and changes a run has not looked at yet, told from history alone.
///
/// Every run that decided something ends in a commit with a ``trailer``; whatever became official after the newest of
/// them is new. Git keeps the place, so there is no second record that could disagree with it.
package struct Arrivals: Sendable {
  /// The line that marks the commits of runs.
  package static let trailer = "Trigger-Run"
  /// Days by which a record may come late and still count as news.
  package static let lateness = 7

  /// An interaction that is new.
  struct Arrival {
    /// Place in ``Workspace/interactions``.
    var place: Int
    /// Place in ``Timeline/commits``; nil without history.
    var commit: Int?
  }

  /// Place of the first commit that is new; nil when no run has ever been.
  package let firstNew: Int?
  private let timeline: Timeline
  private let clock: Instant
  private let ownCommits: Set<Int>
  /// Place of the last commit that was known; later ones have not happened.
  private let lastKnown: Int

  /// What is new after the newest run that history knows.
  package init(_ timeline: Timeline, at clock: Instant) {
    let last = timeline.commits.lastIndex { $0.trailers.contains { $0.key.lowercased() == Self.trailer.lowercased() } }
    self.init(timeline, at: clock, firstNew: last.map { $0 + 1 })
  }

  /// What is new from a commit on, nil for a first run, up to a commit.
  package init(_ timeline: Timeline, at clock: Instant, firstNew: Int?, lastKnown: Int? = nil) {
    self.lastKnown = lastKnown ?? timeline.commits.count - 1
    self.timeline = timeline
    self.clock = clock
    self.firstNew = firstNew
    ownCommits = Set(
      timeline.commits.indices.filter { place in
        timeline.commits[place].trailers.contains { trailer in
          ["trigger-run", "proposed-by-rule"].contains(trailer.key.lowercased())
        }
      })
  }

  /// The interactions that are new, in the order in which they became official, then of what they tell.
  func interactions(of workspace: Workspace) -> [Arrival] {
    var commits: [RepoPath: Int] = [:]
    if let firstNew {
      for record in timeline.records where record.kind == .interaction {
        guard let version = record.versions.first(where: { $0.commit <= lastKnown }), version.blob != nil,
          version.commit >= firstNew
        else { continue }
        commits[version.path] = version.commit
      }
      if commits.isEmpty { return [] }
    }
    var arrivals: [Arrival] = []
    for (place, interaction) in workspace.interactions.enumerated() {
      guard let at = interaction.occurredAt, at.seconds <= clock.seconds else { continue }
      let commit = commits[interaction.source.path]
      if firstNew == nil {
        if clock.seconds - at.seconds > Self.lateness * 86_400 { continue }
      } else {
        guard let commit, !ownCommits.contains(commit) else { continue }
        if timeline.commits[commit].recordedAt.seconds - at.seconds > Self.lateness * 86_400 { continue }
      }
      arrivals.append(Arrival(place: place, commit: commit))
    }
    return arrivals.sorted { left, right in
      let (one, other) = (workspace.interactions[left.place], workspace.interactions[right.place])
      let keys = ((left.commit ?? 0, one.occurredAt?.seconds ?? 0), (right.commit ?? 0, other.occurredAt?.seconds ?? 0))
      return keys.0 != keys.1 ? keys.0 < keys.1 : one.source.path < other.source.path
    }
  }

  /// The changes of a field of records of a kind that are new; those that a run made itself do not count.
  func changes(of kind: RecordKind, _ field: String) -> [FieldEvent] {
    let first = firstNew ?? timeline.commits.count
    let counting: Set<FieldEvent.Kind> = [.changed, .corrected, .reopened, .merged]
    return timeline.events.filter { event in
      event.commit >= first && event.commit <= lastKnown && counting.contains(event.kind) && event.field == field
        && !ownCommits.contains(event.commit) && !timeline.commits[event.commit].isBaseline
        && KindOfPath.kind(of: event.record) == kind
    }
  }

  /// Short hash of the commit whose version of a record counts now.
  func commit(of path: RepoPath) -> String? {
    timeline[path]?.versions.first.map { timeline.commits[$0.commit].short }
  }
}
