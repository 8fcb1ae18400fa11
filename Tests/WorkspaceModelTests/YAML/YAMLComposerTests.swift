import Diagnostics
import Testing

@testable import WorkspaceModel

@Suite struct YAMLComposerTests {
  @Test(arguments: [
    "NO", "no", "off", "y", "1.10", "012", "08", "0o17", "12:30:45", "2026-10-12", "1e3", "0x1F", ".5", "true", "=",
  ])
  func leavesScalarsAsTheyAreWritten(word: String) {
    #expect(YAMLReading("k: \(word)").node?["k"]?.text == word)
  }

  @Test(arguments: ["", "~", "null", "Null", "NULL"])
  func knowsTheWordsForNothing(word: String) {
    #expect(YAMLReading("k: \(word)").node?["k"]?.isNull == true)
    #expect(YAMLReading("k: '\(word)'").node?["k"]?.text == word)
  }

  @Test func keepsTheOrderOfKeys() {
    #expect(YAMLReading("z: 1\na: 2\nm: 3").node?.entries?.map(\.key) == ["z", "a", "m"])
  }

  @Test func readsJSON() {
    let node = YAMLReading(#"{"a": [1, "two", null], "b": {"c": true}}"#, limits: .file).node
    #expect(node?["a"]?.items?.map(\.text) == ["1", "two", nil])
    #expect(node?.node(at: "b.c")?.text == "true")
  }

  @Test(arguments: [
    "é: ▶x", "日本語: ▶x", "k: [é, ▶x]", "k: {é: 日, l: ▶x}", "- 🎉🎉: ▶x", "a: é\nk: ▶x", "a: é\r\nk: ▶x\r\nb: é",
    "k: é # ü\nl: ▶x",
    "'é': ▶x", "k: |\n  日本\nl: ▶x", "k: \"é\u{2028}é\"\nl: ▶x", "k: \"a\u{85}é\"\n\nl: [é, ▶x]", "k: 'é\r  é'\nl: ▶x",
  ])
  func placesAreExactInBytes(text: String) throws {
    for firstLine in [1, 2, 40] {
      let reading = YAMLReading(text, firstLine: firstLine)
      let node = try #require(reading.node)
      #expect(places(of: "x", in: node) == reading.marks)
    }
  }

  @Test func placesOfKeysAreExactInBytes() {
    let reading = YAMLReading("▶é: 1\n▶k: {▶日: 2, ▶l: 3}\r\n▶m: 4")
    let entries = reading.node?.entries ?? []
    let inner = entries.dropFirst().first?.value.entries ?? []
    #expect((entries + inner).map(\.keyStart).sorted() == reading.marks)
  }

  @Test func theRangeOfAScalarCoversIt() {
    let node = YAMLReading("a: word\nb: 'it'\nc: é").node
    #expect(node?["a"]?.range(in: "x").end == SourcePosition(line: 1, column: 8))
    #expect(node?["b"]?.range(in: "x").end == SourcePosition(line: 2, column: 8))
    #expect(node?["c"]?.range(in: "x").end == SourcePosition(line: 3, column: 6))
  }

  @Test(arguments: [
    ("▶a: 1\na: 2", "duplicate-key"), ("b: 1\n▶a: 2\nc: 3\na: 4", "duplicate-key"),
    ("x: 1\nk:\n  ▶a: 1\n  'a': 2", "duplicate-key"), ("k: {▶a: 1, a: 2}", "duplicate-key"),
    ("- ▶é: 1\n  é: 2\n  b: 3", "duplicate-key"), ("k: a▶: b", "yaml-syntax"), ("é: a▶: b", "yaml-syntax"),
    ("k: 1\n▶\tl: 2", "yaml-syntax"), ("k: ▶@x", "yaml-syntax"), ("k: [a, b▶", "yaml-syntax"),
    ("k: 'open▶", "yaml-syntax"),
    ("k: ▶%x", "yaml-syntax"), ("a: é\n▶- b", "yaml-syntax"),
  ])
  func oneDiagnosticNamesThePlaceOfAMistake(text: String, id: String) {
    for firstLine in [1, 2] {
      let reading = YAMLReading(text, firstLine: firstLine)
      #expect(reading.problem?.id == id)
      #expect(reading.node == nil)
      if !text.hasSuffix("▶") { #expect(reading.problem.map { [$0.range.start] } == reading.marks) }
    }
  }

  @Test func helpsWithAColonInsideAText() {
    #expect(YAMLReading("subject: Re: hello").problem?.help == "put quotes around a text that contains ': '")
  }

  @Test(arguments: ["", "\n\n", "# only a comment", "---\n"])
  func anEmptyTextIsNeitherValueNorMistake(text: String) {
    let reading = YAMLReading(text)
    #expect(reading.problem == nil)
    #expect(reading.node?.isNull ?? true)
  }

  @Test(arguments: ["k: a\u{0}b", "k: \u{1}", "k: \u{7F}"])
  func controlCharactersAreAMistake(text: String) {
    #expect(problemID(text) == "yaml-syntax")
  }

  @Test func secondDocumentsAreAMistake() {
    #expect(problemID("a: 1\n---\nb: 2") == "yaml-syntax")
  }

  @Test(arguments: [
    ("a", "1"), ("list[1]", "y"), ("list[2].deep", "z"), ("map.key", "v"), ("single[0]", "s"), ("list[9]", nil),
    ("map.none", nil),
    ("a.b", nil), ("single[1]", nil), ("list[x]", nil),
  ])
  func followsAPathOfKeysAndPositions(path: String, expected: String?) {
    let node = YAMLReading("a: 1\nsingle: s\nlist: [x, y, {deep: z}]\nmap: {key: v}").node
    #expect(node?.node(at: path)?.text == expected)
  }

  /// Where a scalar of this text stands.
  private func places(of text: String, in node: YAMLNode) -> [SourcePosition] {
    switch node.content {
    case .scalar(let found, _): found == text ? [node.start] : []
    case .sequence(let items): items.flatMap { places(of: text, in: $0) }
    case .mapping(let entries): entries.flatMap { places(of: text, in: $0.value) }
    }
  }
}
