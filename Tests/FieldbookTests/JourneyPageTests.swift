import FieldbookApp
import FieldbookTestSupport
import Testing

/// The journey on the pages of customers and deals.
@Suite struct JourneyPageTests {
  /// 23 November 2026, 07:00 in Stockholm.
  private static let sample = Task {
    try await ScratchRepository.withSample().site { $0.sourceDateEpoch = 1_795_413_600 }
  }

  @Test func aCustomerShowsItsWholeJourneyWithWhatIsMissing() async throws {
    let page = try await Self.sample.value.text("customers/kestrel-cold-chain/index.html")
    #expect(page.contains("In Success since 3 Nov 2025, 385 days"))
    for step in ["Lead", "Closed Won", "Onboarding", "Success", "Expansion", "Renewal"] {
      #expect(page.contains("<p class=\"trail-name\">\(step)</p>"), "\(step)")
    }
    #expect(page.contains("3 Oct 2026 to 2 Nov 2026</") || page.contains("3 Oct 2026 to 2 Nov 2026 "))
    #expect(page.contains("closed 21 days ago"))
    #expect(page.contains("Missing before Success is left"))
    // What each step asks for has a page of its own, which the steps and the section lead to.
    #expect(page.contains("href=\"../../customers/kestrel-cold-chain/journey/index.html\">What each step asks for: "))
    #expect(page.contains("journey/index.html#gate-account-success"))
    let gates = try await Self.sample.value.text("customers/kestrel-cold-chain/journey/index.html")
    #expect(gates.contains("id=\"gate-account-success\""))
    // The proof of the second two-way contact is an interaction of its own.
    #expect(gates.contains("interactions/2025-10-02-meeting-go-live-review/index.html"))
  }

  @Test func everyCustomerWithADealHasExactlyOneCurrentPlaceAtMost() async throws {
    let files = try await Self.sample.value
    let pages = files.keys.filter { $0.hasPrefix("customers/") && $0.split(separator: "/").count == 3 }
    #expect(pages.count > 10)
    for page in pages.sorted() where page.hasSuffix("index.html") {
      let text = files.text(page)
      guard text.contains("id=\"journey\"") else { continue }
      let account = text.components(separatedBy: "phase-account").last ?? ""
      #expect(account.components(separatedBy: "trail-current").count <= 2, "\(page)")
    }
  }

  @Test func aDealSaysWhereItLiesInTheJourneyOfItsCustomer() async throws {
    let page = try await Self.sample.value.text("customers/sturmhafen-logistics/deals/renewal-2027/index.html")
    let strip = try #require(page.components(separatedBy: "<nav class=\"strip\"").last)
    #expect(strip.contains("customers/sturmhafen-logistics/index.html#journey"))
    let own = try #require(strip.components(separatedBy: "<li class=\"").first { $0.contains("This deal") })
    #expect(own.contains("stop-this") && own.contains("Renewal") && own.contains("Now, since 2 Oct 2026"))
    #expect(page.contains("Skipped"))
  }

  @Test func aProofThatTheAudienceMayNotSeeIsNotNamed() async throws {
    let repository = try ScratchRepository()
    try repository.write(
      "workspace-setup/access.yaml",
      "default: company\naudiences:\n  company: {members: [\"*\"], see: [\"**\"], hide: [\"customers/*/interactions/**\"]}\n"
    )
    try repository.write(
      "customers/workflows/onboarding.yaml",
      "id: onboarding\napplies_to: account\nstages:\n  - id: kick_off\n    exit_criteria:\n"
        + "      - {id: held, text: Kick-off held, needs: milestones.kick_off is known}\n")
    try repository.write("customers/acme/interactions/2025-09-22-zebrafinch.md", "---\nkind: call\n---\n")
    try repository.write(
      "customers/acme/profile.md",
      "---\nname: Acme\nlifecycle: customer\naccount_stage: onboarding\nmilestones:\n"
        + "  - {id: kick_off, on: 2025-09-22, evidence: [interactions/2025-09-22-zebrafinch.md]}\n---\n")
    try repository.commit("A customer", at: 1_795_000_000)
    let files = try await repository.site()
    let page = files.text("customers/acme/index.html") + files.text("customers/acme/journey/index.html")
    #expect(page.contains("Kick-off held") && page.contains("22 Sep 2025"))
    #expect(!page.contains("zebrafinch"))
  }
}
