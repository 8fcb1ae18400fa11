import Testing

@testable import Markdown

struct SlugTests {
  @Test(arguments: [
    ("Who they are", "who-they-are"),
    ("Pricing & terms (2026)", "pricing--terms-2026"),
    ("What's new?", "whats-new"),
    ("snake_case-and-hyphen", "snake_case-and-hyphen"),
    ("Größe in Malmö", "größe-in-malmö"),
    ("ÉTÉ", "été"),
    ("日本語 見出し", "日本語-見出し"),
    ("Привет, Мир!", "привет-мир"),
    ("e\u{301}tude", "e\u{301}tude"),
    ("🎉 Party", "-party"),
    ("Norrvik – Ledger", "norrvik--ledger"),
    ("١٢٣ Ⅷ ½", "١٢٣--"),
    ("🎉", "section"),
    ("", "section"),
    ("C++ / C#", "c--c"),
  ])
  func followsGitHub(_ text: String, _ slug: String) {
    #expect(Array(Slugs.slug(text.utf8).utf8) == Array(slug.utf8))
  }

  @Test func repeatsAreNumberedAndNeverCollide() {
    var slugs = Slugs()
    let ids = ["A", "a", "a-1", "A", "a 1", "b"].map { slugs.next(for: $0.utf8) }
    #expect(ids == ["a", "a-1", "a-1-1", "a-2", "a-1-2", "b"])
    #expect(Set(ids).count == ids.count)
  }

  @Test func headingsWithCodeAndLinksUseTheirWords() throws {
    let headings = try document("# The `fieldbook.yaml` *file*\n\n## See [the docs](x) ![i](j) [[k|wiki]]").headings
    #expect(headings.map(\.id) == ["the-fieldbookyaml-file", "see-the-docs--wiki"])
    #expect(headings.map(\.text) == ["The fieldbook.yaml file", "See the docs  wiki"])
  }
}
