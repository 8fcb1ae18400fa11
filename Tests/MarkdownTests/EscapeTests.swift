import Testing

@testable import Markdown

struct EscapeTests {
  /// What joins the character before it, so that code which looks at characters misses a quote.
  static let joiners = ["", "\u{301}", "\u{200D}", "\u{FE0F}", "\u{20DD}", "\u{E0020}"]

  @Test(arguments: joiners)
  func everySpecialByteIsEscapedWhateverFollows(_ joiner: String) {
    #expect(
      Escape.html("a\"\(joiner)'\(joiner)<\(joiner)>\(joiner)&\(joiner)b")
        == "a&quot;\(joiner)&#39;\(joiner)&lt;\(joiner)&gt;\(joiner)&amp;\(joiner)b")
  }

  @Test(arguments: joiners)
  func addressesHoldNoQuoteSpaceOrAngle(_ joiner: String) {
    var output: [UInt8] = []
    Escape.appendAddress("a\"\(joiner)'\(joiner)<\(joiner) \\`{}|^".utf8, to: &output)
    #expect(!output.contains { $0 >= 0x80 || "\"'<> \\`".utf8.contains($0) })
  }

  @Test func addressesKeepWhatIsEncodedAndWhatHasMeaning() {
    var output: [UInt8] = []
    Escape.appendAddress("https://ö.example/a%20b?c=d&e=[f]#g".utf8, to: &output)
    #expect(String(decoding: output, as: UTF8.self) == "https://%C3%B6.example/a%20b?c=d&amp;e=%5Bf%5D#g")
  }

  @Test func pathsEncodeEverythingThatHasMeaningInAnAddress() {
    var output: [UInt8] = []
    Escape.appendPath("a b/c%41?#&'\u{FFFD}".utf8 + [0xFF], to: &output)
    #expect(String(decoding: output, as: UTF8.self) == "a%20b/c%2541%3F%23%26%27%EF%BF%BD%FF")
  }

  @Test func queriesEncodeSlashesToo() {
    var output: [UInt8] = []
    Escape.appendQuery("a/b=c&d".utf8, to: &output)
    #expect(String(decoding: output, as: UTF8.self) == "a%2Fb%3Dc%26d")
  }

  @Test(arguments: [
    ("http://a", Link.Reach.external), ("HTTPS://a", .external), ("mailto:a@b", .contact), ("tel:+1", .contact),
    ("a.md", .relative), ("../a b", .relative), ("/a", .relative), ("?a", .relative), ("", .relative),
    ("#a", .fragment),
    ("12:30.md", .relative), ("a/b:c", .relative), (" #a", .fragment),
    ("javascript:alert(1)", .refused), ("JaVaScRiPt:x", .refused), (" javascript:x", .refused),
    ("java\tscript:x", .refused), ("java\nscript:x", .refused), ("\u{1}javascript:x", .refused),
    ("javascript\u{7F}:x", .refused), ("vbscript:x", .refused), ("data:text/html,x", .refused),
    ("data:image/png;base64,x", .refused), ("blob:x", .refused), ("file:///etc/passwd", .refused),
    ("xmpp:a@b", .refused), ("ftp://a", .refused), ("//host/a", .refused), ("\\\\host/a", .refused),
    ("/\\host", .refused), ("\\/host", .refused), (" //host", .refused), ("%6Aavascript:x", .refused),
    ("ｊavascript:x", .refused), ("view-source:x", .refused), ("about:blank", .refused),
  ])
  func onlyHarmlessSchemesPass(_ destination: String, _ reach: Link.Reach) {
    let bytes = Array(destination.utf8)
    #expect(bytes.withUnsafeBufferPointer { LinkDestination.reach(of: $0) } == reach)
  }
}
