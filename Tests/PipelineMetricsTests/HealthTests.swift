import Diagnostics
import FieldbookTestSupport
import PipelineMetrics
import Testing
import WorkspaceModel

@Suite struct HealthTests {
  /// A customer of whom everything is known, as of 2026-06-30.
  static let files: [String: String] = [
    "customers/acme/profile.md":
      "---\nname: Acme\nsuccess: {nps: 40, nps_on: 2026-06-01, criteria_agreed: 4, criteria_met: 3}\n---",
    "customers/acme/contacts.yaml": "contacts: [{id: cleo, name: C}, {id: dan, name: D}, {id: eva, name: E}]",
    "customers/acme/deals/big.md":
      "---\nstage: discovery\ncommittee: [{contact: cleo, role: champion}, {contact: dan, role: executive_sponsor}]\n---",
    "customers/acme/interactions/a.md": call("2026-05-31", "cleo"),
    "customers/acme/interactions/b.md": call("2026-05-20", "dan"),
    "customers/acme/interactions/c.md":
      "---\nkind: support_ticket\noccurred_at: 2026-06-20T10:00:00Z\nticket: {severity: normal, status: open}\n---",
    "customers/acme/usage.csv":
      "day,metric,value,denominator\n2026-03-20,active_users,40,50\n2026-04-20,active_users,40,50\n"
      + "2026-05-15,active_users,40,50\n2026-06-20,active_users,30,50\n",
    "customers/acme/billing.csv":
      "invoice,issued_on,due_on,paid_on,amount,currency,status\n1,2026-04-01,2026-05-01,2026-05-02,10,EUR,paid\n"
      + "2,2026-05-01,2026-06-01,,10,EUR,open\n",
  ]

  private static func call(_ day: String, _ people: String) -> String {
    "---\nkind: call\noccurred_at: \(day)T10:00:00Z\nparticipants: [\(people)]\n---"
  }

  private func score(
    _ changes: [String: String?] = [:], on text: String = "2026-06-30"
  ) async throws -> CustomerHealth {
    try #require(try await reading(changes, on: text).score(of: "acme"))
  }

  private func reading(_ changes: [String: String?] = [:], on text: String = "2026-06-30") async throws -> HealthReading
  {
    let removed = Set(changes.filter { $0.value == nil }.map(\.key))
    let files = Self.files.merging(changes.compactMapValues { $0 }) { $1 }
      .filter { !removed.contains($0.key) }
      .map { WorkspaceFile(RepoPath($0.key), $0.value) }
    let workspace = await WorkspaceLoader.load(files, jobs: 1).workspace
    return HealthReading(workspace, clock: MetricClock(endOf: try day(text)))
  }

  @Test func eachComponentFollowsItsFormula() async throws {
    let health = try await score()
    func text(_ kind: HealthSettings.Component) -> String? { health.component(kind)?.score?.text(places: 4) }
    #expect(text(.usage) == "75.0000")  // 30 against 40
    #expect(text(.engagement) == "50.0000")  // 30 days
    #expect(text(.relationship) == "50.0000")  // two contacts, champion, sponsor
    #expect(text(.support) == "95.0000")
    #expect(text(.commercial) == "80.0000")  // 29 days late
    #expect(text(.outcomes) == "75.0000")
    #expect(text(.sentiment) == "70.0000")
    #expect(health.component(.adoption)?.reason == "no adoption metric is chosen")
    // (30 × 75 + 25 × 50 + 20 × 50 + 15 × 95 + 10 × 80) / 100
    #expect(health.score == Fraction(6725, over: 100))
    #expect(health.coverage?.percent == "100 %")
    #expect(health.band == .fair)
    #expect(health.flags.isEmpty)
    #expect(health.metric.text == "67.3")
    #expect(health.metric.n == 5)
    for component in health.components where component.score != nil {
      #expect(!component.sources.isEmpty && component.asOf != nil || component.kind == .outcomes, "\(component.kind)")
    }
  }

  @Test(arguments: [
    (0, "100.0000"), (1, "97.7160"), (15, "70.7107"), (30, "50.0000"), (45, "35.3553"), (300, "0.0977"),
    (9999, "0.0000"),
  ])
  func engagementHalvesEveryThirtyDays(days: Int, expected: String) async throws {
    let start = try day("2026-05-31")
    let health = try await score(on: start.adding(days: days).iso)
    #expect(health.component(.engagement)?.score?.text(places: 4) == expected)
  }

