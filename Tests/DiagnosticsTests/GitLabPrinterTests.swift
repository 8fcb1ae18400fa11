import Diagnostics
import Testing

@Suite struct GitLabPrinterTests {
  @Test func everyEntryHasWhatGitLabAsksFor() throws {
    let printer = GitLabPrinter(prefix: "./content/", line: Findings.line)
    let report = try JSONValue(reading: printer.document(Findings.all + Findings.many(50, .error)).encoded())
    let entries = try #require(report.items)
    #expect(entries.count == Findings.all.count + 50)
    var names: Set<String> = []
    for entry in entries {
      #expect(entry["description"]?.text?.isEmpty == false)
      #expect(entry["check_name"]?.text?.isEmpty == false)
      #expect(["info", "minor", "major", "critical", "blocker"].contains(entry["severity"]?.text))
      #expect(entry["location"]?["path"]?.text?.hasPrefix("content/") == true)
      #expect((entry["location"]?["lines"]?["begin"]?.integer ?? 0) >= 1)
      names.insert(try #require(entry["fingerprint"]?.text))
    }
    #expect(names.count == entries.count)
  }

  @Test func ranksSecretsAboveOtherErrors() {
    let entries = GitLabPrinter(line: Findings.line).document(Findings.all).items ?? []
    let severities = Dictionary(uniqueKeysWithValues: entries.map { ($0["check_name"]?.text, $0["severity"]?.text) })
    #expect(severities["secret-token"] == "critical")
    #expect(severities["invalid-value"] == "major")
    #expect(severities["misspelt"] == "minor")
    #expect(severities["odd-name"] == "info")
  }

  @Test func withoutFindingsItIsAnEmptyList() {
    #expect(GitLabPrinter(line: Findings.line).document([]).encoded() == Array("[]".utf8))
  }
}
