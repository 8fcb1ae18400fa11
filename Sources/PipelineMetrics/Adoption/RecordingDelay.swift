package import WorkspaceModel

/// How long it takes until something that happened with a customer is on record.
package struct RecordingDelay: Sendable {
  /// Minutes from the interaction to the commit that brought it.
  package let median: Metric
  /// Nine in ten took no longer.
  package let p90: Metric

  /// The interactions that took place in a period, up to the clock's moment.
  package init(_ workspace: Workspace, _ timeline: Timeline, clock: MetricClock, during period: MetricPeriod) {
    var evidence = Evidence()
    var delays: [Int] = []
    for interaction in workspace.interactions {
      let path = interaction.source.path
      guard let at = interaction.occurredAt else {
        evidence.leaveOut(path, "took place at an unknown time")
        continue
      }
      guard period.contains(clock.day(of: at)), at <= clock.now else { continue }
      guard let record = timeline[path], let version = record.versions.last,
        timeline.commits.indices.contains(version.commit)
      else {
        evidence.leaveOut(path, "not committed yet")
        continue
      }
      let commit = timeline.commits[version.commit]
      if record.isCutOff {
        evidence.leaveOut(path, "history was cut off")
      } else if commit.isBaseline {
        evidence.leaveOut(path, "came with an import")
      } else if commit.recordedAt < at {
        evidence.leaveOut(path, "written before it took place")
      } else {
        let minutes = (commit.recordedAt.seconds - at.seconds) / 60
        delays.append(minutes)
        evidence.use(path, "\(minutes) minutes", commits: [commit.id])
      }
    }
    let all = Distribution(delays)
    let none =
      timeline.commits.isEmpty
      ? "history is not at hand" : evidence.leftOut.isEmpty ? "nothing took place in that time" : "no delay is known"
    func metric(_ id: String, _ word: String, _ figure: Fraction?) -> Metric {
      evidence.metric(
        MetricDefinition(
          "recording_delay_\(id)", "On record after, \(word)",
          "\(word) of commit − interaction, interactions of \(period.name); imports and what was written ahead are left out"
        ),
        .minutes, Distribution.value(figure, orUnknown: none))
    }
    median = metric("median", "median", all.median)
    p90 = metric("p90", "P90", all.p90.map { Fraction($0) })
  }
}
