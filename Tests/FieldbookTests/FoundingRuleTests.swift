import FieldbookTestSupport
import Testing
import WorkspaceModel

@testable import Automation
@testable import FieldbookApp

/// The rules that the sample workspace came with, as they stand, on the day that it is written for.
@Suite struct FoundingRuleTests {
  /// 23 November 2026, 07:00 in Stockholm.
  private static let now = 1_795_413_600

  private func options(_ repository: ScratchRepository, at seconds: Int = now) -> OpenOptions {
    var options = OpenOptions(wallClock: seconds, jobs: 2)
    options.workspace = repository.path
    options.usesCache = false
    return options
  }

  private func sample() throws -> ScratchRepository {
    let repository = try ScratchRepository.withSample()
    try repository.git("config", "user.name", "Tomas Lindqvist")
    try repository.git("config", "user.email", "tomas.lindqvist@larkspur.example")
    return repository
  }

  private func told(_ decisions: TriggerDecisions) -> [String] {
    decisions.changes.filter { ["buying_signals", "churn_risk"].contains($0.episode.rule) }.map {
      "\($0.kind.rawValue) \($0.episode.rule) \($0.episode.subject.text)"
    }
  }

  @Test func fireExactlyOnThePlantedCases() async throws {
    let repository = try sample()
    let first = try await Fieldbook.runTriggers(options(repository), TriggerOptions())
    #expect(first.decisions.unread.isEmpty)
    #expect(told(first.decisions) == Self.planted)
    let quotes = first.decisions.changes.filter { $0.episode.rule == "buying_signals" }.flatMap {
      $0.episode.evidence.compactMap(\.quote)
    }
    #expect(quotes == Self.quotes)
    // The next day what was pending has held for two days.
    let next = try await Fieldbook.runTriggers(options(repository, at: Self.now + 86_400), TriggerOptions())
    #expect(told(next.decisions) == Self.nextDay)
    #expect(try repository.git("fsck", "--full", "--strict", "--no-dangling") == "")
    #expect(try repository.git("status", "--short") == "")
    let fieldbook = try await repository.fieldbook { $0.wallClock = Self.now + 86_400 }
    let errors = fieldbook.findings.filter { $0.severity == .error }
    #expect(errors.map { "\($0.range.file): \($0.summary)" } == [])
  }

  /// Three mails of the last week hold a phrase; Greywater's has had its alert since Tuesday.
  private static let planted = [
    "opened buying_signals ostermark-dairy/ledger-farm-collection",
    "opened buying_signals vallone-ceramics/kiln-monitoring",
    // Last two-way contact on 20 October, 17 September, 22 September and 15 October (nobody came to the call after it);
    // Kestrel fires already.
    "pending churn_risk ardenne-breweries", "pending churn_risk belfort-castings",
    "pending churn_risk finnmark-seafood", "pending churn_risk tallow-and-pine",
  ]
  private static let quotes = [
    "Could you send a quote range she can put in the 2027 plan, no need to be exact",
    "One question from me: who signs on your side if he wants something in the price",
  ]
  /// Finnmark has left, which another rule says.
  private static let nextDay = [
    "opened churn_risk ardenne-breweries", "opened churn_risk belfort-castings",
    "inhibited churn_risk finnmark-seafood", "opened churn_risk tallow-and-pine",
  ]

  /// The same without the alerts that the sample has: they come again, with the words, records and commit behind them.
  @Test func fireAnewWhereNoAlertIsOnFile() async throws {
    let repository = try sample()
    try repository.git("rm", "--quiet", "-r", "reporting/pulse/alerts")
    try repository.commitIndex("Forget the alerts")
    let first = try await Fieldbook.runTriggers(options(repository), TriggerOptions())
    #expect(told(first.decisions).contains("opened buying_signals greywater-data-centres/shift-campus-2"))
    #expect(told(first.decisions).contains("pending churn_risk kestrel-cold-chain"))
    let next = try await Fieldbook.runTriggers(options(repository, at: Self.now + 86_400), TriggerOptions())
    #expect(told(next.decisions).contains("opened churn_risk kestrel-cold-chain"))
    let all = first.decisions.changes + next.decisions.changes
    let greywater = try #require(
      all.first { $0.episode.subject.text == "greywater-data-centres/shift-campus-2" }?.episode)
    #expect(
      greywater.evidence.map(\.path) == [
        "customers/greywater-data-centres/interactions/2026-11-17-email-in-budget-approved.md",
        "customers/greywater-data-centres/interactions/2026-11-17-email-in-budget-approved.md",
      ])
    #expect(
      greywater.evidence.map(\.quote) == [
        "Budget approved in yesterday's management meeting: up to 55,000 EUR a year from 2027 for load shifting and the metering of block F",
        "Please send a quote by 26 November, once with block F and once without",
      ])
    #expect(greywater.actions == ["notify_ae", "create_task", "update_forecast"])
    let commit = try repository.git("rev-list", "--max-parents=0", "HEAD")
    let kestrel = try #require(
      all.last { $0.episode.rule == "churn_risk" && $0.episode.subject.account == "kestrel-cold-chain" }?.episode)
    #expect(kestrel.values.contains { $0.name == "no_activity" && $0.value == "42" })
    #expect(
      kestrel.evidence.contains { $0.path.hasSuffix("interactions/2026-10-13-email-in-invoice-and-alternatives.md") })
    for evidence in greywater.evidence + kestrel.evidence {
      #expect(commit.hasPrefix(try #require(evidence.commit)), "\(evidence.path)")
    }
  }
}
