import Diagnostics
import FieldbookTestSupport
import PipelineMetrics
import Testing
import WorkspaceModel

/// Who writes, what is kept current, and how soon things are on record.
@Suite struct AdoptionTests {
  private let ann = Contributor(name: "Ann Lee", email: "ann@x")
  private let bo = Contributor(name: "Bo Ek", email: "bo@x")
  private let sync = Contributor(name: "Sync", email: "sync@x", isBot: true)

  private func commit(_ time: String, _ author: Contributor, _ change: (inout TimelineCommit) -> Void = { _ in })
    -> TimelineCommit
  {
    let at = Instant(iso: time) ?? Instant(seconds: 0)
    var commit = TimelineCommit(id: time, recordedAt: at, committedAt: at, author: author, subject: "Work")
    change(&commit)
    return commit
  }

  /// Noon of a Wednesday.
  private let clock = MetricClock(Instant(iso: "2026-06-17T12:00:00Z") ?? Instant(seconds: 0))

  @Test func peopleAndMachinesAreCountedApartByWeek() {
    let commits = [
      commit("2026-05-31T23:00:00Z", ann),  // the Sunday before the three weeks
      commit("2026-06-01T08:00:00Z", ann), commit("2026-06-03T08:00:00Z", sync),
      commit("2026-06-07T08:00:00Z", bo) { $0.coAuthors = [ann] }, commit("2026-06-15T08:00:00Z", ann),
      commit("2026-06-17T13:00:00Z", sync) { $0.coAuthors = [bo] },
    ]
    let activity = CommitActivity(Timeline(commits: commits), clock: clock, weekStart: .monday, weeks: 3)
    #expect(activity.weeks.map(\.start.iso) == ["2026-06-01", "2026-06-08", "2026-06-15"])
    #expect(activity.weeks.map(\.byPeople) == [2, 0, 2])
    #expect(activity.weeks.map(\.byMachines) == [1, 0, 0])
    #expect(activity.weeks.map(\.people.count) == [2, 0, 2])
    #expect(activity.authors.map(\.contributor.name) == ["Ann Lee", "Bo Ek", "Sync"])
    #expect(activity.authors.map(\.commits) == [3, 2, 2])
    #expect(activity.authors.map(\.weeks) == [2, 2, 2])
    #expect(activity.isComplete)
  }

  @Test func weeksBehindTheBoundaryOfAShallowCloneAreUnknown() {
    let commits = [commit("2026-06-09T08:00:00Z", ann), commit("2026-06-10T08:00:00Z", bo)]
    let activity = CommitActivity(
      Timeline(commits: commits, isCutOff: true), clock: clock, weekStart: .monday, weeks: 3)
    #expect(activity.weeks.map(\.isKnown) == [false, false, true])
    // The commit at the boundary stands for all that was before it.
    #expect(activity.authors.map(\.contributor.name) == ["Bo Ek"])
    #expect(!activity.isComplete)
  }

  private func load(_ files: [String: String]) async -> Workspace {
    await WorkspaceLoader.load(files.map { WorkspaceFile(RepoPath($0.key), $0.value) }, jobs: 1).workspace
  }

  private func record(_ path: RepoPath, _ commits: [Int], isCutOff: Bool = false) -> RecordHistory {
    let versions = commits.reversed().enumerated().map { place, commit in
      RecordVersion(
        commit: commit, change: place == commits.count - 1 ? .added : .modified, path: path, blob: "b\(commit)",
        previousBlob: nil)
    }
    var history = RecordHistory(
      path: path, kind: KindOfPath.kind(of: path) ?? .asset, isPresent: true, versions: versions)
    history.isCutOff = isCutOff
    return history
  }

