import Testing

@testable import Site

struct HealthPageTests {
  private func reading(_ profile: String, more: [HistoryBuilder.Step] = []) async throws -> SalesReading {
    var history = HistoryBuilder()
    try history.commit(
      "2026-11-01T10:00:00+01:00", "John Smith", "Begin",
      [.write("customers/acme/profile.md", "---\nname: Acme\n\(profile)\n---\n")] + more)
    let site = try await history.reading(today: "2026-11-20")
    return SalesReading(site: site, standings: DealStandings(site))
  }

  private static let billing = HistoryBuilder.Step.write(
    "customers/acme/billing.csv",
    "invoice,issued_on,due_on,paid_on,amount,currency,status\n7,2026-08-01,2026-09-01,,10,EUR,open\n")

  @Test func tooLittleIsNoScoreAndNotAZero() async throws {
    let sales = try await reading("lifecycle: customer")
    let health = try #require(sales.healthScore("acme"))
    #expect(health.score == "Insufficient data")
    #expect(health.isInsufficient && health.band == nil && health.trend == nil)
    let cell = sales.healthCell("acme")
    #expect(cell.text == "Insufficient data" && cell.isUnknown)
    #expect(health.components.count { $0.isUnknown } == health.components.count { $0.reading == "Unknown" })
  }

  @Test(arguments: ["prospect", "former", "partner"])
  func thoseWhoAreNoCustomersHaveNoHealth(lifecycle: String) async throws {
    let sales = try await reading("lifecycle: \(lifecycle)")
    #expect(sales.healthScore("acme") == nil)
    #expect(sales.healthTable("acme") == nil)
    #expect(sales.healthCell("acme").text == "–")
  }

  @Test func whatCapsAScoreIsSaid() async throws {
    let sales = try await reading("lifecycle: customer\ncancellation_notice_on: 2026-11-02", more: [Self.billing])
    let health = try #require(sales.healthScore("acme"))
    #expect(health.caps == ["Below 40: notice given on 2 Nov 2026", "Below 40: invoice 7 is 80 days late"])
  }

  @Test func thePartsOfAScoreAddUpToIt() async throws {
    let site = try await SalesStory.history().reading(today: "2026-11-20")
    let sales = SalesReading(site: site, standings: DealStandings(site))
    for customer in site.workspace.customers {
      guard let table = sales.healthTable(customer.slug), let total = table.totals?.cells[2].text,
        let whole = Double(total)
      else { continue }
      let sum = table.rows.compactMap { Double($0.cells[2].text) }.reduce(0, +)
      #expect(abs(sum - whole) < 0.5, "\(customer.slug)")
    }
  }
}
