import Diagnostics
import Testing

@Suite struct SARIFPrinterTests {
  private let log = SARIFPrinter(
    toolVersion: "1.2.3", rules: Findings.rules, prefix: "content/", line: Findings.line
  ).document(Findings.all)

  private var results: [JSONValue] { log["runs"]?.items?.first?["results"]?.items ?? [] }

  private func region(_ id: String) -> [Int?] {
    let region = results.first { $0["ruleId"]?.text == id }?["locations"]?.items?.first?["physicalLocation"]?["region"]
    return ["startLine", "startColumn", "endLine", "endColumn"].map { region?[$0]?.integer }
  }

  @Test func fitsThePublishedSchema() throws {
    #expect(SARIFShape.log.problems(log) == [])
    #expect(try JSONValue(reading: log.encoded(pretty: true)) == log)
    let empty = SARIFPrinter(toolVersion: "1", rules: [], line: Findings.line).document([])
    #expect(SARIFShape.log.problems(empty) == [])
  }

  @Test func theShapeRefusesWhatTheSchemaRefuses() {
    let driver = JSONValue.members(("version", .string("1")))
    let run = JSONValue.members(("tool", .members(("driver", driver))), ("rslts", .array([])))
    let log = JSONValue.members(("version", .string("2.0.0")), ("runs", .array([run])))
    let expected = [".runs[0].rslts: not known", ".runs[0].tool.driver: lacks name", ".version: '2.0.0'"]
    #expect(SARIFShape.log.problems(log).sorted() == expected)
  }

  @Test func countsColumnsInUTF16CodeUnits() {
    let start = "führung 😀 ".utf16.count + 1
    #expect(region("misspelt") == [4, start, 4, start + 4])
    #expect(region("invalid-value") == [2, 8, 2, 18])
    #expect(region("odd-name") == [1, 1, 2, 2])
  }

  @Test func namesOnlyTheLineWhereTheTextIsNotToBeHad() { #expect(region("missing-file") == [1, nil, nil, nil]) }

  @Test func everyResultPointsAtItsRule() throws {
    let rules = log["runs"]?.items?.first?["tool"]?["driver"]?["rules"]?.items ?? []
    #expect(results.count == Findings.all.count)
    for result in results {
      let index = try #require(result["ruleIndex"]?.integer)
      #expect(rules[index]["id"] == result["ruleId"])
    }
  }

  @Test func describesARuleThatNobodyDescribed() {
    let log = SARIFPrinter(toolVersion: "1", rules: [], line: Findings.line).document([Findings.stage])
    let rules = log["runs"]?.items?.first?["tool"]?["driver"]?["rules"]?.items
    #expect(rules?.map { $0["id"]?.text } == ["invalid-value"])
    #expect(SARIFShape.log.problems(log) == [])
  }

  @Test func pathsAreRelativeToTheRepositoryAndPercentEncoded() {
    let uris = results.compactMap {
      $0["locations"]?.items?.first?["physicalLocation"]?["artifactLocation"]?["uri"]?.text
    }
    #expect(uris.contains("content/notes/%C3%A4%20b%2Cc%3Ad%25.md"))
    #expect(uris.allSatisfy { $0.hasPrefix("content/") })
  }

  @Test func offersRepairsInTheSameColumns() {
    let fix = results.first { $0["ruleId"]?.text == "invalid-value" }?["fixes"]?.items?.first
    let replacement = fix?["artifactChanges"]?.items?.first?["replacements"]?.items?.first
    #expect(replacement?["deletedRegion"]?["endColumn"]?.integer == 18)
    #expect(replacement?["insertedContent"]?["text"]?.text == "negotiation")
  }

  @Test func offersNewFilesAsInsertionsAndNeverHalfOfARename() throws {
    var finding = Findings.stage
    finding.fixIts = [
      FixIt("add it", files: [.create("deals/new.md", text: "# New\n")]),
      FixIt("move it", edits: finding.fixIts.flatMap(\.edits), files: [.rename("deals", to: "sales")]),
    ]
    let log = SARIFPrinter(toolVersion: "1", rules: [], line: Findings.line).document([finding])
    #expect(SARIFShape.log.problems(log) == [])
    let result = try #require(log["runs"]?.items?.first?["results"]?.items?.first)
    let fixes = try #require(result["fixes"]?.items)
    #expect(fixes.map { $0["description"]?["text"]?.text } == ["add it"])
    let change = fixes.first?["artifactChanges"]?.items?.first
    #expect(change?["artifactLocation"]?["uri"]?.text == "deals/new.md")
    #expect(change?["replacements"]?.items?.first?["insertedContent"]?["text"]?.text == "# New\n")
    #expect(result["properties"]?["renames"]?.items?.first?["to"]?["uri"]?.text == "sales")
  }

  @Test func contentPutsNoLinksIntoMessages() {
    let message = results.first { $0["ruleId"]?.text == "misspelt" }?["message"]?["text"]?.text
    #expect(message?.contains("\\[x\\](y)") == true)
  }

  @Test func keepsTheMostSevereWhereThereAreTooMany() throws {
    let findings = Findings.many(SARIFPrinter.resultLimit, .warning) + [Findings.whole, Findings.odd]
    let log = SARIFPrinter(toolVersion: "1", rules: [], line: Findings.line).document(findings)
    let run = try #require(log["runs"]?.items?.first)
    let results = try #require(run["results"]?.items)
    #expect(results.count == SARIFPrinter.resultLimit)
    #expect(results.contains { $0["ruleId"]?.text == "missing-file" })
    #expect(!results.contains { $0["ruleId"]?.text == "odd-name" })
    let notice = run["invocations"]?.items?.first?["toolExecutionNotifications"]?.items?.first
    #expect(notice?["message"]?["text"]?.text?.hasPrefix("2 findings") == true)
  }
}
