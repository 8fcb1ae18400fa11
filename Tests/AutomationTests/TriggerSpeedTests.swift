import Diagnostics
import FieldbookTestSupport
import Foundation
import PipelineMetrics
import Testing
import WorkspaceModel

@testable import Automation

/// How long ten rules take over many interactions; the numbers count in a release build.
@Suite struct TriggerSpeedTests {
  @Test(.enabled(if: ProcessInfo.processInfo.environment["FIELDBOOK_BENCH"] != nil))
  func tenRulesOverTwoHundredThousandInteractions() async throws {
    let count = Int(ProcessInfo.processInfo.environment["FIELDBOOK_BENCH"] ?? "") ?? 200_000
    let text = String(
      repeating: "We looked at the numbers of last week and they are better than the ones before. ", count: 8)
    var files: [WorkspaceFile] = []
    var rules = "rules:\n"
    for number in 0..<8 {
      let phrases = (0..<300).map { "phrase number \(number) \($0)" }.joined(separator: ", ")
      rules +=
        "  - {id: said_\(number), keywords: [\(phrases), cancel plan \(number)], fan_out: 100000, actions: [notify_ae], key: [account]}\n"
    }
    rules += "  - {id: quiet, event: daily, where: no_activity > 30, fan_out: 100000, actions: [alert_csm]}\n"
    rules += "  - {id: risk, event: daily, where: health_score < 40, fan_out: 100000, actions: [alert_csm]}\n"
    files.append(WorkspaceFile(RepoPath("workspace-setup/processes/triggers.yaml"), rules))
    for number in 0..<count {
      let customer = "c\(number % 2000)"
      if number < 2000 {
        files.append(
          WorkspaceFile(
            RepoPath("customers/\(customer)/profile.md"), "---\nname: C \(number)\nlifecycle: customer\n---\n"))
        files.append(
          WorkspaceFile(
            RepoPath("customers/\(customer)/contacts.yaml"), "contacts:\n  - {id: e\(number), name: Eve \(number)}\n"))
      }
      let day = 18 + number % 5
      let signal = number % 1000 == 0 ? "Please cancel plan \(number % 8)." : ""
      files.append(
        WorkspaceFile(
          RepoPath("customers/\(customer)/interactions/m\(number).md"),
          "---\nkind: email_in\noccurred_at: 2026-11-\(day)T09:00:00Z\nparticipants: [e\(number % 2000)]\n---\n\(text)\n\(signal)\n"
        ))
    }
    let workspace = await WorkspaceLoader.load(files, jobs: 2).workspace
    let clock = MetricClock(try #require(Instant(iso: "2026-11-23T07:00:00Z")))
    var input = TriggerInput(workspace, Timeline(), clock: clock, calendar: WorkCalendar())
    let timer = ContinuousClock()
    var decisions = TriggerDecisions()
    let cold = timer.measure { decisions = TriggerRun.decisions(input) }
    let bytes = workspace.interactions.reduce(0) { $0 + ($1.source.body?.bytes.count ?? 0) }
    print("cold: \(cold) for \(count) interactions, \(bytes / 1_000_000) MB, \(decisions.changes.count) changes")
    // Then one more arrives: history says that it is the only one that is new.
    let path = RepoPath("customers/c1/interactions/m1.md")
    let commits = ["a", "b"].enumerated().map { place, id in
      var commit = TimelineCommit(
        id: String(repeating: id, count: 40), recordedAt: clock.now, committedAt: clock.now,
        author: Contributor(name: "A", email: "a@example.org"), subject: "x")
      if place == 0 { commit.trailers = [.init(Arrivals.trailer, "x")] }
      return commit
    }
    let records = workspace.interactions.map { interaction in
      RecordHistory(
        path: interaction.source.path, kind: .interaction, isPresent: true,
        versions: [
          RecordVersion(
            commit: interaction.source.path == path ? 1 : 0, change: .added, path: interaction.source.path, blob: "x",
            previousBlob: nil)
        ])
    }
    let timeline = Timeline(commits: commits, records: records.sorted { $0.path < $1.path })
    input = TriggerInput(workspace, timeline, clock: clock, calendar: WorkCalendar())
    input.episodes = decisions.changes.map(\.episode)
    let warm = timer.measure { decisions = TriggerRun.decisions(input) }
    print("one more: \(warm), \(decisions.changes.count) changes")
  }
}
