internal import Diagnostics
package import WorkspaceModel

/// Whether records were verified within the time that the workspace allows them.
package struct VerifiedRecords: Sendable {
  /// Records of one kind.
  package struct Kind: Sendable {
    package let kind: RecordKind
    /// Days that they may go without.
    package let limit: Int
    /// Verified within the limit / verified at all; those that never were are unknown.
    package let share: Metric
  }

  /// Kinds that the workspace has, in a fixed order.
  package let kinds: [Kind]
  /// All of them together.
  package let share: Metric

  /// The records of a workspace on a day.
  package init(_ workspace: Workspace, on today: Day) {
    let limits = workspace.settings.freshness
    let all: [(RecordKind, Int, [(RepoPath, Day?)])] = [
      (.customer, limits.profileDays, workspace.customers.map { ($0.source.path, $0.reviewedOn) }),
      (.battlecard, limits.battlecardDays, workspace.battlecards.map { ($0.source.path, $0.reviewedOn) }),
      (.playbook, limits.playbookDays, workspace.playbooks.map { ($0.source.path, $0.reviewedOn) }),
      (.template, limits.templateDays, workspace.templates.map { ($0.source.path, $0.reviewedOn) }),
      (.training, limits.trainingDays, workspace.lessons.map { ($0.source.path, $0.reviewedOn) }),
      (.security, limits.securityDays, workspace.securityPages.map { ($0.source.path, $0.reviewedOn) }),
    ]
    var together = Evidence()
    kinds = all.filter { !$0.2.isEmpty }.map { kind, limit, records in
      var evidence = Evidence()
      for (record, day) in records {
        guard let day, day <= today else {
          evidence.leaveOut(record, "never verified")
          continue
        }
        let age = today.days(since: day)
        evidence.use(record, age <= limit ? "in time" : "late", days: age)
      }
      let share = Self.metric(evidence, "verified within \(limit) days / verified at all")
      together.add(share)
      return Kind(kind: kind, limit: limit, share: share)
    }
    share = Self.metric(together, "verified within the limit of its kind / verified at all")
  }

  private static func metric(_ evidence: Evidence, _ sentence: String) -> Metric {
    evidence.metric(
      MetricDefinition("records_verified", "Verified in time", sentence), .share,
      Ratio(evidence.inputs.count { $0.part == "in time" }, of: evidence.inputs.count).map(MetricValue.ratio)
        ?? .unknown(evidence.leftOut.isEmpty ? "no records" : "none was verified"))
  }
}
