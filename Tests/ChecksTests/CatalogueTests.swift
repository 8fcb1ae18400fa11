import Checks
import Foundation
import Testing

struct CatalogueTests {
  private static let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Sources")

  /// Ids as the source writes them: `id: "a-b"`, also behind a choice, and `let id = "a-b"`.
  private static func ids(in text: String) -> [String] {
    // Examples are texts of files, in which an id belongs to somebody.
    let lines = text.split(separator: "\n").filter { !$0.contains("===") && !$0.contains("- {") }
    let choice = /\bid: (?:[^,"\n]*(?:"[^"\n]*")?[^,"\n]* \? )?"([a-z][a-z0-9]*(?:-[a-z0-9]+)*)"(?: : "([a-z0-9-]+)")?/
    let constant = /\blet id = "([a-z0-9-]+)"/
    return lines.flatMap { line in
      line.matches(of: choice).flatMap { [$0.output.1, $0.output.2].compactMap { $0.map(String.init) } }
        + line.matches(of: constant).map { String($0.output.1) }
    }
  }

  @Test func everyIDThatTheProgramReportsIsCatalogued() throws {
    var found: [String: String] = [:]
    for folder in ["Checks", "FieldbookApp", "History", "Markdown", "WorkspaceModel"] {
      let root = Self.sources.appendingPathComponent(folder)
      for name in try FileManager.default.subpathsOfDirectory(atPath: root.path) where name.hasSuffix(".swift") {
        let text = try String(contentsOf: root.appendingPathComponent(name), encoding: .utf8)
        guard text.contains("Diagnostic(") || text.contains("finding(") || text.contains("require(") else { continue }
        for id in Self.ids(in: text) { found[id] = name }
      }
    }
    let known = Set(CheckCatalog.all.map(\.id))
    #expect(found.count > 100)
    #expect(found.filter { !known.contains($0.key) } == [:])
  }

  @Test(arguments: [
    (#"id: "broken-link", severity: .error"#, ["broken-link"]), (#"let id = "iban""#, ["iban"]),
    (#"id: form.contains("day") ? "invalid-date" : "wrong-type","#, ["invalid-date", "wrong-type"]),
    ("  - {id: bea, name: Bea}", []),
  ])
  func theScanSeesIDs(line: String, ids: [String]) { #expect(Self.ids(in: line) == ids) }
}
