import Diagnostics
import FieldbookTestSupport
import PipelineMetrics
import Testing
import WorkspaceModel

@Suite struct ActivityTests {
  private func load(_ files: [String: String]) async -> Workspace {
    await WorkspaceLoader.load(files.map { WorkspaceFile(RepoPath($0.key), $0.value) }, jobs: 1).workspace
  }

  private let clock = MetricClock(Instant(iso: "2026-06-30T12:00:00Z") ?? Instant(seconds: 0))

  private func quarter() throws -> MetricPeriod { try #require(MetricPeriod("2026-Q2", settings: Settings())) }

  private func call(_ day: String, _ people: String, _ more: String = "") -> String {
    "---\nkind: call\noccurred_at: \(day)T10:00:00Z\nparticipants: [\(people)]\n\(more)\n---"
  }

  private func alert(_ fired: String, _ more: String) -> String {
    "rule: churn_risk\nsubject: acme\nstate: firing\nfired_at: \(fired)\n\(more)\n"
  }

  @Test func recencyAndSingleThreadsCountTwoWayContact() async throws {
    let workspace = await load([
      "customers/acme/profile.md": "---\nname: Acme\n---", "customers/quiet/profile.md": "---\nname: Quiet\n---",
      "customers/acme/contacts.yaml": "contacts: [{id: cleo, name: C}, {id: dan, name: D}]",
      "customers/acme/interactions/a.md": call("2026-06-20", "cleo", "deals: [one]"),
      "customers/acme/interactions/b.md": call("2026-04-30", "dan"),
      "customers/acme/interactions/c.md": call("2026-06-29", "ada.lind"),
      "customers/acme/deals/one.md": "---\nstage: discovery\ncommittee: [{contact: cleo, role: champion}]\n---",
      "customers/acme/deals/two.md":
        "---\nstage: negotiation\ncommittee: [{contact: dan, role: economic_buyer}]\n---",
      "customers/acme/deals/early.md": "---\nstage: lead\n---",
    ])
    let contacts = TwoWayContacts(workspace, clock: clock)
    let acme = try #require(workspace.customers.first { $0.slug == "acme" })
    let quiet = try #require(workspace.customers.first { $0.slug == "quiet" })
    #expect(ActivityRecency(acme, contacts, clock: clock).days.text == "10 days")
    let never = ActivityRecency(quiet, contacts, clock: clock, createdOn: try day("2026-06-01"))
    #expect(never.days.text == "unknown (no two-way contact, on file for 29 days)")
    let lives = DealLives(workspace, Timeline(), clock: clock)
    let threads = SingleThreading(lives, workspace, contacts)
    // Dan was in touch 61 days ago: one has Cleo alone, two nobody.
    #expect(threads.share.text == "2 of 2")
    #expect(threads.withoutEconomicBuyer == ["customers/acme/deals/one.md"])
    #expect(threads.withoutChampion == ["customers/acme/deals/two.md"])
  }

  @Test func whatHappenedAfterTheClockIsNotKnown() async throws {
    let workspace = await load([
      "customers/acme/profile.md": "---\nname: Acme\nreviewed_on: 2026-06-20\n---",
      "customers/acme/contacts.yaml": "contacts: [{id: cleo, name: C}]",
      "customers/acme/interactions/a.md": call("2026-05-02", "cleo", "source: {system: gong, id: '1'}"),
      "customers/acme/interactions/b.md": call("2026-06-20", "cleo", "source: {system: gong, id: '2'}"),
      "customers/acme/deals/one.md": "---\nstage: discovery\ncreated_on: 2026-06-10\n---",
      "workspace-setup/integrations/gong.yaml": "system: gong\nlast_sync: {at: 2026-06-30T11:00:00Z, status: ok}",
      "reporting/pulse/alerts/a.yaml": alert(
        "2026-05-02T10:00:00Z", "acked_at: 2026-06-01T11:00:00Z\nverdict: useful"),
      "reporting/pulse/alerts/b.yaml": alert("2026-06-05T10:00:00Z", "verdict: noise"),
    ])
    let clock = MetricClock(endOf: try day("2026-05-12"))
    let contacts = TwoWayContacts(workspace, clock: clock)
    #expect(ActivityRecency(try #require(workspace.customers.first), contacts, clock: clock).days.text == "10 days")
    let lives = DealLives(workspace, Timeline(), clock: clock)
    #expect(SingleThreading(lives, workspace, contacts).share.reason == "no deals")
    let freshness = DataFreshness(workspace, clock: clock)
    #expect(freshness.profileAge.reason == "none was verified")
    #expect(freshness.sources.map(\.syncAge.reason) == ["no good synchronisation is noted"])
    #expect(freshness.sources.map(\.dataAge.text) == ["15239 minutes"])
    let response = AlertResponse(workspace, clock: clock, during: try quarter())
    #expect(response.acknowledgement.median.n == 0 && response.acknowledgement.median.unknown == 1)
    #expect(response.withinAgreed.text == "0 of 1")
    #expect(AlertPrecision(workspace, clock: clock, during: try quarter()).precision.n == 1)
  }

  @Test func alertsThatNobodyAnsweredAreListedAndNotAveraged() async throws {
    let workspace = await load([
      "reporting/pulse/alerts/a.yaml": alert(
        "2026-06-01T10:00:00Z", "acked_at: 2026-06-01T11:00:00Z\nverdict: useful"),
      "reporting/pulse/alerts/b.yaml": alert(
        "2026-06-05T10:00:00Z", "acked_at: 2026-06-08T10:00:00Z\nverdict: noise"),
      "reporting/pulse/alerts/c.yaml": alert("2026-06-10T10:00:00Z", "verdict: duplicate"),
      "reporting/pulse/alerts/d.yaml": alert("2026-06-30T10:00:00Z", ""),
      "reporting/pulse/alerts/e.yaml": alert("2026-03-30T10:00:00Z", "acked_at: 2026-06-01T11:00:00Z\nverdict: noise"),
      "customers/acme/interactions/a.md": call("2026-06-02", "cleo"),
      "customers/acme/contacts.yaml": "contacts: [{id: cleo, name: C}]",
    ])
    let response = AlertResponse(workspace, clock: clock, during: try quarter())
    #expect(response.acknowledgement.median.text == "2190 minutes")  // 60 and 4320
    #expect(response.acknowledgement.p90.text == "4320 minutes")
    #expect(response.acknowledgement.median.leftOut.map(\.reason) == ["not acknowledged", "not acknowledged"])
    #expect(response.withinAgreed.text == "1 of 3")
    #expect(response.withinAgreed.unknown == 1)
    #expect(response.action.median.text == "1440 minutes")
    #expect(response.action.median.unknown == 3)
    // From Friday 10:00 to Monday 10:00 are 7 hours and 1 hour of work.
    let hours = BusinessHours(9 * 60..<17 * 60, weekdays: [1, 2, 3, 4, 5])
    let working = AlertResponse(workspace, clock: clock, during: try quarter(), hours: hours)
    #expect(working.acknowledgement.p90.text == "480 minutes")
    let precision = AlertPrecision(workspace, clock: clock, during: try quarter()).precision
    #expect(precision.text == "1 of 2")
    #expect(precision.unknown == 1)
  }

  @Test func workingTimeIsTheSameCountedByTheMinute() throws {
    var random = SeededGenerator(seed: 3)
    let holidays = Set((0..<30).map { _ in Day(number: 20_605 + Int.random(in: 0..<40, using: &random)) })
    let hours = BusinessHours(9 * 60..<17 * 60 + 30, weekdays: [1, 2, 3, 4, 6], holidays: holidays)
    let base = try #require(Instant(iso: "2026-06-01T00:00:00Z")).seconds
    for _ in 0..<200 {
      let start = base + Int.random(in: 0..<20_000, using: &random) * 60
      let end = start + Int.random(in: 0..<30_000, using: &random) * 60
      let counted = stride(from: start, to: end, by: 60).count { second in
        let instant = Instant(seconds: second)
        let minute = (second - instant.day.number * 86_400) / 60
        return hours.weekdays.contains(instant.day.isoWeekday) && hours.minutes.contains(minute)
          && !holidays.contains(instant.day)
      }
      #expect(hours.minutes(from: Instant(seconds: start), to: Instant(seconds: end)) == counted)
    }
  }

  @Test func aSynchronisationThatFailedIsNoGoodOne() async throws {
    let workspace = await load([
      "workspace-setup/integrations/gong.yaml":
        "system: gong\nlast_sync: {at: 2026-06-30T11:00:00Z, status: ok}\ncompleteness: {stored: 90, at_source: 100}",
      "workspace-setup/integrations/slack.yaml":
        "system: slack\nlast_sync: {at: 2026-06-30T11:00:00Z, status: partial}",
      "customers/acme/interactions/a.md": call("2026-06-29", "cleo", "source: {system: gong, id: '1'}"),
      "customers/acme/profile.md": "---\nname: Acme\nreviewed_on: 2026-06-20\n---",
    ])
    let freshness = DataFreshness(workspace, clock: clock)
    #expect(freshness.sources.map(\.system) == ["gong", "slack"])
    #expect(freshness.sources.map(\.syncAge.text) == ["60 minutes", "unknown (no good synchronisation is noted)"])
    #expect(freshness.sources.map(\.dataAge.text) == ["1560 minutes", "unknown (nothing came from there)"])
    #expect(freshness.sources.map(\.completeness.text) == ["90 % (n = 90)", "unknown (nobody compared ids)"])
    #expect(freshness.profileAge.text == "10 days")
  }
}
