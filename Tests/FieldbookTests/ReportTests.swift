import FieldbookApp
import FieldbookTestSupport
import Foundation
import Diagnostics
import Intelligence
import Site
import Testing
import WorkspaceModel

/// What reports say of the sample workspace, of an empty one, and of one whose names mean harm.
@Suite struct ReportTests {
  private static let sample = Task { try await ScratchRepository.withSample().fieldbook(at) }

  /// 23 November 2026, 07:00 in Stockholm: the day that the sample workspace is written for.
  private static let at: @Sendable (inout OpenOptions) -> Void = { $0.sourceDateEpoch = 1_795_413_600 }

  /// Every definition of this repository, by file name.
  static let names: [String] = {
    let folder = Places.content.appendingPathComponent("reporting").path
    let files = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
    return files.filter { $0.hasSuffix(".md") }.map {
      (($0 as NSString).lastPathComponent as NSString).deletingPathExtension
    }
    .sorted()
  }()

  @Test func thereAreDefinitions() { #expect(Self.names.count >= 14) }

  @Test(arguments: names)
  func rendersWithoutEmptyHeadingsAndUnknownTags(name: String) async throws {
    let fieldbook = try await Self.sample.value
    for user in [nil, "john.smith", "ravi.patel", "oskar.wren", "marcus.bell"] {
      let report = try fieldbook.report(ReportOptions(name, user: user, includesGoals: true))
      #expect(report.findings == [])
      let computed = Set(report.data.sections.map(\.id))
      #expect(report.definition.sections.map(\.id).filter { !computed.contains($0) } == [])
      let text = report.markdown()
      #expect(Self.emptyHeadings(text) == [], "\(name) for \(user ?? "everybody")")
      #expect(
        !text.contains("{{") && !text.contains("](#)") && !text.contains("]()") && !text.contains("nothing computes"))
      for part in [
        "As of ", "commit ", "scope: ", "period: ", "**Freshness:** ", "**Unknown or missing:** ", "**Definitions**",
      ] {
        #expect(text.contains(part), "\(part) in \(name)")
      }
    }
  }

  /// Headings that are followed by nothing.
  private static func emptyHeadings(_ text: String) -> [String] {
    let lines = text.split(separator: "\n").map(String.init)
    return zip(lines, lines.dropFirst() + [""]).filter { line, next in
      line.hasPrefix("#") && !line.hasPrefix("# ") && (next.hasPrefix("#") || next == "---" || next.isEmpty)
    }.map(\.0)
  }

  @Test func figuresAndLinksComeFromRecords() async throws {
    let fieldbook = try await Self.sample.value
    let report = try fieldbook.report(ReportOptions("ae", user: "john.smith", includesGoals: true))
    let text = report.markdown()
    #expect(text.contains("[Norrvik – Ledger for 14 plants](customers/norrvik-foods/deals/ledger-14-plants.md)"))
    #expect(text.contains("- Open, closing this quarter (2026-Q4): 84,000 EUR ARR (1 deal)"))
    let paths = Set(fieldbook.workspace.paths)
    for row in report.data.sections.flatMap(\.rows) {
      #expect(row.records.allSatisfy(paths.contains), "\(row.values)")
    }
    #expect(String(decoding: report.json.encoded(), as: UTF8.self).contains("\"records\":[\"customers/norrvik-foods"))
  }

  @Test func sameCommitAndMomentGiveTheSameBytes() async throws {
    let fieldbook = try await Self.sample.value
    for name in Self.names {
      let wanted = ReportOptions(name)
      #expect(try fieldbook.report(wanted).markdown() == fieldbook.report(wanted).markdown())
    }
  }

