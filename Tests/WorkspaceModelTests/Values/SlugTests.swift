import Testing
import WorkspaceModel

@Suite struct SlugTests {
  @Test(arguments: [
    "acme", "norrvik-foods", "john.smith", "best_case", "q3-2026", "9", "a1", String(repeating: "a", count: 100),
  ])
  func acceptsLowerCaseWordsJoinedByOneSign(text: String) {
    #expect(Slug.isValid(text))
  }

  @Test(arguments: [
    "", "Acme", "a b", "-a", "a-", "a--b", "a.-b", "ä", "a/b", "..", ".", "a\u{301}", "a\n",
    String(repeating: "a", count: 101),
  ])
  func refusesEverythingElse(text: String) {
    #expect(!Slug.isValid(text))
  }

  @Test(arguments: [
    ("closed_won", "Closed won"), ("norrvik-foods", "Norrvik foods"), ("éclair-co", "Éclair co"), ("", ""), ("x", "X"),
    ("john.smith", "John.smith"), ("ßtern", "SStern"),
  ])
  func makesATitle(id: String, title: String) {
    #expect(Slug.title(of: id) == title)
  }
}
