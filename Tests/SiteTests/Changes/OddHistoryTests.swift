import Diagnostics
import Testing
import WorkspaceModel

@testable import Site

/// Histories that are not as they should be, or very large.
struct OddHistoryTests {
  private func profile(_ text: String) -> String { "---\nname: Acme\n---\n\(text)\n" }

  @Test func tellsAnImportByCountsAndItsFirstRecords() async throws {
    var history = HistoryBuilder()
    try history.commit(
      "2026-10-12T09:00:00+02:00", "Priya Nair", "Import",
      (1...250).map { .write(RepoPath("customers/c\($0)/profile.md"), profile("Text")) })
    let reading = try await history.reading(today: "2026-11-20")
    let page = reading.commitPage(0, at: reading.changes.page(of: 0))
    #expect(page.counts?.rows.first?.cells.map(\.text) == ["250", "–", "–", "–"])
    #expect(page.groups.flatMap(\.records).count == 60)
    #expect(page.groups.flatMap(\.records).allSatisfy { $0.body.prose == nil && $0.body.sourceChange == nil })
    #expect(page.cutNote == "The first 60 of 250 records are shown, without their texts.")
    #expect(reading.commitItem(0).lines.count == 5)
    #expect(reading.commitItem(0).moreLines == "and 245 more records")
  }

  @Test func showsThirtyVersionsAndListsTheRest() async throws {
    var history = HistoryBuilder()
    for number in 0..<40 {
      let day = 1 + number / 2
      try history.commit(
        "2026-10-\(day < 10 ? "0" : "")\(day)T1\(number % 2):00:00Z", "John Smith", "Edit \(number)",
        [.write("customers/acme/profile.md", profile("Text \(number)"))])
    }
    let reading = try await history.reading(today: "2026-11-20")
    let page = reading.recordHistoryPage(0, at: Href("/customers/acme/history/"))
    #expect(page.days.flatMap(\.versions).count == 30)
    #expect(page.older?.rows.count == 10)
    #expect(page.older?.rows.last?.lead.text == "Edit 0")
  }

  @Test func keepsARemovedRecordByName() async throws {
    var history = HistoryBuilder()
    try history.commit(
      "2026-10-12T09:00:00Z", "John Smith", "Add",
      [
        .write("customers/acme/profile.md", profile("Text")),
        .write(
          "customers/acme/deals/pilot.md",
          SalesStory.deal("Pilot", stage: "lead", amount: 9, close: "2026-12-01", text: "x")),
      ])
    try history.commit("2026-10-20T09:00:00Z", "", "", [.remove("customers/acme/deals/pilot.md")]) { commit in
      commit.author = Contributor(name: "", email: "")
    }
    let reading = try await history.reading(today: "2026-10-23")
    let page = reading.commitPage(1, at: reading.changes.page(of: 1))
    let gone = try #require(page.groups.first?.records.first)
    #expect(gone.recordTitle == "Pilot")
    #expect(gone.recordPage == nil && gone.recordHistory == nil)
    #expect(gone.body.verbs.map(\.text) == ["Removed"])
    #expect(page.head.title == "No message")
    #expect(page.head.people.first?.name == "Somebody without a name")
    let week = try #require(reading.changesPage().week)
    #expect(week.groups.map(\.groupTitle) == ["Taken out"])
  }

  @Test func escapesWhatOthersWrote() async throws {
    let hostile = "\"><img src=x onerror=alert(1)>\u{301} & 'x' \u{1}"
    var history = HistoryBuilder()
    for number in 0..<2 {
      try history.commit(
        "2026-10-1\(number)T09:00:00Z", hostile, hostile,
        [
          .write(
            "customers/acme/profile.md", profile("\(number) <script>alert(1)</script> & <b>x</b>"),
            [.init("industry", .text(hostile), .text("<i>\(number)"))])
        ]
      ) { commit in
        commit.details = hostile
        commit.trailers = [.init("Approved-by", hostile)]
        commit.side = [.init(id: hostile, author: Contributor(name: hostile, email: hostile), subject: hostile)]
        commit.parents = 2
      }
    }
    let reading = try await history.reading(
      today: "2026-10-23", inputs: SiteInputs(tags: [.init(hostile, commit: 0)]))
    let output = MemoryOutput()
    _ = try await SiteBuilder(reading, theme: try BundledTheme.load(), generator: "test").build(
      into: output, assets: [:], jobs: 1)
    for (path, bytes) in output.files where path.hasSuffix(".html") || path.hasSuffix(".xml") {
      let text = String(decoding: bytes, as: UTF8.self)
      for forbidden in ["<img src=x", "<script>alert", "<i>0", "<i>1"] {
        #expect(!Array(text.utf8).contains(subsequence: Array(forbidden.utf8)), "\(path): \(forbidden)")
      }
      if path.hasSuffix(".xml") { #expect(!bytes.contains(1) && XMLText(bytes).isWellFormed, "\(path)") }
    }
  }

  @Test func saysWhereHistoryIsCutOff() async throws {
    var history = HistoryBuilder()
    for day in 1...2 {
      try history.commit(
        "2026-10-0\(day)T09:00:00Z", "John Smith", "Edit", [.write("customers/acme/profile.md", profile("\(day)"))])
    }
    history.cutOff()
    let reading = try await history.reading(today: "2026-10-23")
    #expect(reading.changesPage().head.notices.first?.noticeTitle == "History before 1 Oct 2026 is unknown")
    let page = reading.recordHistoryPage(0, at: Href("/customers/acme/history/"))
    #expect(page.head.notices.first?.noticeTitle == "History before 1 Oct 2026 is unknown")
    #expect(page.ending == "What happened before 1 Oct 2026 lies beyond this clone.")
  }

  @Test func countsDaysWhereTheWorkspaceIsAtHome() async throws {
    var history = HistoryBuilder()
    try history.commit("2026-11-15T23:30:00Z", "John Smith", "Late on Sunday", [])
    let inputs = SiteInputs(offsetMinutes: { _ in 60 })
    let reading = try await history.reading(today: "2026-11-20", inputs: inputs)
    #expect(reading.changes.weeks.map(\.address) == ["/changes/2026-w47/"])
    #expect(reading.changesPage().days.first?.on.text == "Monday, 16 Nov 2026")
    #expect(reading.commitItem(0).at.text == "00:30")
  }
}

extension Array where Element: Equatable {
  /// Whether these elements stand somewhere one after the other.
  fileprivate func contains(subsequence other: [Element]) -> Bool {
    guard let first = other.first, count >= other.count else { return other.isEmpty }
    return indices.dropLast(other.count - 1).contains {
      self[$0] == first && self[$0..<($0 + other.count)].elementsEqual(other)
    }
  }
}
