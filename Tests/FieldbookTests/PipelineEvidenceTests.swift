import Diagnostics
import FieldbookApp
import FieldbookTestSupport
import Foundation
import Testing

struct PipelineEvidenceTests {
  /// Every link from the page of the pipeline to the evidence of a figure, with the words of the link.
  private func figures(_ files: [String: [UInt8]]) -> [(page: String, anchor: String, text: String)] {
    files.text("pipeline/index.html").components(separatedBy: "href=\"").dropFirst().compactMap { part in
      let target = part.prefix { $0 != "\"" }
      guard let start = target.range(of: "pipeline/evidence/") else { return nil }
      let sides = target[start.lowerBound...].split(separator: "#").map(String.init)
      guard sides.count == 2 else { return nil }
      let text = part.drop { $0 != ">" }.dropFirst().prefix { $0 != "<" }
      return (sides[0], sides[1], String(text))
    }
  }

  /// The rows that are too many for a page, in the files that it names for the table of a figure.
  private func furtherRows(_ page: String, _ anchor: String, _ files: [String: [UInt8]]) throws -> [JSONValue] {
    let text = files.text(page)
    guard let table = text.range(of: "<section class=\"data-table\" id=\"\(anchor)-records\"") else { return [] }
    let tag = text[table.upperBound...].prefix { $0 != ">" }
    guard let shards = tag.firstMatch(of: /data-shards="(\d+)"/).flatMap({ Int($0.1) }) else { return [] }
    return try (1...shards).flatMap { number in
      let file = try #require(files[page.replacing("index.html", with: "\(anchor)-records-\(number).js")])
      let list = String(decoding: file, as: UTF8.self).drop { $0 != "[" }.dropLast(2)
      return try JSONValue(reading: list.utf8).items ?? []
    }
  }

  /// Compares every figure with what its listed records come to, and tells how many had a value.
  private func check(_ files: [String: [UInt8]]) throws -> Int {
    var known = 0
    for figure in figures(files) {
      let page = try #require(files[figure.page].map { String(decoding: $0, as: UTF8.self) }, "\(figure.page)")
      var evidence = try #require(ListedEvidence(page, at: figure.anchor), "\(figure)")
      evidence.add(try furtherRows(figure.page, figure.anchor, files))
      // The share of working days is no record; the page names attainment as its factor.
      if evidence.id == "quota_pace" { continue }
      let (printed, added) = (evidence.printed, evidence.addedUp.filter { $0.value != 0 })
      if ["Unknown", "No data"].contains(evidence.exact) || evidence.exact == "Target met" { continue }
      known += 1
      for unit in Set(printed.keys).union(added.keys) {
        let (left, right) = (printed[unit] ?? 0, added[unit] ?? 0)
        #expect(
          abs(left - right) <= max(0.051, abs(right) * 0.0001),
          "\(figure.page)#\(figure.anchor) prints \(evidence.exact), its records come to \(added)")
      }
    }
    return known
  }

  /// The sample on a day on which its deals are under way.
  private func sample() async throws -> [String: [UInt8]] {
    try await ScratchRepository.withSample().site { $0.asOf = .init("2026-11-23") }
  }

  @Test func theRecordsOfEveryFigureOfTheSampleAddUpToIt() async throws {
    #expect(try check(try await sample()) > 40)
  }

  @Test func theRecordsOfEveryFigureOfADemoAddUpToIt() async throws {
    let folder = NSTemporaryDirectory() + "fieldbook-evidence-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let result = try Program.run(["demo", folder, "--customers", "1000", "--commits", "400"])
    try #require(result.status == 0, "\(result.errors)")
    var options = OpenOptions(wallClock: 1_800_000_000, jobs: 2)
    options.workspace = folder
    let site = try await PagesOnDemand(.open(options), theme: Places.theme, generator: "test")
    var files = ["pipeline/index.html": try #require(try await site.file(at: "pipeline/index.html"))]
    for (page, anchor) in Set(figures(files).map { [$0.page, $0.anchor] }).map({ ($0[0], $0[1]) }) {
      files[page] = try await site.file(at: page)
      for number in 1... {
        let further = page.replacing("index.html", with: "\(anchor)-records-\(number).js")
        guard let file = try await site.file(at: further) else { break }
        files[further] = file
      }
    }
    #expect(files.keys.contains { $0.hasSuffix(".js") }, "no list is so long that its rows come in parts")
    #expect(try check(files) > 40)
  }

  @Test func everyStepOfTheWaterfallMeetsTheNext() async throws {
    let page = try await sample().text("pipeline/index.html")
    #expect(page.contains("balances"))
    #expect(!page.contains("off by"))
  }

  @Test func thePageOfAnEarlierCommitIsTheOneThatWasBuiltThen() async throws {
    let repository = try ScratchRepository()
    func deal(_ stage: String, _ amount: Int, _ extra: String = "") -> String {
      "---\nname: Rollout\ntype: new\nstage: \(stage)\namount: {value: \(amount), currency: EUR, kind: ARR}\n"
        + "created_on: 2026-07-01\nclose_on: 2026-11-30\nowner: john.smith\n\(extra)---\n"
    }
    try repository.write("fieldbook.yaml", "name: Test Books\ntime_zone: Europe/Stockholm\n")
    try repository.write("customers/acme/profile.md", "---\nname: Acme\nlifecycle: customer\n---\n")
    try repository.write("customers/acme/deals/rollout.md", deal("discovery", 90_000))
    try repository.commit("First", at: 1_790_000_000)
    try repository.write("customers/acme/deals/rollout.md", deal("negotiation", 80_000))
    try repository.commit("Second", at: 1_791_500_000)
    let then = try await repository.site()
    try repository.write(
      "customers/acme/deals/rollout.md", deal("closed_won", 70_000, "closed_on: 2026-10-20\noutcome: won\n"))
    try repository.commit("Third", at: 1_792_600_000)
    let now = try await repository.site()
    let past = try await repository.site { $0.revision = "HEAD~1" }
    let pages = then.keys.filter { $0.hasPrefix("pipeline/") }
    #expect(pages.count > 5)
    for page in pages.sorted() {
      #expect(Self.main(past.text(page)) == Self.main(then.text(page)), "\(page)")
      if page == "pipeline/index.html" { #expect(Self.main(now.text(page)) != Self.main(then.text(page))) }
    }
  }

  /// The content of a page, without the frame that says that this is the past.
  private static func main(_ page: String) -> String {
    page.range(of: "<header class=\"page-head\"").map { String(page[$0.lowerBound...]) } ?? page
  }

  @Test func anEmptyWorkspaceSaysThatThereIsNoData() async throws {
    let repository = try ScratchRepository()
    try repository.write("customers/acme/profile.md", "---\nname: Acme\nlifecycle: prospect\n---\n")
    try repository.commit("First")
    let page = try await repository.site().text("pipeline/index.html")
    #expect(page.contains("No data"))
    #expect(!page.contains("metric-value"))
    #expect(!page.contains("100 %"))
  }
}
