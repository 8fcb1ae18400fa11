import FieldbookTestSupport
import Testing

/// Links to headings that were renamed still find their place.
struct HeadingAliasTests {
  private func site(_ versions: [[String]]) async throws -> String {
    let repository = try ScratchRepository()
    try repository.write("fieldbook.yaml", "name: Headings\n")
    for (number, headings) in versions.enumerated() {
      let body = headings.map { "## \($0)\n\nWords below.\n\n" }.joined()
      try repository.write("guide.md", "# Guide\n\nVersion \(number).\n\n\(body)")
      try repository.commit("Version \(number)")
    }
    return try await repository.site().text("guide/index.html")
  }

  @Test func aRenamedHeadingKeepsItsOldName() async throws {
    let page = try await site([["Scope", "Prices", "Terms"], ["Scope", "What it costs", "Terms"]])
    #expect(page.contains("<span id=\"prices\"></span><h2 id=\"what-it-costs\">"))
  }

  @Test func namesAreFollowedOverSeveralVersions() async throws {
    let page = try await site([["Prices", "Terms"], ["Costs", "Terms"], ["Costs", "Law"], ["Money", "Law"]])
    #expect(page.contains("<span id=\"costs\"></span><span id=\"prices\"></span><h2 id=\"money\">"))
    #expect(page.contains("<span id=\"terms\"></span><h2 id=\"law\">"))
  }

  @Test func aNameThatCameBackIsNotDoubled() async throws {
    let page = try await site([["Prices", "Terms"], ["Costs", "Terms"], ["Prices", "Terms"]])
    #expect(page.contains("<span id=\"costs\"></span><h2 id=\"prices\">"))
    #expect(page.components(separatedBy: "id=\"prices\"").count == 2)
    let moved = try await site([["Prices", "Terms"], ["Costs", "Terms"], ["Costs", "Terms", "Prices"]])
    #expect(!moved.contains("<span id=\"prices\">"))
  }

  @Test func aSectionThatWasRemovedLeavesNoName() async throws {
    let page = try await site([["Scope", "Prices", "Terms"], ["Scope", "Terms"]])
    #expect(!page.contains("id=\"prices\""))
  }

  @Test func headingsThatMovedAndChangedAreKnownByTheirWords() async throws {
    let page = try await site([
      ["Prices of modules", "Terms of payment", "End"], ["New", "Payment terms", "Prices of all modules", "End"],
    ])
    #expect(page.contains("<span id=\"prices-of-modules\"></span><h2 id=\"prices-of-all-modules\">"))
    #expect(page.contains("<span id=\"terms-of-payment\"></span><h2 id=\"payment-terms\">"))
  }

  @Test func namesSurviveARenameOfTheFile() async throws {
    let repository = try ScratchRepository()
    let text = (1...9).map { "Line \($0) stays.\n" }.joined()
    try repository.write("old.md", "# Guide\n\n## Prices\n\n\(text)")
    try repository.commit("One")
    try repository.git("mv", "old.md", "new.md")
    try repository.commit("Two")
    try repository.write("new.md", "# Guide\n\n## Costs\n\n\(text)")
    try repository.commit("Three")
    let site = try await repository.site()
    #expect(site.text("new/index.html").contains("<span id=\"prices\"></span><h2 id=\"costs\">"))
    #expect(site.text("_redirects") == "/old/ /new/ 301\n/old/history/ /new/history/ 301\n")
  }
}
