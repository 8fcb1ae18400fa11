import Diagnostics
import PipelineMetrics
import Testing
import WorkspaceModel

@Suite struct DealJourneyTests {
  private typealias Fixture = JourneyFixture

  @Test func skippedStagesArePartOfTheWayAndHaveNoDays() async throws {
    let history = Fixture.history("lead 2026-01-05", "discovery 2026-01-20", "business_case 2026-03-01")
    let fixture = try await Fixture(
      "lifecycle: prospect", deals: ["big": "stage: business_case\n\(history)"], on: "2026-03-31")
    let journey = try fixture.deal("big")
    #expect(
      journey.steps.told
        == "lead passed, qualification skipped, discovery passed, technical_validation skipped, business_case current, "
        + "negotiation next, closed_won not_reached")
    let lead = try #require(journey.steps["lead"])
    #expect(lead.enteredOn?.iso == "2026-01-05" && lead.leftOn?.iso == "2026-01-20" && lead.days == 15)
    let skipped = try #require(journey.steps["qualification"])
    #expect(skipped.enteredOn == nil && skipped.days == nil && skipped.visits == 0)
    let current = try #require(journey.current)
    #expect(current.id == "business_case" && current.leftOn == nil && current.days == 30)
  }

  @Test func aReopenedDealIsReadBySinceWhenItIsOpenAgain() async throws {
    let history = Fixture.history(
      "lead 2026-01-05", "qualification 2026-01-10", "negotiation 2026-02-01", "closed_lost 2026-02-20",
      "qualification 2026-03-10")
    let fixture = try await Fixture(
      "lifecycle: prospect", deals: ["big": "stage: qualification\n\(history)"], on: "2026-03-31")
    let journey = try fixture.deal("big")
    #expect(journey.outcome == .open && journey.reopenedOn?.iso == "2026-03-10")
    #expect(
      journey.steps.told
        == "lead passed, qualification current, discovery next, technical_validation not_reached, "
        + "business_case not_reached, negotiation not_reached, closed_won not_reached")
    #expect(journey.steps["lead"]?.isFromBefore == true)
    let current = try #require(journey.current)
    #expect(current.visits == 2 && current.days == 21 && current.daysInAll == 43 && !current.isFromBefore)
    let negotiation = try #require(journey.steps["negotiation"])
    #expect(negotiation.isFromBefore && negotiation.days == 19)
  }

  @Test func aDealThatFellBackHasLeftTheStagesAhead() async throws {
    let history = Fixture.history(
      "qualification 2026-01-10", "technical_validation 2026-02-01", "discovery 2026-03-01")
    let fixture = try await Fixture(
      "lifecycle: prospect", deals: ["big": "stage: discovery\n\(history)"], on: "2026-03-31")
    let steps = try fixture.deal("big").steps
    #expect(
      steps.told
        == "lead skipped, qualification passed, discovery current, technical_validation next, business_case not_reached, "
        + "negotiation not_reached, closed_won not_reached")
    #expect(steps["technical_validation"]?.isFromBefore == true && steps["technical_validation"]?.days == 28)
  }

  @Test func whatNobodyNotedIsUnknownAndNotSkipped() async throws {
    let fixture = try await Fixture(
      "lifecycle: prospect", deals: ["big": "stage: discovery"], on: "2026-03-31")
    let journey = try fixture.deal("big")
    #expect(journey.steps.prefix(4).map(\.state) == [.unknown, .unknown, .current, .next])
    #expect(journey.current?.enteredOn == nil && journey.current?.days == nil)
  }

  @Test func aDayInTheFutureHasNotHappened() async throws {
    let history = Fixture.history("lead 2026-01-05", "discovery 2026-06-01")
    let fixture = try await Fixture(
      "lifecycle: prospect", deals: ["big": "stage: discovery\n\(history)"], on: "2026-03-31")
    let journey = try fixture.deal("big")
    #expect(journey.current?.id == "lead" && journey.current?.days == 85 && journey.current?.leftOn == nil)
  }

  @Test func aClosedDealEndsInItsOutcome() async throws {
    let lost = Fixture.history("qualification 2026-01-10", "discovery 2026-02-01", "closed_lost 2026-03-01")
    let won = Fixture.history("qualification 2026-01-10", "negotiation 2026-02-01", "closed_won 2026-03-01")
    let fixture = try await Fixture(
      "lifecycle: prospect",
      deals: [
        "gone": "stage: closed_lost\nclosed_on: 2026-03-01\n\(lost)",
        "ours": "stage: closed_won\nclosed_on: 2026-03-01\n\(won)",
      ], on: "2026-03-31")
    let gone = try fixture.deal("gone")
    #expect(
      gone.steps.told
        == "lead skipped, qualification passed, discovery passed, technical_validation not_reached, "
        + "business_case not_reached, negotiation not_reached, closed_lost passed")
    #expect(gone.outcome == .lost && gone.closedOn?.iso == "2026-03-01")
    let ours = try fixture.deal("ours")
    #expect(ours.outcome == .won && ours.current?.id == "closed_won")
    #expect(ours.steps["discovery"]?.state == .skipped && ours.steps["closed_won"]?.state == .passed)
  }

  @Test func aStageThatTheWorkflowLacksStandsBehindTheOthers() async throws {
    let fixture = try await Fixture(
      "lifecycle: prospect", deals: ["big": "stage: haggling\nstage_entered_on: 2026-03-01"], on: "2026-03-31")
    let journey = try fixture.deal("big")
    #expect(journey.current?.id == "haggling" && journey.current?.name == "Haggling")
    #expect(journey.steps["discovery"]?.state == .unknown)
  }

  @Test func eachDealGoesThroughTheStagesOfItsOwnPipeline() async throws {
    let partner = "id: partner\napplies_to: deal\nstages: [{id: intro, name: Intro}, {id: plan}, {id: closed_won}]"
    let fixture = try await Fixture(
      "lifecycle: customer",
      deals: [
        "a": "stage: plan\npipeline: partner\n\(Fixture.history("intro 2026-01-01", "plan 2026-02-01"))",
        "b": "stage: lead\ntype: renewal\n\(Fixture.history("lead 2026-01-01"))",
        "c": "stage: lead\ntype: expansion\n\(Fixture.history("lead 2026-01-01"))",
      ], files: ["customers/workflows/partner.yaml": partner], on: "2026-03-31")
    #expect(try fixture.deal("a").steps.told == "intro passed, plan current, closed_won next")
    #expect(try fixture.deal("a").part == .purchase)
    #expect(try fixture.deal("b").part == .renewal)
    #expect(try fixture.deal("c").part == .expansion)
  }

  @Test func everyCriterionNamesTheRecordThatProvesIt() async throws {
    let workflow = """
      id: new-business
      applies_to: deal
      stages:
        - id: lead
          exit_criteria:
            - {id: met, text: Two-way, needs: interactions.two_way >= 2}
            - {id: pain, text: Pain known, needs: meddpicc.identified_pain.score >= 2}
            - {id: sized, text: Sized, needs: amount is known}
            - {id: origin, text: Source known, needs: account.source is known}
            - {id: trust, text: They trust us}
            - {id: dated, text: Dated, needs: close_on is known}
      """
    let call = "---\nkind: call\noccurred_at: 2026-01-0%T10:00:00Z\nparticipants: [cleo]\n---"
    var files: [RepoPath: String] = ["customers/workflows/new-business.yaml": workflow]
    for number in 1...3 {
      files[RepoPath("customers/acme/interactions/\(number).md")] = call.replacing("%", with: "\(number)")
    }
    let fixture = try await Fixture(
      "lifecycle: prospect",
      deals: [
        "big": """
        stage: lead
        amount: {value: 1, currency: EUR}
        meddpicc: {identified_pain: {score: 1, evidence: [interactions/3.md]}}
        waivers: [{criterion: dated, reason: No date in tenders, by: ada.lind}]
        """
      ], files: files, on: "2026-03-31")
    let gate = try #require(try fixture.deal("big").current?.gate)
    #expect(
      gate.conditions.map { "\($0.id) \($0.state.rawValue) \($0.evidence.map(\.description).joined(separator: " "))" }
        == [
          "met met customers/acme/interactions/2.md", "pain unmet customers/acme/interactions/3.md",
          "sized met customers/acme/deals/big.md", "origin unmet customers/acme/profile.md", "trust unknown ",
          "dated waived customers/acme/deals/big.md",
        ])
    #expect(gate.missing.map(\.id) == ["pain", "origin", "trust"])
    #expect(gate.conditions.last?.waiver?.by == "ada.lind")
    #expect(gate.state == .unmet)
  }
}
