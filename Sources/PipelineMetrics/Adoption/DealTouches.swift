package import Diagnostics
package import WorkspaceModel

/// Whether open deals are kept current: when a person last changed each of them.
package struct DealTouches: Sendable {
  /// An open deal.
  package struct Entry: Sendable {
    package let record: RepoPath
    /// Person id.
    package let owner: String?
    /// The last day on which a person changed it; nil when none did as far as history goes.
    package let last: Day?
    /// Who did.
    package let by: Contributor?
    /// The whole hash of the commit.
    package let commit: String?
    /// From this day on its history is known; nil when all of it is.
    package let knownSince: Day?
  }

  /// In the order of paths.
  package let entries: [Entry]
  private let today: Day

  /// The open deals of a workspace.
  ///
  /// Imports, changes of form and commits of machines are no touch.
  package init(_ workspace: Workspace, _ timeline: Timeline, clock: MetricClock) {
    today = clock.day
    entries = workspace.deals.filter(\.isOpen).map { deal in
      let record = timeline[deal.source.path]
      var touch: (day: Day, by: Contributor, commit: String)?
      var knownSince: Day?
      for (place, version) in (record?.versions ?? []).enumerated()
      where timeline.commits.indices.contains(version.commit) {
        let commit = timeline.commits[version.commit]
        let day = clock.day(of: commit.recordedAt)
        if record?.isCutOff ?? false, place == (record?.versions.count ?? 0) - 1 {
          // What the first commit of a clone that was cut off shows may have been so for years.
          knownSince = day
          break
        }
        guard day <= clock.day, !commit.isFormOnly, !commit.isBaseline,
          let person = CommitActivity.writers(of: commit).first(where: { !$0.isBot })
        else { continue }
        touch = (day, person, commit.id)
        break
      }
      if record == nil { knownSince = clock.day.adding(days: 1) }
      return Entry(
        record: deal.source.path, owner: deal.owner, last: touch?.day, by: touch?.by, commit: touch?.commit,
        knownSince: touch == nil ? knownSince : nil)
    }
  }

  /// Touched in the last so many days / all open deals; of one owner, or of all.
  package func share(within days: Int, of owner: String?? = .none) -> Metric {
    let first = today.adding(days: 1 - days)
    var evidence = Evidence()
    for entry in entries {
      if let owner, entry.owner != owner { continue }
      if let last = entry.last {
        evidence.use(
          entry.record, last >= first ? "touched" : "not touched", days: today.days(since: last),
          commits: [entry.commit])
      } else if let since = entry.knownSince, since > first {
        evidence.leaveOut(entry.record, "its history does not reach back so far")
      } else {
        evidence.use(entry.record, "not touched")
      }
    }
    let touched = evidence.inputs.count { $0.part == "touched" }
    return evidence.metric(
      MetricDefinition(
        "deals_touched", "Deals touched in \(days) days",
        "open deals that a person changed in the last \(days) days / open deals; imports, changes of form and machines do "
          + "not count"), .share,
      Ratio(touched, of: evidence.inputs.count).map(MetricValue.ratio)
        ?? .unknown(evidence.leftOut.isEmpty ? "no open deals" : "history does not reach back so far"))
  }

  /// Owners of open deals in the order of ids, those without one last.
  package var owners: [String?] {
    let known = Set(entries.compactMap(\.owner)).sorted().map(Optional.some)
    return entries.contains { $0.owner == nil } ? known + [nil] : known
  }
}
