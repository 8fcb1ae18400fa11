import Diagnostics
import Testing

@Suite struct GitHubPrinterTests {
  /// A command taken apart by the documented grammar: `::name key=value,key=value::message`.
  struct Command {
    var name: String
    var properties: [String: String] = [:]
    var message: String

    init?(_ line: Substring) {
      guard line.hasPrefix("::"), let end = line.dropFirst(2).firstRange(of: "::") else { return nil }
      let head = line.dropFirst(2)[..<end.lowerBound].split(separator: " ", maxSplits: 1)
      name = String(head[0])
      message = Self.plain(line[end.upperBound...])
      for pair in head.dropFirst().joined().split(separator: ",") {
        let parts = pair.split(separator: "=", maxSplits: 1)
        if parts.count == 2 { properties[String(parts[0])] = Self.plain(parts[1]) }
      }
    }

    private static func plain(_ text: Substring) -> String {
      var text = String(text)
      for (code, sign) in [("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")] {
        text = text.split(separator: code, omittingEmptySubsequences: false).joined(separator: sign)
      }
      return text
    }
  }

  private func commands(_ findings: [Diagnostic], prefix: String = "") throws -> [Command] {
    let text = GitHubPrinter(prefix: prefix, line: Findings.line).text(findings)
    return try text.split(separator: "\n").map { try #require(Command($0)) }
  }

  @Test func namesThePlaceInColumnsOfUTF16() throws {
    let command = try #require(try commands([Findings.word], prefix: "./content/").first)
    let start = "führung 😀 ".utf16.count + 1
    #expect(command.name == "warning")
    #expect(
      command.properties == [
        "file": "content/deals/q3.md", "line": "4", "col": "\(start)", "endColumn": "\(start + 4)", "title": "misspelt",
      ])
    #expect(command.message == "'wrng' in [x](y), {0}\u{FFFD}[2J\u{FFFD}next")
  }

  @Test func escapesWhatWouldEndAPropertyOrALine() throws {
    var finding = Findings.stage
    finding.range.file = "a,b:c%d/ä.md"
    finding.summary = "100 % :: ::error::x, y\r\nz"
    let text = GitHubPrinter(line: Findings.line).text([finding])
    #expect(text.hasPrefix("::error file=a%2Cb%3Ac%25d/ä.md,line=2,title=invalid-value::100 %25 :: ::error::x, y"))
    #expect(text.utf8.filter { $0 == 0x0A }.count == 1)
    #expect(try commands([finding]).first?.properties["file"] == "a,b:c%d/ä.md")
  }

  @Test func aStretchOfLinesHasNoColumns() throws {
    var finding = Findings.odd
    finding.severity = .error
    #expect(Set(try #require(try commands([finding]).first).properties.keys) == ["file", "line", "endLine", "title"])
  }

  @Test func showsTenErrorsThenTenWarningsThenOneLineThatCounts() throws {
    let found = try commands(Findings.many(12, .warning) + Findings.many(25, .error) + [Findings.odd])
    let tenEach = ["error", "warning"].flatMap { Array(repeating: $0, count: 10) }
    #expect(found.map(\.name) == tenEach + ["notice"])
    #expect(found.last?.message == "25 errors, 12 warnings, 1 note; 20 shown here, run 'fieldbook check' to read all")
  }

  @Test func saysNothingMoreWhereAllIsShown() throws {
    #expect(try commands([Findings.stage, Findings.word]).map(\.name) == ["error", "warning"])
    #expect(GitHubPrinter(line: Findings.line).text([]).isEmpty)
  }
}
