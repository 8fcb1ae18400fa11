import Testing

@testable import Site

struct TemplateTests {
  private static let unusable: [(String, [String: String], String)] = [
    ("a partial that does not exist", ["layouts/a.mustache": "{{> gone}}"], "layouts/a.mustache:1"),
    (
      "a partial that includes itself",
      ["layouts/a.mustache": "x", "partials/p.mustache": "\n{{> q}}", "partials/q.mustache": "{{> p}}"],
      "partials/q.mustache:1"
    ),
    ("a tag that is never closed", ["layouts/a.mustache": "\n\n{{name"], "layouts/a.mustache:3"),
    ("a lambda or inheritance tag", ["layouts/a.mustache": "{{<base}}{{/base}}"], "layouts/a.mustache:1"),
    ("an empty tag", ["layouts/a.mustache": "{{ }}"], "layouts/a.mustache:1"),
  ]

  @Test(arguments: unusable)
  func refusesBeforeAnythingIsRendered(name: String, files: [String: String], place: String) throws {
    let error = #expect(throws: ThemeError.self) { try Theme(files: files.mapValues { Array($0.utf8) }) }
    #expect(error?.description.contains(place) == true, "\(name): \(error?.description ?? "")")
  }

  /// Each value is one `Character` with what follows its quote, and must be escaped all the same.
  @Test(arguments: ["\u{301}", "\u{200D}", "\u{FE0F}", "\u{20DD}", ""])
  func escapesQuotesThatCarryCombiningMarks(mark: String) throws {
    let hostile = "\"\(mark) onmouseover=alert(1) <\(mark)b>&\(mark)'\(mark)"
    let theme = try Theme(
      files: ["layouts/a.mustache": Array("<a title=\"{{text}}\">".utf8)], models: ["a": Link.self])
    let html = try theme.render(Link(text: hostile, href: Href("/")), layout: "a", root: "")
    #expect(!html.dropFirst("<a title=\"".count).dropLast(2).utf8.contains(UInt8(ascii: "\"")))
    #expect(!html.dropFirst(3).dropLast(1).utf8.contains(UInt8(ascii: "<")))
    for escaped in ["&quot;", "&lt;", "&amp;", "&#39;"] {
      #expect(!Array(html.utf8).split(separator: Array(escaped.utf8)).isEmpty)
    }
    #expect(html.utf8.count > hostile.utf8.count + 12)
  }

  @Test(arguments: [
    ("/", "", "index.html"), ("/customers/", "", "customers/index.html"),
    ("/customers/acme/", "../../", "../../customers/acme/index.html"),
    ("https://example.org/x", "../", "https://example.org/x"), ("/files/a.pdf", "../", "../files/a.pdf"),
  ])
  func printsAddressesRelativeToThePage(path: String, root: String, expected: String) {
    #expect(Href(path).relative(to: root) == expected)
    #expect(Href(path, fragment: "x").relative(to: root) == expected + "#x")
  }

  @Test(arguments: [("/", ""), ("/customers/", "../"), ("/customers/acme/", "../../")])
  func knowsHowDeepAPageLies(address: String, root: String) {
    #expect(PageDepth.root(of: address) == root)
  }

  @Test func nothingIsPrintedForWhatIsAbsent() throws {
    let theme = try Theme(
      files: ["layouts/a.mustache": Array("{{#note}}[{{note}}]{{/note}}{{^note}}none{{/note}}".utf8)],
      models: ["a": KeyFigure.self])
    let figure = KeyFigure(label: "a", value: "b", note: nil, noteTone: "neutral", evidence: nil, isUnknown: false)
    #expect(try theme.render(figure, layout: "a", root: "") == "none")
  }
}
