import Diagnostics
import FieldbookTestSupport
import Foundation
import Testing
import WorkspaceModel

@testable import Automation
@testable import FieldbookApp

/// What a rule would have fired is what it did fire.
@Suite struct BackTestTests {
  /// Generates a workspace with 18 months of history, lives through every one of its days with rules that run each night,
  /// and compares what they fired with what the replay of the untouched history tells.
  @Test func replayEqualsLivingThroughIt() async throws {
    let folder = try ScratchRepository()
    let demo = "\(folder.folder)/demo"
    _ = try DemoRepository.write(to: demo, customers: 3, seed: 7, commits: 60)
    var options = OpenOptions(wallClock: 1_900_000_000, jobs: 2)
    options.workspace = demo
    options.usesCache = false
    let rules = ["buying_signals", "churn_risk", "close_date_passed"]
    let last = try await Fieldbook.open(Fieldbook.triggerOptions(options, at: nil))
    let end = try #require(last.history.timeline.commits.last?.recordedAt.seconds)
    options.asOf = .instant(Instant(seconds: end))
    let fieldbook = try await Fieldbook.open(Fieldbook.triggerOptions(options, at: nil))
    let replayed = try fieldbook.replay(rules, since: nil)
    let first = replayed.days.lowerBound

    // The life: each night the commits of the day come in, then the rules run and commit what they find.
    let live = "\(folder.folder)/live"
    try folder.git(["clone", "--quiet", "--no-checkout", demo, live])
    try folder.git(["config", "user.name", "Night"], in: live)
    try folder.git(["config", "user.email", "night@example.org"], in: live)
    let triggers = try folder.git(["show", "HEAD:workspace-setup/processes/triggers.yaml"], in: demo)
    let commits = fieldbook.history.timeline.commits
    let zone = WorkspaceZone(fieldbook.workspace.settings.timeZone)
    var overlay: [String: String] = [:]
    var head: String?
    var place = 0
    var fired: [String] = []
    for number in first.number...replayed.days.upperBound.number {
      let night = min(zone.end(of: Day(number: number)), Instant(seconds: end))
      while place < commits.count, commits[place].recordedAt.seconds <= night.seconds {
        // The tree of the day with what the rules wrote, and with the rules as they are at the end.
        let index = "\(folder.folder)/index"
        let environment = [
          "GIT_INDEX_FILE": index, "GIT_COMMITTER_DATE": "@\(commits[place].recordedAt.seconds) +0000",
          "GIT_AUTHOR_DATE": "@\(commits[place].recordedAt.seconds) +0000",
        ]
        try folder.git(["read-tree", commits[place].id], in: live, environment: environment)
        let blob = try folder.git(["hash-object", "-w", "--stdin"], in: live, input: Array((triggers + "\n").utf8))
        var lines = "100644 \(blob)\tworkspace-setup/processes/triggers.yaml\n"
        for path in overlay.keys.sorted() { lines += "100644 \(overlay[path] ?? "")\t\(path)\n" }
        try folder.git(["update-index", "--index-info"], in: live, input: Array(lines.utf8), environment: environment)
        let tree = try folder.git(["write-tree"], in: live, environment: environment)
        let parents = head.map { ["-p", $0] } ?? []
        head = try folder.git(
          ["commit-tree", tree, "-m", commits[place].subject] + parents, in: live, environment: environment)
        place += 1
      }
      guard let tip = head else { continue }
      try folder.git(["update-ref", "refs/heads/live", tip], in: live)
      var opening = OpenOptions(wallClock: night.seconds, jobs: 2)
      opening.workspace = live
      opening.usesCache = false
      opening.asOf = .instant(night)
      var wanted = TriggerOptions()
      wanted.branch = "live"
      let outcome = try await Fieldbook.runTriggers(opening, wanted)
      for change in outcome.decisions.changes where change.kind == .opened {
        fired.append("\(Day(number: number).iso) \(change.episode.rule) \(change.episode.subject.text)")
      }
      guard outcome.commit != nil else { continue }
      head = try folder.git(["rev-parse", "refs/heads/live"], in: live)
      for write in outcome.decisions.writes {
        let path = write.path.description
        if case .removed = write.content {
          overlay[path] = nil
        } else {
          overlay[path] = try folder.git(["rev-parse", "refs/heads/live:\(path)"], in: live)
        }
      }
    }
    let told = replayed.fired.map { "\($0.on.iso) \($0.rule) \($0.subject)" }
    print("back-test: \(told.count) episodes in \(replayed.days.upperBound.days(since: first)) days")
    #expect(!told.isEmpty)
    #expect(told.sorted() == fired.sorted())
    #expect(try folder.git(["fsck", "--full", "--strict", "--no-dangling"], in: live) == "")
  }
}
