import Diagnostics
import FieldbookTestSupport
import Foundation
import Testing

@testable import WorkspaceModel

@Suite struct StageGateTests {
  /// A deal in which everything is known that a gate can ask for.
  static let full = """
    stage: negotiation
    amount: {value: 1, currency: EUR, kind: ARR}
    term_months: 12
    close_on: 2026-05-01
    closed_on: 2026-05-02
    stage_entered_on: 2026-01-01
    owner: ada.lind
    competitors: [rival]
    outcome: won
    reason_code: price
    next_step: {text: Call, due: 2026-02-01}
    committee:
      - {contact: cleo, role: champion}
      - {contact: dan, role: economic_buyer}
      - {contact: eva, role: technical_buyer}
    meddpicc: {\(MeddpiccElement.Name.allCases.map { "\($0.rawValue): {score: 3}" }.joined(separator: ", "))}
    """
  /// The same of a profile.
  static let fullProfile = """
    source: event
    owners: {csm: ida.holm}
    arr: {value: 1, currency: EUR, kind: ARR}
    contract_start: 2025-01-01
    contract_end: 2026-12-31
    renewal_on: 2026-12-31
    churned_on: 2027-01-01
    churn_reason: price
    success: {criteria_agreed: 5, criteria_met: 4}
    milestones:
    \(milestones.map { "  - {id: \($0), on: 2026-01-01}" }.joined(separator: "\n"))
    """
  static let milestones = ["kick_off", "technical_go_live", "first_value", "handover_accepted", "data_deleted"]
  static let calls = Array(repeating: "call 2026-01-05 cleo", count: 9)

  @Test(arguments: [
    ("amount is known", "amount: {value: 1, currency: EUR}"), ("close_on is known", "close_on: 2026-01-05"),
    ("closed_on is known", "closed_on: 2026-01-05"), ("competitors is known", "competitors: [rival]"),
    ("competitors.count >= 2", "competitors: [a, b]"),
    ("next_step.due is known", "next_step: {text: x, due: 2026-01-05}"),
    ("next_step is known", "next_step: {text: x}"), ("reason_code is known", "reason_code: price"),
    ("owner is known", "owner: x"),
    ("outcome is known", "outcome: lost"), ("term_months is known", "term_months: 12"),
    ("committee.champion is known", "committee: [{contact: cleo, role: champion}]"),
    ("committee.count >= 2", "committee: [{contact: cleo}, {contact: dan}]"),
    ("meddpicc.metrics.score >= 2", "meddpicc: {metrics: {score: 2}}"),
    ("meddpicc.metrics is known", "meddpicc: {metrics: {text: x}}"),
  ])
  func aCriterionIsMetByWhatTheDealSaysAndElseUnmet(needs: String, fields: String) async throws {
    #expect(try await state(needs, "stage: lead\n\(fields)") == .met)
    #expect(try await state(needs, "stage: lead") == .unmet)
  }

  @Test(arguments: [
    ("meddpicc.metrics.score >= 2", "meddpicc: {metrics: {score: 1}}"),
    ("committee.count >= 2", "committee: [{contact: cleo}]"),
    ("committee.champion is known", "committee: [{contact: cleo, role: coach}]"),
    ("next_step.due is known", "next_step: {text: x}"),
  ])
  func tooLittleIsUnmet(needs: String, fields: String) async throws {
    #expect(try await state(needs, "stage: lead\n\(fields)") == .unmet)
  }

  @Test func onlyTwoWayInteractionsOfTheDealCount() async throws {
    let calls = [
      "call 2026-01-05 cleo", "email_out 2026-01-06 cleo", "call 2026-01-07 dan deals: [big]",
      "call 2026-01-08 dan deals: [other]",
    ]
    #expect(try await state("interactions.two_way >= 2", "stage: lead", calls) == .met)
    #expect(try await state("interactions.two_way >= 3", "stage: lead", calls) == .unmet)
  }

  @Test func theCustomersSourceCountsForTheDeal() async throws {
    #expect(try await state("account.source is known", "stage: lead", profile: "source: referral") == .met)
    #expect(try await state("account.source is known", "stage: lead") == .unmet)
    let fixture = try await DealFixture("stage: lead")
    let gate = StageGate(fixture.deal, customer: nil, interactions: [], contacts: [])
    #expect(gate.state(of: .init(id: "c", text: "t", needs: "account.source is known")) == .unknown)
  }

  @Test(arguments: [
    "weather is known", "amount >= 3", "committee.count is known", "meddpicc.metrix.score >= 1",
    "meddpicc.metrics.score >= two",
    "committee.champoin is known", "amount", "", "amount is known really", "account.name is known",
    "interactions.two_way > 1",
  ])
  func aConditionThatIsNotUnderstoodIsNeitherMetNorMissed(needs: String) async throws {
    #expect(!StageGate.understands(needs))
    #expect(try await state(needs, Self.full, Self.calls) == .unknown)
  }

  @Test func aCriterionWithoutConditionIsUnknownAndAWaiverSilencesIt() async throws {
    #expect(try await state(nil, Self.full) == .unknown)
    #expect(try await state("amount is known", "stage: lead\nwaivers: [{criterion: c, reason: Trust}]") == .waived)
    #expect(try await state("amount is known", "stage: lead\nwaivers: [{criterion: other, reason: Trust}]") == .unmet)
  }

  @Test func everyConditionOfTheSampleWorkspaceIsUnderstood() async throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "../../content/customers/workflows"
    ).standardized
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    let files = try names.map { name in
      WorkspaceFile(RepoPath("customers/workflows/\(name)"), bytes: try Data(contentsOf: folder.appending(path: name)))
    }
    let workflows = await WorkspaceLoader.load(files, jobs: 1).workspace.workflows
    let needs = Set(workflows.flatMap(\.stages).flatMap(\.exitCriteria).compactMap(\.needs))
    #expect(needs.count > 10)
    for condition in needs.sorted() {
      #expect(StageGate.understands(condition), "\(condition)")
      #expect(try await state(condition, Self.full, Self.calls, profile: Self.fullProfile) == .met, "\(condition)")
    }
  }

  private func state(
    _ needs: String?, _ fields: String, _ interactions: [String] = [], profile: String = ""
  ) async throws -> StageGate.State {
    let fixture = try await DealFixture(fields, interactions: interactions, profile: profile)
    let gate = StageGate(
      fixture.deal, customer: fixture.workspace.customers.first, interactions: fixture.workspace.interactions,
      contacts: fixture.contacts)
    return gate.state(of: .init(id: "c", text: "t", needs: needs))
  }
}
