import FieldbookApp
import FieldbookTestSupport
import Foundation
import Testing

/// Pages with the report of a person or a team, against what the command prints.
@Suite struct LiveReportTests {
  /// 23 November 2026, 07:00 in Stockholm.
  private static let at: @Sendable (inout OpenOptions) -> Void = { $0.sourceDateEpoch = 1_795_413_600 }
  private static let sample = Task {
    let repository = try ScratchRepository.withSample()
    return (try await repository.fieldbook(at), try await repository.site(at))
  }

  /// The words of a piece of HTML, without the signs beside headings.
  private static func words(_ html: some StringProtocol) -> String {
    String(html).replacing(/<a class="heading-anchor".*?<\/a>/, with: "").replacing(/<[^>]*>/, with: " ")
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private static func between(_ text: String, _ start: String, _ end: String) -> Substring? {
    guard let first = text.range(of: start), let last = text[first.upperBound...].range(of: end) else { return nil }
    return text[first.upperBound..<last.lowerBound]
  }

  @Test(arguments: [
    ("personal/ae-weekly", "john.smith"), ("personal/ae-daily", "priya.nair"), ("personal/sdr-daily", "mei.tanaka"),
    ("personal/se-weekly", "ravi.patel"), ("personal/csm-weekly", "ida.holm"),
  ])
  func thePageOfAPersonSaysWhatTheCommandPrints(report: String, person: String) async throws {
    let (fieldbook, files) = try await Self.sample.value
    let name = String(report.split(separator: "/")[1])
    let printed = try fieldbook.report(ReportOptions(name, user: person)).html
    let page = files.text("reports/\(report)/\(person)/index.html")
    let shown = try #require(Self.between(page, "<article class=\"doc-main\">", "</article>"))
    let expected = try #require(Self.between(printed, "</h1>", "</main>"))
    #expect(Self.words(shown) == Self.words(expected))
    #expect(!Self.words(shown).isEmpty)
  }

  @Test(arguments: ["vp-sales-weekly", "cro-monthly", "cfo-monthly", "sales-ops-weekly"])
  func thePageOfATeamSaysWhatTheCommandPrints(name: String) async throws {
    let (fieldbook, files) = try await Self.sample.value
    for team in ["nordics", "customer-success"] {
      let printed = try fieldbook.report(ReportOptions(name, team: team)).html
      let page = files.text("reports/team/\(name)/\(team)/index.html")
      let shown = try #require(Self.between(page, "<article class=\"doc-main\">", "</article>"))
      #expect(Self.words(shown) == Self.words(try #require(Self.between(printed, "</h1>", "</main>"))), "\(team)")
    }
  }

  @Test func everybodyInTheRoleHasAPageAndNobodyElse() async throws {
    let files = try await Self.sample.value.1
    let people = files.keys.filter { $0.hasPrefix("reports/personal/ae-weekly/") && $0.hasSuffix("/index.html") }
    #expect(
      people.sorted() == [
        "reports/personal/ae-weekly/elena.ferri/index.html", "reports/personal/ae-weekly/index.html",
        "reports/personal/ae-weekly/john.smith/index.html", "reports/personal/ae-weekly/lukas.brandt/index.html",
        "reports/personal/ae-weekly/priya.nair/index.html",
      ])
    let definition = files.text("reports/personal/ae-weekly/index.html")
    #expect(definition.contains("href=\"../../../reports/personal/ae-weekly/john.smith/index.html\""))
    let person = files.text("people/john.smith/index.html")
    #expect(person.contains("href=\"../../reports/personal/ae-daily/john.smith/index.html\""))
    #expect(!person.contains("reports/personal/csm-weekly"))
  }

  @Test func whoMayNotSeeThePeopleOrTheDefinitionSeesNoReport() async throws {
    let repository = try ScratchRepository.withSample()
    try repository.write(
      "workspace-setup/access.yaml",
      "default: company\naudiences:\n  company: {members: [\"*\"], see: [\"**\"]}\n"
        + "  guests: {members: [], see: [\"customers/**\", \"reporting/**\"]}\n"
        + "  clients: {members: [], see: [\"customers/**\", \"workspace-setup/**\"]}\n")
    try repository.commit("Access")
    for audience in ["guests", "clients"] {
      let files = try await repository.site {
        Self.at(&$0)
        $0.audience = audience
      }
      #expect(!files.keys.contains { $0.contains("john.smith") && $0.contains("reports/") }, "\(audience)")
    }
  }

  @Test func aReportTellsNothingOfRecordsThatTheAudienceDoesNotSee() async throws {
    let repository = try ScratchRepository.withSample()
    try repository.write(
      "customers/norrvik-foods/tasks/zebrafinch.md",
      "---\ntitle: Zebrafinch7741\nowner: john.smith\ndue: 2026-11-27\nstatus: open\naudience: [leadership]\n---\n")
    try repository.commit("A task that not everybody may see")
    let page = "reports/personal/ae-weekly/john.smith/index.html"
    let company = try await repository.site(Self.at)
    #expect(!company.text(page).contains("Zebrafinch7741") && company[page] != nil)
    let leadership = try await repository.site {
      Self.at(&$0)
      $0.audience = "leadership"
    }
    #expect(leadership.text(page).contains("Zebrafinch7741"))
  }
}