  @Test(arguments: names)
  func saysNoDataOfAnEmptyWorkspace(name: String) async throws {
    let repository = try ScratchRepository()
    try repository.write("fieldbook.yaml", "name: Empty\n")
    let folder = Places.content.appendingPathComponent("reporting").path
    for file in try FileManager.default.subpathsOfDirectory(atPath: folder) where file.hasSuffix("\(name).md") {
      try repository.write("reporting/\(file)", try String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8))
    }
    try repository.commit("Nothing yet")
    let report = try await repository.fieldbook().report(ReportOptions(name))
    let text = report.markdown()
    #expect(text.contains("No data: "))
    #expect(!["✓", "✔", "✅", "☑"].contains { text.contains($0) })
    for section in report.data.sections
    where section.id != "formulas" && section.id != "definitions_changed" && section.id != "data_quality" {
      // Where a figure is told at all, it is told as unknown.
      #expect(section.rows.allSatisfy { $0.values.contains { $0.text.contains("unknown") } }, "\(section.id)")
      #expect(!section.reason.isEmpty)
    }
  }

  @Test func hostileNamesStayWords() async throws {
    let repository = try ScratchRepository()
    let name =
      "# Own **it** [x](https://evil.example/a) <script>alert(1)</script> www.evil.example a@evil.example `c` | ![i](y)"
    let quoted = "\"\(name)\\n\\n## Owned\\n\\n- <b>list</b>\""
    try repository.write("fieldbook.yaml", "name: Test\n")
    try repository.write("customers/acme/profile.md", "---\nname: \(quoted)\nlifecycle: customer\n---\n")
    try repository.write(
      "customers/acme/deals/bad.md",
      "---\nname: \(quoted)\nstage: discovery\nowner: ann.lee\namount: {value: 10, currency: EUR, kind: ARR}\n"
        + "created_on: 2023-01-01\nclose_on: 2023-02-01\n---\n")
    let template = try String(
      contentsOfFile: Places.content.appendingPathComponent("reporting/personal/ae-weekly.md").path, encoding: .utf8)
    try repository.write("reporting/personal/ae-weekly.md", template)
    try repository.commit("Bad names")
    let report = try await repository.fieldbook().report(ReportOptions("ae-weekly"))
    #expect(report.markdown().contains("Own"))
    let html = report.html
    for bad in ["<script", "evil.example/a\"", "href=\"http", "mailto:", "<b>", "<img", "<code>c", "<strong>it"] {
      #expect(!html.contains(bad), "\(bad)")
    }
    #expect(!html.contains("Owned</h") && html.contains("## Owned") == true)
    #expect(html.components(separatedBy: "<h2").count == template.components(separatedBy: "\n## ").count)
  }

  @Test func unknownTagsAreNamed() async throws {
    let repository = try ScratchRepository()
    try repository.write("fieldbook.yaml", "name: Test\n")
    try repository.write(
      "reporting/personal/mine.md",
      "---\ntitle: Mine\nreport: ae\nsections:\n  - {id: horoscope, title: Stars}\n---\n{{comit}}\n{{#tomorrow}}{{titel}}{{/tomorrow}}\n\n{{no_horoscope}}\n"
    )
    try repository.commit("A template")
    let report = try await repository.fieldbook().report(ReportOptions("mine"))
    #expect(
      report.findings.map(\.summary) == [
        "'comit' is no field of the report 'ae'", "'titel' is no field of the report 'ae'",
      ])
    #expect(report.findings.map(\.help) == ["did you mean 'commit'?", "did you mean 'title'?"])
    #expect(report.findings.map(\.range.start.line) == [7, 8])
    #expect(report.markdown().contains("nothing computes the section 'horoscope'"))
  }

  @Test(arguments: [
    (["report", "ea"], "did you mean 'ae'?"), (["report", "ae", "--user", "john.smit"], "did you mean 'john.smith'?"),
    (["report", "ae", "--period", "this_quater"], "did you mean 'this_quarter'?"),
    (["report", "ae", "--team", "nordic"], "did you mean 'nordics'?"),
  ])
  func misspeltNamesHaveANeighbour(arguments: [String], help: String) throws {
    let repository = try ScratchRepository.withSample()
    let result = try withExtendedLifetime(repository) { try Program.run(arguments, in: repository.path) }
    #expect(result.status == 2)
    #expect(result.errors.contains(help))
  }

  @Test func pagesShowTheLatestTextButPersonalOnesOnlyToTheirReader() async throws {
    let files = try await ScratchRepository.withSample().site(Self.at)
    #expect(files.text("reports/team/cro-monthly/index.html").contains("id=\"latest\""))
    #expect(files.text("reports/team/cro-monthly/index.html").contains("Floor (won and commit)"))
    #expect(!files.text("reports/personal/ae-daily/index.html").contains("id=\"latest\""))
    let own = try await ScratchRepository.withSample().site {
      Self.at(&$0)
      $0.audience = "john.smith"
    }
    #expect(own.text("reports/personal/ae-daily/index.html").contains("id=\"latest\""))
    #expect(!own.text("reports/personal/csm-weekly/index.html").contains("id=\"latest\""))
  }
}
