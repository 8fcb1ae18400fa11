import Diagnostics
import PipelineMetrics
import Testing
import WorkspaceModel

@Suite struct CustomerJourneyTests {
  private typealias Fixture = JourneyFixture

  private static let sale = """
    type: new
    stage: closed_won
    outcome: won
    closed_on: 2025-06-20
    \(JourneyFixture.history("lead 2025-05-05", "discovery 2025-05-14", "closed_won 2025-06-20"))
    """
  private static let onboarding = """
    id: onboarding
    applies_to: account
    stages:
      - {id: kick_off, exit_criteria: [{id: held, text: Held, needs: milestones.kick_off is known}]}
      - {id: go_live, exit_criteria: [{id: live, text: Live, needs: milestones.go_live is known}]}
      - {id: first_value}
    """
  private static let files: [RepoPath: String] = ["customers/workflows/onboarding.yaml": onboarding]

  @Test func theJourneyGoesFromTheLeadToTheRenewal() async throws {
    let fixture = try await Fixture(
      """
      lifecycle: customer
      account_stage: success
      renewal_on: 2027-06-30
      account_history: [{stage: onboarding, entered_on: 2025-07-01}, {stage: success, entered_on: 2025-10-14}]
      """, deals: ["first": Self.sale], on: "2026-11-23")
    let journey = try fixture.customer()
    #expect(
      journey.steps.told
        == "lead passed, qualification skipped, discovery passed, technical_validation skipped, business_case skipped, "
        + "negotiation skipped, closed_won passed, onboarding passed, success current, expansion not_reached, "
        + "renewal next")
    let onboarding = try #require(journey.steps["onboarding"])
    #expect(onboarding.enteredOn?.iso == "2025-07-01" && onboarding.leftOn?.iso == "2025-10-14")
    #expect(onboarding.days == 105)
    #expect(journey.current?.id == "success" && journey.current?.days == 405)
  }

  @Test func milestonesAreTheSmallerStepsOfOnboarding() async throws {
    let fixture = try await Fixture(
      """
      lifecycle: customer
      account_stage: onboarding
      milestones:
        - {id: kick_off, on: 2026-09-22, evidence: [interactions/kick.md]}
        - {id: first_value, on: 2026-10-21}
        - {id: go_live, on: 2026-12-18}
      """, files: Self.files, on: "2026-11-23")
    let step = try #require(fixture.customer().steps["onboarding"])
    #expect(step.state == .current)
    // The go-live is planned, and planned is not reached.
    #expect(step.parts.told == "kick_off passed, go_live next, first_value passed")
    #expect(step.parts["kick_off"]?.proofs == ["customers/acme/interactions/kick.md"])
    #expect(step.parts["go_live"]?.enteredOn == nil)
    #expect(step.parts["go_live"]?.gate?.missing.map(\.id) == ["live"])
    #expect(step.parts["kick_off"]?.gate?.conditions.first?.evidence == ["customers/acme/interactions/kick.md"])
  }

  @Test func whatNobodyNotedAboutAnAccountIsUnknown() async throws {
    let success = try await Fixture("lifecycle: customer\naccount_stage: success", files: Self.files, on: "2026-11-23")
    let journey = try success.customer()
    #expect(
      journey.account.told == "onboarding unknown, success current, expansion not_reached, renewal next")
    #expect(journey.buying.allSatisfy { $0.state == .unknown })
    #expect(journey.current?.enteredOn == nil && journey.current?.days == nil)
    #expect(journey.account["onboarding"]?.parts.allSatisfy { $0.state == .unknown } == true)
    let silent = try await Fixture("lifecycle: customer", on: "2026-11-23").customer()
    #expect(silent.account.allSatisfy { $0.state == .unknown } && silent.current == nil)
  }

  @Test func expansionComesNextWhileADealForItIsOpen() async throws {
    let expansion = "type: expansion\nstage: discovery\ncreated_on: 2026-10-08"
    let profile = "lifecycle: customer\naccount_stage: success\nrenewal_on: 2028-09-30"
    let open = try await Fixture(profile, deals: ["more": expansion], on: "2026-11-23").customer()
    #expect(open.account.told.hasSuffix("success current, expansion next, renewal not_reached"))
    #expect(open.account["expansion"]?.deals == ["customers/acme/deals/more.md"])
    let both = try await Fixture(
      profile, deals: ["more": expansion, "again": "type: renewal\nstage: lead\ncreated_on: 2026-11-01"],
      on: "2026-11-23"
    ).customer()
    #expect(both.account.told.hasSuffix("success current, expansion next, renewal next"))
    let renewing = try await Fixture(
      profile.replacing("success", with: "renewal"), deals: ["more": expansion], on: "2026-11-23"
    ).customer()
    #expect(renewing.account.told.hasSuffix("expansion next, renewal current"))
  }

  @Test func anAccountMayComeBackToAState() async throws {
    let fixture = try await Fixture(
      """
      lifecycle: customer
      account_stage: success
      renewal_on: 2028-09-30
      account_history:
        - {stage: success, entered_on: 2026-01-12}
        - {stage: renewal, entered_on: 2026-06-02}
        - {stage: success, entered_on: 2026-09-11}
      """, on: "2026-11-23")
    let steps = try fixture.customer().account
    #expect(steps["success"]?.visits == 2 && steps["success"]?.days == 73 && steps["success"]?.daysInAll == 214)
    #expect(steps["renewal"]?.state == .next && steps["renewal"]?.days == 101)
  }

  @Test func aCustomerThatLeftEndsInChurned() async throws {
    let fixture = try await Fixture(
      """
      lifecycle: former
      account_stage: churned
      churned_on: 2026-08-31
      account_history: [{stage: success, entered_on: 2025-12-09}, {stage: renewal, entered_on: 2026-04-28}]
      """, deals: ["first": Self.sale], on: "2026-11-23")
    let journey = try fixture.customer()
    #expect(
      journey.account.told
        == "onboarding unknown, success passed, expansion skipped, renewal passed, churned current")
    #expect(journey.current?.enteredOn?.iso == "2026-08-31")
    #expect(journey.renewal == nil)
  }

  @Test func aNoticeAnnouncesTheEnd() async throws {
    let fixture = try await Fixture(
      "lifecycle: customer\naccount_stage: renewal\nrenewal_on: 2026-12-31\ncancellation_notice_on: 2026-11-01",
      on: "2026-11-23")
    #expect(try fixture.customer().account["churned"]?.state == .next)
  }

  @Test func aProspectIsShownByTheSaleThatCameFurthest() async throws {
    let fixture = try await Fixture(
      "lifecycle: prospect",
      deals: [
        "idea": "type: new\nstage: lead\n\(Fixture.history("lead 2026-08-25"))",
        "pilot": "type: one_off\nstage: closed_won\noutcome: won\nclosed_on: 2026-03-10",
        "roll-out":
          "type: new\nstage: discovery\n\(Fixture.history("lead 2025-11-17", "discovery 2026-01-29"))",
      ], on: "2026-11-23")
    let journey = try fixture.customer()
    #expect(journey.purchase?.record == "customers/acme/deals/roll-out.md")
    #expect(journey.current?.id == "discovery")
    #expect(journey.account.allSatisfy { $0.state == .notReached })
    #expect(journey.deals.count == 3)
  }

  @Test func withoutADealAProspectStandsBeforeTheLead() async throws {
    let journey = try await Fixture("lifecycle: prospect", on: "2026-11-23").customer()
    #expect(journey.buying.first?.state == .next && journey.current == nil && journey.purchase == nil)
  }

  @Test func statesThatOnlyCommitsTellHaveTheDaysOfTheCommits() async throws {
    func profile(_ stage: String) -> String { "---\nlifecycle: customer\naccount_stage: \(stage)\n---" }
    var past = PastWorkspace()
    past.commit("2026-01-10", ["customers/acme/profile.md": profile("onboarding")])
    past.commit("2026-04-20", ["customers/acme/profile.md": profile("success")])
    let workspace = await past.workspace()
    let clock = MetricClock(endOf: try day("2026-05-20"))
    let timeline = past.timeline()
    let book = JourneyBook(workspace, timeline, DealLives(workspace, timeline, clock: clock))
    let steps = try #require(book.journey(of: "acme")).account
    #expect(steps["onboarding"]?.state == .passed && steps["onboarding"]?.leftOn?.iso == "2026-04-20")
    // The first commit tells that it was so, not since when.
    #expect(steps["onboarding"]?.enteredOn == nil && steps["onboarding"]?.days == nil)
    #expect(steps["success"]?.enteredOn?.iso == "2026-04-20" && steps["success"]?.days == 30)
  }
}
