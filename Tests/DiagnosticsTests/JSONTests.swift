import Diagnostics
import Foundation
import Testing

@Suite struct JSONTests {
  @Test(arguments: [
    ("plain", #""plain""#), ("\"\\", #""\"\\""#), ("\n\r\t", #""\n\r\t""#),
    ("\u{0}\u{1F}\u{7F}", #""\u0000\u001f\u007f""#),
    ("</script>", #""\u003c/script\u003e""#), ("R&D", #""R\u0026D""#), ("é日🎉", "\"é日🎉\""),
    // A quote that a `Character` would hide inside a cluster.
    ("\"\u{301}", "\"\\\"\u{301}\""), ("<\u{200D}", "\"\\u003c\u{200D}\""),
  ])
  func escapesWhatCouldLeaveAString(text: String, expected: String) {
    #expect(written(.string(text)).utf8.elementsEqual(expected.utf8))
  }

  @Test func readsBackAsTheSameText() throws {
    let text = String(String.UnicodeScalarView((0..<0x300).compactMap(Unicode.Scalar.init)))
    let bytes = JSONValue.array([.string(text)]).encoded()
    let read = try #require(JSONSerialization.jsonObject(with: Data(bytes)) as? [String])
    #expect(read.first.map { Array($0.unicodeScalars) } == Array(text.unicodeScalars))
  }

  @Test func keepsTheOrderOfMembersAndLeavesOutAbsentOnes() {
    let value = JSONValue.members(("z", .integer(1)), ("gone", nil), ("a", .null), ("m", .bool(false)))
    #expect(written(value) == #"{"z":1,"a":null,"m":false}"#)
  }

  @Test func writesDecimalsDigitByDigit() {
    #expect(written(.array([.number("1250.50"), .integer(-3)])) == "[1250.50,-3]")
  }

  @Test func indentsByTwoWhenAskedTo() {
    let value = JSONValue.members(("a", .array([.integer(1), .object([])])), ("b", .array([])))
    let expected = """
      {
        "a": [
          1,
          {}
        ],
        "b": []
      }

      """
    #expect(written(value, pretty: true) == expected)
  }

  @Test func printsFindingsWithPlacesBelowThePrefix() {
    var finding = Diagnostic(
      id: "unknown-field", severity: .warning,
      range: SourceRange(
        file: "deals/q3.md", start: SourcePosition(line: 2, column: 1), end: SourcePosition(line: 2, column: 5)),
      summary: "unknown field 'stge'", help: "did you mean 'stage'?")
    finding.fixIts = [FixIt("rename it", edits: [.init(range: finding.range, replacement: "stage")])]
    let expected =
      #"{"version":1,"findings":[{"id":"unknown-field","severity":"warning","path":"sales/deals/q3.md","#
      + #""start":{"line":2,"column":1},"end":{"line":2,"column":5},"summary":"unknown field 'stge'","#
      + #""help":"did you mean 'stage'?","fixes":[{"summary":"rename it","edits":[{"start":{"line":2,"column":1},"#
      + #""end":{"line":2,"column":5},"replacement":"stage"}]}]}]}"#
    #expect(written(JSONPrinter.document([finding], prefix: "sales/")) == expected)
  }

  @Test func printsWhatARepairDoesToOtherFiles() {
    var finding = Diagnostic(
      id: "slug-name", severity: .warning, range: SourceRange(wholeFile: "A B/x.md"), summary: "no good name")
    let place = SourcePosition(line: 2, column: 3)
    finding.fixIts = [
      FixIt(
        "rename it", edits: [.init(range: SourceRange(file: "y.md", start: place), replacement: "a-b")],
        files: [.rename("A B", to: "a-b"), .create("n.md", text: "# N\n")])
    ]
    let printed = written(JSONPrinter.document([finding], prefix: "s/"))
    #expect(
      printed.contains(
        #""edits":[{"path":"s/y.md","start":{"line":2,"column":3},"end":{"line":2,"column":3},"replacement":"a-b"}],"#
          + #""files":[{"operation":"rename","path":"s/A B","to":"s/a-b"},"#
          + ##"{"operation":"create","path":"s/n.md","text":"# N\n"}]"##), "\(printed)")
  }

  @Test func printsNoFindingsAsAnEmptyList() {
    #expect(written(JSONPrinter.document([])) == #"{"version":1,"findings":[]}"#)
  }

  private func written(_ value: JSONValue, pretty: Bool = false) -> String {
    String(decoding: value.encoded(pretty: pretty), as: UTF8.self)
  }
}
