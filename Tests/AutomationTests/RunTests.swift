import Automation
import FieldbookTestSupport
import Testing
import WorkspaceModel

/// Episodes from the first day to the last, and what follows from them.
@Suite struct RunTests {
  private func rules(_ text: String) -> String { "=== workspace-setup/processes/triggers.yaml\n\(text)\n" }

  private func call(_ day: String) -> String {
    "=== customers/acme/interactions/\(day)-call.md\n---\nkind: call\noccurred_at: \(day)T08:00:00Z\n"
      + "participants: [eve, ada.lind]\n---\n"
  }

  @Test func holdsForTwoDaysResolvesWithHysteresisAndCools() async throws {
    var team = Team(
      rules(
        """
        rules:
          - id: quiet
            event: daily
            where: no_activity > 10
            for: 2d
            resolve: no_activity <= 3
            cooldown: 14d
            key: [account]
            actions: [alert_csm]
        """) + call("2026-11-01"))
    let days = (10...13).map { "2026-11-\($0)" }
    #expect(try await team.run(days) == ["11-12 pending acme", "11-13 opened acme"])
    #expect(try await team.run(["2026-11-13", "2026-11-14"]) == [])
    team.files += MarkedFiles(call("2026-11-14")).files
    #expect(try await team.run(["2026-11-15", "2026-11-16"]) == ["11-15 resolved acme"])
    // True again from 25 November, quiet until 29 November, two days from then.
    let later = (20...30).map { "2026-11-\($0)" } + ["2026-12-01"]
    #expect(try await team.run(later) == ["11-29 pending acme", "11-30 opened acme"])
  }

  @Test func pendingEpisodesGoWithoutATrace() async throws {
    var team = Team(
      rules("rules:\n  - {id: quiet, event: daily, where: no_activity > 10, for: 3d, actions: [alert_csm]}")
        + call("2026-11-01"))
    #expect(try await team.run(["2026-11-12"]) == ["11-12 pending acme"])
    team.files += MarkedFiles(call("2026-11-13")).files
    #expect(try await team.run(["2026-11-13", "2026-11-14"]) == ["11-13 removed acme"])
    #expect(!team.files.contains { $0.path.description.contains("alerts") })
  }

  private static let buying = """
    rules:
      - id: buying
        keywords: [budget approved, send a quote]
        actions: [notify_ae, {create_task: {due: +1bd, title: "Reply to {contact.name}"}}, {update_forecast: {propose: best_case}}]
        severity: high
        cooldown: 7d
        key: [account, deal]
    """