  @Test func onlyPeopleTouchDeals() async throws {
    let deal = "---\nstage: discovery\nowner: ann.lee\n---"
    let workspace = await load([
      "customers/acme/deals/a.md": deal, "customers/acme/deals/b.md": deal, "customers/acme/deals/c.md": deal,
      "customers/acme/deals/d.md": "---\nstage: discovery\nowner: bo.ek\n---",
      "customers/acme/deals/e.md": deal, "customers/acme/deals/won.md": "---\nstage: closed_won\n---",
    ])
    let commits = [
      commit("2026-04-01T08:00:00Z", ann) { $0.isBaseline = true }, commit("2026-06-01T08:00:00Z", ann),
      commit("2026-06-10T08:00:00Z", sync), commit("2026-06-12T08:00:00Z", bo) { $0.isFormOnly = true },
      commit("2026-06-16T08:00:00Z", bo),
    ]
    var timeline = Timeline(commits: commits)
    timeline.records = [
      record("customers/acme/deals/a.md", [0, 1, 2]), record("customers/acme/deals/b.md", [0, 3]),
      record("customers/acme/deals/c.md", [0, 4]), record("customers/acme/deals/d.md", [4], isCutOff: true),
    ]
    let touches = DealTouches(workspace, timeline, clock: clock)
    #expect(touches.entries.map { $0.last?.iso } == ["2026-06-01", nil, "2026-06-16", nil, nil])
    let (fortnight, month) = (touches.share(within: 14), touches.share(within: 30))
    #expect(fortnight.text == "1 of 3")
    #expect(month.text == "2 of 3")
    // What a shallow clone has but the end of, and what is in no commit, is unknown.
    #expect(month.leftOut.map(\.record) == ["customers/acme/deals/d.md", "customers/acme/deals/e.md"])
    #expect(touches.owners == ["ann.lee", "bo.ek"])
    #expect(touches.share(within: 30, of: "bo.ek").reason == "history does not reach back so far")
    #expect(touches.share(within: 30, of: "ann.lee").text == "2 of 3")
  }

  @Test func whatWasNeverVerifiedIsNeitherInTimeNorLate() async throws {
    let workspace = await load([
      "fieldbook.yaml": "freshness: {profile_days: 30, battlecard_days: 10}",
      "customers/a/profile.md": "---\nreviewed_on: 2026-05-18\n---",
      "customers/b/profile.md": "---\nreviewed_on: 2026-05-17\n---", "customers/c/profile.md": "---\nname: C\n---",
      "sales-toolkit/battlecards/x.md": "---\ncompetitor: X\nreviewed_on: 2026-06-07\n---",
    ])
    let verified = VerifiedRecords(workspace, on: try day("2026-06-17"))
    #expect(verified.kinds.map(\.kind) == [.customer, .battlecard])
    #expect(verified.kinds.map(\.share.text) == ["1 of 2", "1 of 1"])
    #expect(verified.share.text == "2 of 3")
    #expect(verified.share.unknown == 1)
  }

  @Test func delaysRunFromTheInteractionToItsFirstCommit() async throws {
    func call(_ at: String) -> String { "---\nkind: call\noccurred_at: \(at)\n---" }
    let workspace = await load([
      "customers/acme/interactions/a.md": call("2026-06-01T07:00:00Z"),
      "customers/acme/interactions/b.md": call("2026-06-02T08:00:00Z"),
      "customers/acme/interactions/c.md": call("2026-06-16T09:00:00Z"),
      "customers/acme/interactions/d.md": call("2026-06-16T10:00:00Z"),
      "customers/acme/interactions/e.md": call("2026-03-01T10:00:00Z"),
      "customers/acme/interactions/f.md": call("2026-06-17T11:00:00Z"),
    ])
    let commits = [
      commit("2026-06-01T08:00:00Z", ann), commit("2026-06-05T08:00:00Z", bo), commit("2026-06-16T08:00:00Z", ann),
      commit("2026-06-16T20:00:00Z", ann) { $0.isBaseline = true },
    ]
    var timeline = Timeline(commits: commits)
    timeline.records = [
      record("customers/acme/interactions/a.md", [0, 1]), record("customers/acme/interactions/b.md", [1]),
      record("customers/acme/interactions/c.md", [2]), record("customers/acme/interactions/d.md", [3]),
      record("customers/acme/interactions/e.md", [0]),
    ]
    let delay = RecordingDelay(workspace, timeline, clock: clock, during: .last(91, through: clock.day))
    #expect(delay.median.text == "2190 minutes")  // 60 and 4320
    #expect(delay.median.n == 2)
    #expect(
      delay.median.leftOut.map(\.reason) == [
        "written before it took place", "came with an import", "not committed yet",
      ])
  }

  @Test func plansAreCountedWhereTheyMayBeSeen() async throws {
    let workspace = await load([
      "workspace-setup/people.yaml": "people: [{id: ann.lee, name: Ann}, {id: bo.ek, name: Bo}]",
      // The next working day after Wednesday, whose morrow is a holiday.
      "personal/daily-plans/ann.lee/2026-06-19.md": "# Friday", "fieldbook.yaml": "holidays: [2026-06-18]",
    ])
    let today = try day("2026-06-17")
    #expect(CurrentPlans(workspace, on: today, readers: ["ann.lee"]).share.text == "1 of 1")
    #expect(CurrentPlans(workspace, on: today, readers: ["bo.ek"]).share.text == "0 of 1")
    #expect(CurrentPlans(workspace, on: today, readers: []).share.reason != nil)
  }
}
