import FieldbookTestSupport
import Foundation
import Testing

@testable import FieldbookApp

/// Forecasts that are frozen, and what shows when somebody touches them afterwards.
@Suite struct ForecastTests {
  private static let place = "reporting/forecasts/2023-q4.yaml"

  private func deal(_ amount: Int, _ stage: String = "negotiation", _ more: String = "") -> String {
    "---\nstage: \(stage)\nowner: ann.lee\namount: {value: \(amount), currency: EUR, kind: ARR}\ncreated_on: 2023-09-01\n"
      + "stage_entered_on: 2023-10-02\nclose_on: 2023-12-15\n\(more)---\n"
  }

  /// 15 October 2023, at noon: 60 in commit, 40 in the pipeline, 30 won.
  private func repository() throws -> ScratchRepository {
    let repository = try ScratchRepository()
    try repository.git("config", "user.name", "Ann Lee")
    try repository.git("config", "user.email", "ann@example.org")
    try repository.write("fieldbook.yaml", "name: Test\n")
    try repository.write("workspace-setup/people.yaml", "people: [{id: ann.lee, name: Ann Lee, role: ae}]\n")
    try repository.write("customers/acme/deals/big.md", deal(60_000))
    try repository.write("customers/acme/deals/early.md", deal(40_000, "discovery"))
    try repository.write(
      "customers/acme/deals/won.md", deal(30_000, "closed_won", "closed_on: 2023-10-10\noutcome: won\n"))
    try repository.commit("First", at: 1_697_300_000)
    try repository.commit("Noon", at: 1_697_371_200)
    return repository
  }

  private static let noon: @Sendable (inout OpenOptions) -> Void = {
    $0.sourceDateEpoch = 1_697_371_200
    $0.wallClock = 1_697_371_260
  }