  @Test func aPhraseOpensOneEpisodeWithTaskMessageAndProposal() async throws {
    var team = Team(
      rules(Self.buying)
        + Team.mail("2026-11-20", "Hi Ada,\n\nBudget approved for both sites.\n\nEve", deals: "rollout"))
    let decisions = try await team.decide("2026-11-20")
    #expect(decisions.changes.map { "\($0.kind) \($0.episode.id)" } == ["opened 2026-11-20-buying-acme-rollout"])
    let episode = try #require(decisions.changes.first?.episode)
    #expect(episode.evidence.map(\.quote) == ["Budget approved for both sites"])
    #expect(episode.values.map(\.value) == ["budget approved"])
    #expect(
      decisions.writes.map(\.path.description) == [
        "customers/acme/tasks/2026-11-20-buying-acme-rollout.md",
        "personal/pulse/ada.lind/2026-11-20-buying-acme-rollout.md",
        "reporting/pulse/alerts/2026-11-20-buying-acme-rollout.yaml",
        "reporting/pulse/proposals/2026-11-20-buying-acme-rollout.patch",
      ])
    team.apply(decisions)
    let workspace = await team.workspace()
    let task = try #require(workspace.tasks.first)
    #expect(task.title == "Reply to Eve Hart")
    #expect(task.due?.iso == "2026-11-23")
    #expect(task.owner == "ada.lind")
    #expect(task.origin?.alert == "2026-11-20-buying-acme-rollout")
    let alert = try #require(workspace.alerts.first)
    #expect(alert.actions == ["notify_ae", "create_task", "update_forecast"])
    #expect(alert.done.count == 3)
    // The same again says nothing, and so does a second phrase within a week.
    #expect(try await team.decide("2026-11-20").writes.isEmpty)
    team.files += MarkedFiles(Team.mail("2026-11-22", "Please send a quote.", deals: "rollout", name: "more")).files
    let again = try await team.decide("2026-11-22")
    #expect(again.writes.isEmpty)
    #expect(again.tallies.first?.again == 1)
    #expect(try await team.run(["2026-11-27"]) == ["11-27 expired acme/rollout", "11-27 opened acme/rollout"])
  }

  @Test func whatIsNotMeantDoesNotFireAndIsCounted() async throws {
    let texts = [
      "If the budget is approved we start.", "We have no budget approved.", "> Budget approved\n\nWho wrote this?",
      "Nothing to report.",
    ]
    let mails = texts.enumerated().map { Team.mail("2026-11-20", $1, name: "m\($0)") }.joined(separator: "\n")
    let own = Team.mail("2026-11-20", "Budget approved on our side.", name: "own").replacing(
      "email_in", with: "email_out")
    let decisions = try await Team(rules(Self.buying) + mails + "\n" + own).decide("2026-11-20")
    #expect(decisions.changes.isEmpty)
    let tally = try #require(decisions.tallies.first)
    #expect((tally.negated, tally.supposed, tally.otherSpeaker) == (1, 1, 1))
  }

  @Test func unknownNeverFiresAndIsCounted() async throws {
    let decisions = try await Team(
      rules("rules:\n  - {id: risk, conditions: [health_score < 40, no_activity > 30], actions: [alert_csm]}")
    ).decide("2026-11-20")
    #expect(decisions.changes.isEmpty)
    #expect(decisions.tallies.first?.unknown.map(\.subject) == ["acme"])
    #expect(decisions.tallies.first?.unknown.first?.reason == "health_score: insufficient data")
  }

  @Test func silencesAndOtherRulesHoldBack() async throws {
    var team = Team(
      rules(
        """
        rules:
          - {id: risk, event: daily, where: no_activity > 10, inhibited_by: [gone], actions: [alert_csm]}
          - {id: gone, event: daily, where: account.lifecycle == former, actions: [alert_csm]}
        silences:
          - {match: {account: acme}, until: 2026-11-21, by: ada.lind, reason: Holidays}
        """) + call("2026-11-01"))
    #expect(
      try await team.run(["2026-11-20", "2026-11-21", "2026-11-22"]) == ["11-20 silenced acme", "11-22 opened acme"])
    let former = Team("=== customers/acme/profile.md\n---\nname: Acme\nlifecycle: former\n---\n").files.first {
      $0.path == "customers/acme/profile.md"
    }
    team.files = team.files.replacing(with: [try #require(former)])
    #expect(try await team.run(["2026-11-23"]) == ["11-23 opened acme", "11-23 inhibited acme"])
  }

  @Test func managersHearOfWhatNobodyAcknowledged() async throws {
    let text =
      rules(
        """
        rules:
          - id: risk
            event: daily
            where: no_activity > 10
            severity: high
            actions: [alert_csm, {escalate_to_manager: {after: 2bd, unless: acked}}]
        """) + call("2026-11-01")
    var team = Team(text)
    // Friday 20 November: two working days later is Tuesday.
    #expect(try await team.run(["2026-11-20", "2026-11-22", "2026-11-23"]) == ["11-20 opened acme"])
    var acked = team
    #expect(try await team.run(["2026-11-24", "2026-11-25"]) == ["11-24 escalated acme"])
    let alert = try #require(await team.workspace().alerts.first)
    #expect(alert.severity == .critical)
    #expect(alert.done.map(\.to) == ["cas.nord", "max.moss"])
    let path = try #require(acked.files.first { $0.path.description.contains("alerts") }?.path)
    let old = try #require(acked.files.first { $0.path == path }?.text)
    acked.files = acked.files.replacing(with: [.init(path, old.replacing("state: firing", with: "state: acknowledged"))]
    )
    #expect(try await acked.run(["2026-11-24", "2026-11-25"]) == [])
  }

  @Test func aRunawayRuleStops() async throws {
    let many = (0..<8).map {
      Team.mail("2026-11-20", "Please cancel.", name: "c\($0)").replacing("customers/acme", with: "customers/c\($0)")
    }
    let team = Team(
      rules(
        "rules:\n  - {id: gone, keywords: [cancel], fan_out: 5, actions: [alert_csm]}\n  - {id: all, event: daily, where: account.slug != none, fan_out: 3, actions: [alert_csm]}"
      )
        + many.joined(separator: "\n"))
    let decisions = try await team.decide("2026-11-20")
    #expect(decisions.isStopped)
    #expect(decisions.changes.isEmpty)
    #expect(decisions.tallies.map(\.overLimit) == [8, 9])
  }

  @Test func hiddenEvidenceKeepsItsAudience() async throws {
    let access = """
      === workspace-setup/access.yaml
      default: company
      audiences:
        company: {members: ["*"], see: ["**"], hide: ["customers/acme/**"]}
        leadership: {members: [max.moss], see: ["**"]}
      """
    let decisions = try await Team(
      rules(Self.buying) + Team.mail("2026-11-20", "Budget approved.", deals: "rollout") + "\n" + access
    ).decide("2026-11-20")
    let episode = try #require(decisions.changes.first?.episode)
    #expect(episode.audience == ["leadership"])
    // The owner may not see it, her manager may.
    #expect(
      decisions.writes.map(\.path.description).filter { $0.hasPrefix("personal/") }
        == ["personal/pulse/max.moss/2026-11-20-buying-acme-rollout.md"])
  }

  @Test func personalRulesTellOnlyTheirOwner() async throws {
    let decisions = try await Team(
      "=== personal/triggers/max.moss.yaml\n"
        + Self.buying.replacing(
          "actions: [notify_ae, {create_task: {due: +1bd, title: \"Reply to {contact.name}\"}}, {update_forecast: {propose: best_case}}]",
          with: "actions: [notify_ae]")
        + "\n" + Team.mail("2026-11-20", "Budget approved.", deals: "rollout")
    ).decide("2026-11-20")
    #expect(
      decisions.writes.map(\.path.description) == [
        "personal/alerts/max.moss/2026-11-20-buying-acme-rollout.yaml",
        "personal/pulse/max.moss/2026-11-20-buying-acme-rollout.md",
      ])
  }

  @Test func quietHoursAndWeekendsWait() throws {
    let calendar = WorkCalendar(holidays: [try Team.day("2026-11-23")]) { zone, _ in zone == "Stockholm" ? 60 : 0 }
    let quiet = RuleFile.QuietHours(from: 19 * 60, to: 7 * 60 + 30, hasWeekends: true)
    func awake(_ text: String, _ zone: String = "UTC") throws -> String {
      calendar.awake(try #require(Instant(iso: text)), zone: zone, quiet: quiet).iso
    }
    #expect(try awake("2026-11-19T12:00:00Z") == "2026-11-19T12:00:00Z")
    #expect(try awake("2026-11-19T20:00:00Z") == "2026-11-20T07:30:00Z")
    #expect(try awake("2026-11-19T18:30:00Z", "Stockholm") == "2026-11-20T07:30:00+01:00")
    // Friday night, a weekend, and a Monday off.
    #expect(try awake("2026-11-20T19:30:00Z") == "2026-11-24T07:30:00Z")
    #expect(calendar.adding(RuleSpan(1, .businessDays), to: try Team.day("2026-11-20")) == (try Team.day("2026-11-24")))
  }
}
