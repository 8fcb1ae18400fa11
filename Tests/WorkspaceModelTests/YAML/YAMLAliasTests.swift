import Diagnostics
import Testing

@testable import WorkspaceModel

@Suite struct YAMLAliasTests {
  @Test(arguments: [
    "▶&a x", "▶*a", "k: ▶&a x", "k: ▶*a", "k:   ▶*a", "k:\t▶*a", "- ▶*a", "- - ▶*a", "- k: ▶*a", "? ▶*a", "? - ▶*a",
    "? x\n: ▶*a", "? x\n: - ▶*a", "▶*a : x", "k:\n  ▶&a x: y", "k:\n  ▶*a", "k: !!str ▶&a x", "k: !x ▶*a", "k: ! ▶*a",
    "k: !<tag:x,2026:y> ▶*a", "[▶*a]", "[x, ▶*a]", "[x,▶*a]", "{▶*a : x}", "{k: ▶*a}", "{\"k\":▶*a}", "{'k':▶*a}",
    "{? ▶*a : b}", "{?▶*a : b}", "[? ▶*a]", "[[x]:▶*a]", "{k: x,\n ▶*a : y}", "[!x ▶*a]", "--- ▶*a", "--- ▶&a\nx: y",
    "<<: ▶*a", "k: \"x\"\nl: ▶*a", "\"k\": ▶*a", "'k''s': ▶*a", "k: |\n  *x\nl: ▶*a", "k: >-\n\n  *x\n\nl: ▶*a",
    "k: x # '\nl: ▶*a", "# '\n▶*a", "é: ▶*a", "日本: 日本\nk: ▶*a", "k: x\r\nl: ▶*a", "k: it's\nl: ▶*a",
    "k: x y\n\n\nl: ▶*a",
  ])
  func refusesAnchorsAndAliasesInEveryPosition(text: String) {
    let reading = YAMLReading(text)
    #expect(reading.problem?.id == "yaml-alias")
    #expect(reading.problem.map { [$0.range.start] } == reading.marks)
    #expect(reading.node == nil)
  }

  @Test(arguments: [
    // A quote inside a text that goes on over lines opens nothing.
    "a: x\n  'tis\nk: ▶*a", "a: x\n  \"tis\nk: ▶*a", "- x\n  'tis\n- ▶*a", "- |\n  'tis\n- ▶*a", "- >\n 'tis\n- ▶*a",
    "k:\n- |\n  'tis\n- ▶*a", "k:\n- a: |\n   'tis\n- ▶*a", "[x\n 'tis, ▶*a]", "{a: 12:'30}\n▶*k : x",
    "{a: b'c, d: ▶*a}",
    "- ? |\n    'tis\n  : ▶*a", "k: !!str\n  |\n  'tis\nl: ▶*a", "a: |2\n   'tis\nk: ▶*a", "a: \"\\\\\"\nk: ▶*a",
    "a: 'x\n  y'\nk: ▶*a", "a: \"x\\\n  y\"\nk: ▶*a", "a: don't\nk: ▶*a", "a: x #'\n\nk: ▶*a",
    "? a\n: |\n 'tis\nk: ▶*a", "a:\n    'x'\n\nk: ▶*a", "a: !x'y z\nk: ▶*a",
    // Line ends that editors do not show.
    "# c\rk: ▶*a", "# c\u{85}k: ▶*a", "# c\u{2028}k: ▶*a", "# c\u{2029}k: ▶*a", "a: x # c\rk: ▶*a",
    "\u{FEFF}▶*a", "a: x\n\u{FEFF}▶*a", "a: x\n\u{FEFF}- 'x\n y'\n ▶*a",
  ])
  func findsAliasesBehindTextThatLooksLikeAnOpenQuote(text: String) {
    let reading = YAMLReading(text)
    #expect(reading.problem?.id == "yaml-alias")
    #expect(reading.problem.map { [$0.range.start] } == reading.marks)
  }

  @Test(arguments: [
    "k: R&D", "k: R & D", "k: a *bold* word", "k: 2 * 3", "k: '*bold*'", "k: \"&amp; *x\"", "k: |\n  *bold*\n  &x",
    "k: >-\n  *bold*", "- |\n  *bold*", "- >\n  &x", "k:\n- |\n *bold*\n- y", "k: text\n  *bold* goes on",
    "k: text\n\n  &c goes on", "- text\n  *bold*", "k: [R&D, a*b]", "k: {a: R&D}", "# *x\nk: y", "k: y # *x", "R&D: x",
    "k: http://x/?a=1&b=*", "k: x\n# &a\nl: y", "[a\n *b]", "k: 'it''s\n  *x'", "k: \"\\\"*x\"", "k:\n  text\n  *bold*",
    "k: -*x", "k: a:*b", "k: ''\nl: '&x'", "k: |\n\n   *x\n\n  \n   *y\nl: z", "k: \"a\n  *b\"",
    "- a: |\n    *x\n  b: y",
  ])
  func takesTextForText(text: String) {
    let reading = YAMLReading(text)
    #expect(reading.problem == nil)
    #expect(reading.node != nil)
  }

  @Test(arguments: 1...9)
  func answersBillionsOfLaughsAtOnce(levels: Int) {
    let list =
      "a0: &a0 [x,x,x,x,x,x,x,x,x]\n"
      + (1...levels).map { level in
        "a\(level): &a\(level) [" + Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ",") + "]\n"
      }.joined()
    let keys = "- &a0 {x: 1}\n" + (1...levels * 3).map { "- &a\($0) {*a\($0 - 1) : 1, ? *a\($0 - 1) : 2}\n" }.joined()
    let merges =
      "a0: &a0 {x: 1}\n" + (1...levels).map { "a\($0): &a\($0)\n  <<: [*a\($0 - 1), *a\($0 - 1)]\n" }.joined()
    let hidden = "- |\n  'tis\n" + keys
    let flow =
      "[x\n 't, &a0 {x: 1}, " + (1...levels * 3).map { "&a\($0) {? *a\($0 - 1) : 1}" }.joined(separator: ", ") + "]"
    for text in [list, keys, merges, hidden, flow] {
      let clock = ContinuousClock()
      let time = clock.measure { #expect(problemID(text) == "yaml-alias") }
      #expect(time < .milliseconds(100))
    }
  }

  @Test func namesTheAliasAndHowToDoWithoutIt() {
    let problem = YAMLReading("tags: *common, x").problem
    #expect(problem?.summary == "'*common,' uses a YAML anchor or alias")
    #expect(problem?.help?.contains("quote the text") == true)
  }
}
