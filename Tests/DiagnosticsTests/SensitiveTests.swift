import Diagnostics
import Testing

@Suite struct SensitiveTests {
  private let printed: [String: String] = {
    let text = TextPrinter(isColoured: false, among: Findings.all, line: Findings.line)
    let sarif = SARIFPrinter(toolVersion: "1", rules: Findings.rules, line: Findings.line)
    return [
      "text": Findings.all.map { text.text($0) }.joined(separator: "\n"),
      "json": String(decoding: JSONPrinter.document(Findings.all).encoded(), as: UTF8.self),
      "sarif": String(decoding: sarif.document(Findings.all).encoded(), as: UTF8.self),
      "junit": JUnitPrinter().document(Findings.all),
      "github": GitHubPrinter(line: Findings.line).text(Findings.all),
      "gitlab": String(decoding: GitLabPrinter(line: Findings.line).document(Findings.all).encoded(), as: UTF8.self),
    ]
  }()

  @Test(arguments: ["text", "json", "sarif", "junit", "github", "gitlab"])
  func noFormatPrintsTheSecret(format: String) throws {
    let output = try #require(printed[format])
    #expect(output.contains("secret-token"))
    #expect(!output.contains("sk_live") && !output.contains("SECRETSECRET"))
  }

  @Test(arguments: Diagnostic.sensitiveIDs.sorted())
  func textSaysThatTheLineIsNotShown(id: String) {
    var finding = Findings.secret
    finding.id = id
    let lines = TextPrinter(isColoured: false, line: Findings.line).text(finding).split(separator: "\n")
    #expect(lines.dropFirst() == ["   |", " 5 | (not shown)"])
  }

  @Test func hidesTheLineAlsoForFindingsBesideTheSecret() {
    let printer = TextPrinter(isColoured: false, among: Findings.all, line: Findings.line)
    #expect(printer.text(Findings.beside).contains("5 | (not shown)"))
    #expect(printer.text(Findings.beside).contains("'end' stands last"))
    #expect(printer.text(Findings.stage).contains("stage: negotation"))
  }

  @Test func aFingerprintDoesNotLetTheSecretBeGuessed() {
    let other: (RepoPath, Int) -> String? = { _, _ in "token: another_secret_there end" }
    #expect(Fingerprint.all([Findings.secret], line: Findings.line) == Fingerprint.all([Findings.secret], line: other))
  }
}