  @Test func belowSixTenthsOfTheWeightThereIsNoScore() async throws {
    // Without use and money 60 of 100 remain, which is enough; without tickets 45 do.
    let less = try await score(["customers/acme/usage.csv": nil, "customers/acme/billing.csv": nil])
    #expect(less.coverage?.percent == "60 %")
    #expect(less.score == Fraction(1250 + 1000 + 1425, over: 60))
    let little = try await score([
      "customers/acme/usage.csv": nil, "customers/acme/billing.csv": nil,
      "customers/acme/interactions/c.md": nil,
    ])
    #expect(little.coverage?.percent == "45 %")
    #expect(little.score == nil && little.band == nil)
    #expect(little.metric.text == "unknown (insufficient data)")
    #expect(little.metric.unknown == 3)
  }

  @Test func aHardFlagCapsTheScoreBelowForty() async throws {
    let notice = try await score([
      "customers/acme/profile.md": "---\nname: Acme\ncancellation_notice_on: 2026-06-29\n---"
    ])
    #expect(notice.flags == [.cancellationNotice(try day("2026-06-29"))])
    #expect(notice.average == Fraction(6725, over: 100))
    #expect(notice.score == CustomerHealth.cap && notice.band == .critical)
    let left = try await score([
      "customers/acme/contacts.yaml":
        "contacts: [{id: cleo, name: C}, {id: dan, name: D, status: left, left_on: 2026-06-30}]"
    ])
    #expect(left.flags == [.sponsorLeft("dan")])
    let late = try await score([
      "customers/acme/billing.csv":
        "invoice,issued_on,due_on,paid_on,amount,currency,status\n7,2026-04-01,2026-04-30,,10,EUR,open\n"
    ])
    #expect(late.flags == [.overdue(invoice: "7", days: 61)])
    #expect(late.component(.commercial)?.score == .zero)
  }

  @Test func blocksOfUseAreTwentyEightDaysEach() async throws {
    let rows = [("2026-06-02", 10), ("2026-06-03", 30), ("2026-06-30", 30), ("2026-05-06", 50), ("2026-05-05", 60)]
    let text = rows.map { "\($0.0),active_users,\($0.1),\n" }.joined()
    let health = try await score(["customers/acme/usage.csv": "day,metric,value,denominator\n\(text)"])
    // 30 since 3 June; 30 and 60 in the two blocks before.
    #expect(health.component(.usage)?.score == Fraction(30 * 100, over: 45))
  }

  @Test func weightsComeFromTheSettings() async throws {
    let health = try await score([
      "fieldbook.yaml":
        "name: X\nhealth:\n  weights: {usage: 0, sentiment: 50, adoption: 10}\n  adoption_metric: active_users\n"
    ])
    #expect(health.component(.adoption)?.score == Fraction(60))
    // 25 × 50 + 20 × 50 + 15 × 95 + 10 × 80 + 50 × 70 + 10 × 60
    #expect(health.score == Fraction(8575, over: 130))
  }

  @Test func aTrendComparesOnlyWhatIsKnownOnAllDays() async throws {
    let reading = try await reading()
    let trend = try #require(reading.trend(of: "acme", on: [try day("2026-06-30"), try day("2026-06-01")]))
    // Of 1 June the state of tickets is not known, so that neither day has it.
    #expect(trend.components == [.usage, .engagement, .relationship, .commercial])
    #expect(trend.points.map(\.day.iso) == ["2026-06-01", "2026-06-30"])
    #expect(trend.points.last?.score == Fraction(5300, over: 85))
    #expect(trend.change.map { $0 < .zero } == true)
  }

  @Test func losingAFileNeverRaisesTheFloor() async throws {
    let whole = try #require(try await score().floor)
    #expect(whole == Fraction(6725, over: 100))
    for file in Self.files.keys.sorted() where !file.hasSuffix("profile.md") {
      let less = try #require(try await score([file: nil]).floor)
      // A ticket or invoice that is lost is a worry that is lost, unless nothing else of its kind remains.
      #expect(less <= whole, "\(file)")
    }
  }

  @Test(arguments: [
    (0, HealthBand.critical), (399_999, .critical), (400_000, .atRisk), (600_000, .fair), (799_999, .fair),
    (800_000, .healthy), (1_000_000, .healthy),
  ])
  func bandsAreDecidedOnTheUnroundedScore(score: Int, band: HealthBand) throws {
    #expect(HealthBand(Fraction(Decimal4(tenThousandths: score))) == band)
    #expect(HealthBand(try #require(Fraction(39_999_999, over: 1_000_000))) == .critical)
  }
}