  @Test func freezesWhatStands() async throws {
    let repository = try repository()
    let fieldbook = try await repository.fieldbook(Self.noon)
    let forecast = try fieldbook.forecast()
    let commit = try repository.git("rev-parse", "HEAD")
    #expect(
      forecast.file == """
        # The forecast of a quarter as it stood at a moment. It is measured against, so nobody edits it:
        # the checks compare it with its digest, and 'fieldbook forecast --verify' with history.
        title: Forecast of 2023-Q4
        period: 2023-Q4
        as_of: 2023-10-15T12:00:00Z
        commit: "\(commit)"
        deals:
          - {deal: acme/big, category: commit, amount: {value: 60000, currency: EUR, kind: ARR}}
          - {deal: acme/early, category: pipeline, amount: {value: 40000, currency: EUR, kind: ARR}}
          - {deal: acme/won, category: closed, amount: {value: 30000, currency: EUR, kind: ARR}}
        digest: "82da349eb05d9566b3a9375e0fceddb5"

        """)
    let saved = try fieldbook.save(forecast)
    #expect(saved.path.description == Self.place && saved.commit != nil)
    #expect(try repository.git("log", "-1", "--format=%s") == "Freeze the forecast of 2023-Q4")
    await #expect(throws: FieldbookError.self) {
      var later = try await repository.fieldbook(Self.noon).forecast()
      later.entries.removeLast()
      _ = try fieldbook.save(later)
    }
  }

  @Test func historyAgreesWhateverComesLater() async throws {
    let repository = try repository()
    let fieldbook = try await repository.fieldbook(Self.noon)
    _ = try fieldbook.save(try fieldbook.forecast())
    try repository.write("customers/acme/deals/big.md", deal(10_000))
    try repository.commit("Cut", at: 1_697_500_000)
    let lines = try await repository.fieldbook { $0.sourceDateEpoch = 1_697_600_000 }.frozenForecasts()
    #expect(lines.map(\.text) == ["\(Self.place) (2023-Q4): as it was frozen; history agrees"])
    #expect(lines.map(\.isSuspect) == [false])
  }

  @Test func anEditedForecastIsAFinding() async throws {
    let repository = try repository()
    let fieldbook = try await repository.fieldbook(Self.noon)
    let forecast = try fieldbook.forecast()
    _ = try fieldbook.save(forecast)
    try repository.write(Self.place, forecast.file.replacingOccurrences(of: "value: 60000", with: "value: 16000"))
    try repository.commit("Better", at: 1_697_500_000)
    let later = try await repository.fieldbook { $0.sourceDateEpoch = 1_697_600_000 }
    #expect(later.findings.filter { $0.id == "forecast-edited" }.map { "\($0.range.file)" } == [Self.place])
    let lines = try later.frozenForecasts()
    #expect(
      lines.map(\.text) == [
        """
        \(Self.place) (2023-Q4): edited after it was frozen; history differs in 1 deal
          customers/acme/deals/big.md: the file says commit, 16000 EUR ARR, history commit, 60000 EUR ARR
        """
      ])
  }

  @Test(arguments: [true, false]) func renamingACustomerFalsifiesNothing(alsoInTheFile: Bool) async throws {
    let repository = try repository()
    let fieldbook = try await repository.fieldbook(Self.noon)
    let forecast = try fieldbook.forecast()
    _ = try fieldbook.save(forecast)
    try repository.git("reset", "--quiet", "--hard")
    try repository.git("mv", "customers/acme", "customers/summit")
    if alsoInTheFile {
      try repository.write(Self.place, forecast.file.replacingOccurrences(of: "deal: acme/", with: "deal: summit/"))
    }
    try repository.commit("Acme is Summit now", at: 1_697_500_000)
    let later = try await repository.fieldbook { $0.sourceDateEpoch = 1_697_600_000 }
    #expect(later.findings.filter { $0.id == "forecast-edited" } == [])
    #expect(
      try later.frozenForecasts().map(\.text) == ["\(Self.place) (2023-Q4): as it was frozen; history agrees"])
  }

  @Test func withoutHistoryTheFileIsAllThereIs() async throws {
    let repository = try repository()
    let forecast = try await repository.fieldbook(Self.noon).forecast()
    let young = try ScratchRepository()
    try young.write("fieldbook.yaml", "name: Test\n")
    try young.write(Self.place, forecast.file)
    try young.commit("All at once", at: 1_699_000_000)
    let lines = try await young.fieldbook().frozenForecasts()
    #expect(
      lines.map(\.text) == [
        "\(Self.place) (2023-Q4): as it was frozen; not compared, history does not reach back to that moment"
      ])
  }

  @Test func aQuarterThatIsOverIsNotFrozen() async throws {
    let fieldbook = try await repository().fieldbook(Self.noon)
    #expect(throws: FieldbookError.self) { _ = try fieldbook.forecast(period: "2023-Q3") }
    #expect(throws: FieldbookError.self) { _ = try fieldbook.forecast(period: "2023-11") }
    #expect(try fieldbook.forecast(period: "2024-q1").entries == [])
  }

  @Test func whoSeesNoAmountsSeesNoForecast() async throws {
    let repository = try repository()
    let forecast = try await repository.fieldbook(Self.noon).forecast()
    try repository.write(Self.place, forecast.file)
    try repository.write(
      "workspace-setup/access.yaml",
      """
      default: company
      audiences:
        company: {see: ["**"]}
        partners: {see: ["**"], hide_fields: [deal.amount]}
      """)
    try repository.commit("Rules", at: 1_697_500_000)
    let all = try await repository.site { $0.audience = "company" }
    #expect(all["pipeline/forecasts/2023-q4/index.html"] != nil)
    let partners = try await repository.site { $0.audience = "partners" }
    #expect(partners["pipeline/forecasts/2023-q4/index.html"] == nil)
    for (path, bytes) in partners {
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(!text.contains("60,000") && !text.contains("60000") && !text.contains("60 kEUR"), "\(path)")
    }
  }
}
