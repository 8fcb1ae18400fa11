import DemoWorkspace
import Foundation
import Git
import Testing

struct ContentTests {
  @Test func summaryCountsWhatIsThere() throws {
    let demo = try DemoRepository(customers: 45)
    let paths = try demo.texts().keys
    #expect(paths.count { $0.hasSuffix("/profile.md") } == demo.summary.customers)
    #expect(demo.summary.customers == 45)
    #expect(paths.count { $0.contains("/deals/") } == demo.summary.deals)
    #expect(paths.count { $0.contains("/interactions/") } == demo.summary.interactions)
    #expect(paths.count == demo.summary.records)
    #expect((9...15).contains(demo.summary.records / demo.summary.customers))
  }

  @Test func insightsCiteWordForWord() throws {
    let texts = try DemoRepository(customers: 60).texts()
    let insights = texts.filter { $0.key.contains("/insights/") }
    #expect(insights.count > 20)
    for (path, text) in insights {
      let line = try #require(text.split(separator: "\n").first { $0.hasPrefix("  - {source: ") })
      let parts = line.dropFirst("  - {source: ".count).split(separator: ", quote: \"", maxSplits: 1)
      let folder = path.split(separator: "/").prefix(2).joined(separator: "/")
      let source = try #require(texts["\(folder)/\(parts[0])"])
      #expect(source.contains(parts[1].dropLast(2)), "\(path)")
    }
  }

  @Test func historyInADealEndsWhereTheDealStands() throws {
    for (path, text) in try DemoRepository(customers: 40).texts() where path.contains("/deals/") {
      let visits = text.split(separator: "\n").filter { $0.contains("entered_on: ") && $0.hasPrefix("  - {stage: ") }
      let last = try #require(visits.last)
      let stage = try #require(field("stage", in: text))
      let entered = try #require(field("stage_entered_on", in: text))
      #expect(last.contains("{stage: \(stage), entered_on: \(entered)"), "\(path)")
      #expect((field("outcome", in: text) != nil) == stage.hasPrefix("closed_"), "\(path)")
      #expect(field("closed_on", in: text) == (stage.hasPrefix("closed_") ? entered : nil), "\(path)")
      let days = visits.compactMap { $0.split(separator: "entered_on: ").last?.prefix(10) }
      #expect(days == days.sorted(), "\(path)")
    }
  }

  @Test func linksAndEvidenceLeadToFilesInEveryCommit() throws {
    let demo = try DemoRepository(customers: 20, commits: 40)
    let repository = try Repository(discovering: demo.folder)
    for commit in try demo.commits().suffix(8) {
      let texts = try DemoRepository.texts(in: repository, commit.tree)
      for (path, text) in texts where path.hasPrefix("customers/") && path.hasSuffix(".md") {
        let folder = path.split(separator: "/").prefix(2).joined(separator: "/")
        for link in text.matches(of: /(?:interactions|deals)\/[a-z0-9-]+\.md/) {
          #expect(texts["\(folder)/\(link.output)"] != nil, "\(path): \(link.output)")
        }
      }
    }
  }

  @Test func historyHoldsRenamesAndDeletions() throws {
    let changes = try DemoRepository(customers: 120, commits: 900).git("log", "--format=", "--name-status", "-M60%")
    let lines = changes.split(separator: "\n")
    #expect(lines.contains { $0.hasPrefix("R") && $0.contains("/deals/") })
    #expect(lines.contains { $0.hasPrefix("D") && $0.hasSuffix("profile.md") })
  }

  @Test func firstCustomersStayTheSameInALargerWorkspace() throws {
    let small = try Set(DemoRepository(customers: 5).texts().keys.filter { $0.hasPrefix("customers/") })
    let large = try Set(DemoRepository(customers: 15).texts().keys)
    #expect(small.isSubset(of: large))
  }
}
