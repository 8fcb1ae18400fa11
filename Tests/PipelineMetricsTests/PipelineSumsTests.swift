import Diagnostics
import FieldbookTestSupport
import PipelineMetrics
import Testing
import WorkspaceModel

@Suite struct PipelineSumsTests {
  @Test func unitsNeverMix() {
    var sum = MoneySum()
    sum.add(Money(Decimal4(100), currency: "EUR", kind: .arr))
    sum.add(Money(Decimal4(10), currency: "EUR", kind: .tcv))
    sum.add(Money(Decimal4(7), currency: "SEK", kind: .arr))
    sum.add(Money(Decimal4(1), currency: "EUR", kind: .arr))
    sum.add(Money(Decimal4(3), currency: "EUR"))
    #expect(
      sum.sums.map { "\($0.unit.currency) \($0.unit.kind?.rawValue ?? "-") \($0.amount.text)" } == [
        "EUR - 3", "EUR ARR 101", "EUR TCV 10", "SEK ARR 7",
      ])
    #expect(sum.count == 5)
    #expect(sum.unknown == 0)
  }

  @Test func anUnknownAmountIsCountedAndNeverZero() {
    var sum = MoneySum()
    sum.add(nil)
    #expect(sum.sums.isEmpty)
    sum.add(Money(Decimal4(0), currency: "EUR"))
    sum.add(nil)
    #expect(sum.count == 3)
    #expect(sum.unknown == 2)
    #expect(sum.sums.map(\.amount) == [.zero])
  }

  @Test func aSumOfTheLargestAmountsDoesNotCrash() throws {
    var sum = MoneySum()
    for _ in 0..<50 { sum.add(Money(try #require(Decimal4("99999999999999")), currency: "EUR")) }
    #expect(sum.sums.map(\.amount.tenThousandths) == [.max])
  }

  @Test func addsOpenDealsStageByStageWithTheirOdds() async throws {
    let sums = try await sums([
      "stage: discovery\namount: {value: 1000, currency: EUR, kind: ARR}",
      "stage: discovery\namount: {value: 500, currency: EUR, kind: ARR}\nprobability: 0.5",
      "stage: discovery", "stage: negotiation\namount: {value: 100, currency: SEK, kind: ARR}",
      "stage: closed_won\namount: {value: 9999, currency: EUR, kind: ARR}",
      "stage: closed_lost\namount: {value: 9999, currency: EUR, kind: ARR}",
    ])
    #expect(
      sums.stages.map(\.stage.id) == [
        "lead", "qualification", "discovery", "technical_validation", "business_case", "negotiation",
      ])
    let discovery = try #require(sums.stages.first { $0.stage.id == "discovery" })
    #expect(discovery.deals.count == 3)
    #expect(discovery.amount.sums.map(\.amount.text) == ["1500"])
    #expect(discovery.amount.unknown == 1)
    #expect(discovery.weighted.sums.map(\.amount.text) == ["450"])  // 1000 × 0.2 + 500 × 0.5
    #expect(discovery.weighted.unknown == 1)
    #expect(sums.amount.sums.map { "\($0.unit.currency) \($0.amount.text)" } == ["EUR 1500", "SEK 100"])
    #expect(sums.weighted.sums.map { "\($0.unit.currency) \($0.amount.text)" } == ["EUR 450", "SEK 80"])
    #expect(sums.amount.count == 4)
  }

  @Test func aDealWithoutOddsIsUnknownWhenWeighted() async throws {
    let flow = WorkspaceFile("customers/workflows/new-business.yaml", "id: new-business\nstages: [{id: lead}]")
    let sums = try await sums(["stage: lead\namount: {value: 5, currency: EUR}"], flow)
    #expect(sums.amount.sums.map(\.amount) == [Decimal4(5)])
    #expect(sums.weighted.sums.isEmpty)
    #expect(sums.weighted.unknown == 1)
  }

  private func sums(_ deals: [String], _ files: WorkspaceFile...) async throws -> PipelineSums {
    let deals = deals.enumerated().map { index, fields in
      WorkspaceFile(RepoPath("customers/acme/deals/d\(index).md"), "---\n\(fields)\n---")
    }
    let workspace = await WorkspaceLoader.load(deals + files, jobs: 1).workspace
    let workflow = workspace.workflow(for: try #require(workspace.deals.first))
    return PipelineSums(workflow, openDeals: workspace.deals.filter(\.isOpen))
  }
}
