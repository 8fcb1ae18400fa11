import Diagnostics
import Foundation
import Testing
import WorkspaceModel

@testable import Site

struct ChangesPagesTests {
  @Test func tellsOfAWeekInTermsOfSales() async throws {
    let reading = try await SalesStory.history().reading(today: "2026-11-20")
    let week = try #require(reading.changesPage().week)
    #expect(week.summaryTitle == "What moved this week")
    #expect(week.span == "16–22 Nov 2026")
    let told = week.groups.map { "\($0.groupTitle): \($0.moves.map(\.recordTitle).joined(separator: ", "))" }
    #expect(
      told == [
        "Moved forward: Norrvik – Ledger for 14 plants", "Moved back: Norrvik – gateways for Umeå",
        "Amount cut: Norrvik – Ledger for 14 plants", "Close date pushed: Norrvik – Ledger for 14 plants",
        "New deals: Brambleway – 40 stores", "New customers: Brambleway Stores", "Battlecards updated: Sunderly",
      ])
    #expect(week.tallies.first { $0.label == "Amounts, net" }?.tally == "−15 kEUR")
  }

  @Test func countsNoMovementOfABulkImport() async throws {
    let reading = try await SalesStory.history().reading(today: "2026-11-20")
    let first = try #require(reading.changes.weeks.indices.last)
    let week = try #require(reading.weekPage(first).week)
    #expect(week.groups.isEmpty)
    #expect(week.quiet == "No deal, customer or battlecard moved; 6 records changed.")
    #expect(reading.weekPage(first).days.first?.commits.first?.isFolded == true)
  }

  @Test func givesARecordItsHistoryThroughAMove() async throws {
    let reading = try await SalesStory.history().reading(today: "2026-11-20")
    let path: RepoPath = "customers/norrvik-foods/deals/gateways-umea.md"
    let href = try #require(reading.historyPage(of: path))
    #expect(href.path == "/customers/norrvik-foods/deals/gateways-umea/history/")
    let place = try #require(reading.changes.record(at: path))
    let page = reading.recordHistoryPage(place, at: href)
    let versions = page.days.flatMap(\.versions)
    #expect(versions.map(\.subject).first == "Brambleway joins, the Umeå pilot waits")
    #expect(versions[1].body.movedFrom == "customers/norrvik-foods/deals/pilot.md")
    #expect(versions[0].body.fieldRows.first?.effects.first?.text == "Moved back")
    #expect(page.ending == "Added on 10 Nov 2026.")
  }

  @Test func showsNoHistoryPageForOneVersion() async throws {
    let reading = try await SalesStory.history().reading(today: "2026-11-20")
    let path: RepoPath = "customers/brambleway-stores/profile.md"
    #expect(reading.historyPage(of: path) == nil)
    let record = try #require(reading.index.records[path])
    #expect(reading.provenance(record.source).changeVerb == "Added")
    #expect(reading.provenance(record.source).commitPage != nil)
  }

  @Test func saysWhoMergedWhat() async throws {
    let reading = try await SalesStory.history().reading(today: "2026-11-20")
    let page = reading.commitPage(6, at: reading.changes.page(of: 6))
    #expect(page.side?.commits.map(\.subject) == ["What Sunderly said on site", "Notes of the visit"])
    #expect(page.facts.first { $0.label == "Approved by" }?.values.first?.value == "Dana Whitfield")
    #expect(page.groups.map(\.groupTitle) == ["Norrvik Foods", "Battlecards"])
  }

  @Test func comparesTwoMomentsNet() async throws {
    let inputs = SiteInputs(tags: [.init("Q3 close", commit: 1)])
    let reading = try await SalesStory.history().reading(today: "2026-11-20", inputs: inputs)
    #expect(
      reading.comparisons.map(\.address) == [
        "/changes/compare/2026-11-16..now/", "/changes/compare/2026-11-09..now/", "/changes/compare/2026-11-02..now/",
        "/changes/compare/2026-10-26..now/", "/changes/compare/q3-close..now/",
      ])
    let page = reading.comparePage(try #require(reading.comparisons.last))
    let pipeline = try #require(page.pipeline)
    #expect(
      pipeline.rows.map { $0.cells.map(\.text) } == [["2", "3", "+1"], ["126,000 EUR", "207,000 EUR", "+81,000 EUR"]])
    #expect(page.moves.groups.first?.groupTitle == "Won")
    // What came as one stage and is in another now is new, not moved.
    #expect(page.stages?.rows.count == 2)
  }

  @Test func keepsAmbiguousNamesOfCommitsApart() async throws {
    var history = HistoryBuilder()
    for (number, id) in ["abcdef0111", "abcdef0122", "abcdef9000"].enumerated() {
      try history.commit("2026-11-0\(number + 1)T10:00:00Z", "John Smith", "One", id: id, [])
    }
    let reading = try await history.reading(today: "2026-11-20")
    #expect(reading.changes.names == ["abcdef011", "abcdef012", "abcdef9"])
  }

  @Test func cutsWeeksWhereTheCalendarDoes() async throws {
    let days = ["2026-12-27", "2026-12-28", "2027-01-03", "2027-01-04"].compactMap { WorkspaceModel.Day(iso: $0) }
    let weeks = ChangeWeek.weeks(days)
    #expect(weeks.map(\.address) == ["/changes/2027-w01/", "/changes/2026-w53/", "/changes/2026-w52/"])
    #expect(weeks.map(\.span) == ["4–10 Jan 2027", "28 Dec 2026 – 3 Jan 2027", "21–27 Dec 2026"])
  }

  @Test func isFreeWithoutAHistory() async throws {
    let reading = try await HistoryBuilder().reading(today: "2026-11-20")
    #expect(reading.changesPlan().isEmpty)
    #expect(!SitePlan(reading).addresses.contains("/changes/"))
  }
}
