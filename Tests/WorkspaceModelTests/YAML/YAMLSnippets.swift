/// Texts on both sides of the border between the plain subset of YAML and the rest.
enum YAMLSnippets {
  /// Texts that the subset's reader takes.
  static let taken = [
    "a: 1", "a:", "a: ", "a:   ", "a:   b  ", "a: b c  d", "a: ~", "a: null", "a: y", "a: on", "a: -1", "a: -1.5e3",
    "a: --x", "a: -x", "a: .5", "a: 12:30", "a: 12:30:45", "a: 2026-10-12T14:00:00+02:00", "a: http://x/?a=1&b=*#c",
    "a: b:c", "a: b :c", "a: b:)x", "a: it's", "a: say \"x\"", "a: b 'c' \"d\"",
    "a: b#c", "a: b #c", "a: b # c: d", "a: # c", "a:  #c\nb: 1", "a: b, c", "a: b] c}", "a: b [c] {d}", "a: R&D",
    "a: 50%", "a: b!", "a: b|c", "a: b > c", "a: b@c.d", "a: b`c`", "a: b\\c", "a: = b", "a: $5", "a: (b)", "a: +49 30",
    "a: é", "a: 日本 語 # é\nb: ü", "a: 🎉\nb: [🎉, c, é, d]", "a: ^b", "a: <b>",
    "a: <<b", "a: ---", "a: ...", "a: --- b", "_a: 1", "1: b", "a-b.c/d: 1", "a: b\nc: d\ne: f", "A: 1\na: 2",
    // Quotes.
    "a: ''", "a: \"\"", "a: 'b'", "a: \"b\"  ", "a: 'b' # c", "a: \"b\"   #c", "a: 'it''s'", "a: ''''", "a: '''b'''",
    "a: 'b: c # d'", "a: \"b: c # d\"", "a: \"b\\nc\\td\\\\e\\/f\\\"g\"", "a: \"\\u00e9\\u20ACx\\u0041\"", "a: 'b\\n'",
    "a: ' b '", "a: \"  \"", "a: \"'\"", "a: '\"'", "a: \"é\" # ü", "a: '~'", "a: \"[b]\"", "a: '{b: c}'", "a: '#b'",
    "- 'a'", "- \"a\"\n- b", "a: '- b'", "a: \"\\\\\"", "a: \"\\\"\"",
    // Brackets.
    "a: []", "a: {}", "a: [ ]", "a: { }", "a: [b]", "a: [b, c]", "a: [b,c]", "a: [a, b, ]", "a: [a,]", "a: [ b , c ]",
    "a: [b c, d  e ]", "a: {a: , b: 1}", "a: {a: 1, b: }", "a: {a: }", "a: {b: c}", "a: { b: c , d: e }", "a: {b: c,}",
    "a: {b:   c}", "a: [[b], [c, [d]]]", "a: [{b: c}, {b: d}]", "a: {b: [c], d: {e: f}}", "a: [b] # c", "a: {b: c}  ",
    "a: ['b', \"c\", d]", "a: {b: 'c', d: \"e\"}", "a: ['b: c', 'd, e']", "a: [b:c, 12:30]", "a: {b: c:d}",
    "a: [-1, -b, -.5]", "a: [b#c]", "a: {b: c#d}", "a: [é, 日本, b]", "a: {b: é, c: 日, d: e}", "a: [~, null, ]",
    "a: [it's, say \"x\"]", "a: [b&c, d*e, f!g, h|i, j>k, l%m, n@o, p?q]", "a: [b - c]", "a: {b: -1}",
    "a: [http://b/c]",
    "a: {b: 1, c: 2, d: 3, e: 4}", "- [a, b]\n- {c: d}", "a: [''] ",
    // Lists.
    "- a", "- a\n- b", "-", "- ", "-\n-", "- a\n-\n- b", "- # c\n- a", "-   a", "- a: b", "- a: b\n  c: d\n- a: e",
    "-   a: b\n    c: d\n-   a: e", "a:\n- b\n- c", "a:\n  - b\n  - c", "a:\n- b\nc: d", "a:\n  - b\nc: d",
    "a:\n-\n- b",
    "a:\n-\nb: c", "a:\n  -\nb:", "a:\n- b: c\n  d: e\n- b: f\ng: h", "a:\n  - b: c\n    d: e\n\n  - b: f",
    "a:\n- b:\n  - c\n  d: e", "a:\n- b:\n    - c\n  d: e", "a:\n- b:\n- c:", "-\n  a: b\n  c: d\n- e",
    "-\n  - a\n  - b",
    "a:\n  -\n    b: c", "- a:\n    b: c\n  d: [e]", "- a # b\n- c", "a:\n  # b\n  - c\n # d\n  - e\n# f\n  - g\nh: i",
    "a:\n- 12:30\n- b:c\n- http://d", "a:\n- it's\n- 'b'\n- -1", "  - a\n  - b", "- a:\n  - b\n- c",
    "a:\n    - b\nc:\n - d",
    "- a b c\n- d-e/f.g", "- 2026-01-02 x\n- y",
    // Mappings in mappings.
    "a:\n  b: c\n  d: e\nf: g", "a:\n b:\n  c:\n   d: e\nf: g", "a:\n  b:\nc:", "a:\n\n\n  b: c\n\n\nd: e",
    "  a: b\n  c: d",
    "a:\n      b: c\nd:\n e: f", "a: # x\n  # y\n    # z\n  b: c", "a:\n  b: c\n # x\n  d: e\n      # y\nf: g",
    "# x\na: b",
    "#\n#x\n\n   # y\na: b\n#", "a: b\n   \nc: d\n ", "a:\n  b: [c]\n  d: {e: f}\n  g: 'h'",
    // Text by lines.
    "a: |\n  b", "a: |\n  b\n", "a: |\n  b\n  c\nd: e", "a: |\n\n\n  b\n\n  c\n\n\nd: e",
    "a: |\n  b\n    c\n   d\ne: f",
    "a: |  \n  b  \n  c", "a: |\n  # b\n  c: d\n  - e\n  'f\n  \"g\n  &h *i", "a: |\n  b\n# c\nd: e",
    "a: |\n    b\n  # c\nd: e",
    "- |\n  a\n- b", "a:\n- |\n b\n- c", "a:\n- b: |\n   c\n  d: e", "a: |\n é 日\nb: ü",
    "a: |\n  b\n \n  \n   \n  c\nd: e",
    "a:\n  b: |\n    c\n  d: e", "a: |\n ---\n ...\nb: c",
  ]

  /// Texts that it leaves to the general parser, sound ones and mistakes.
  static let left = [
    "", "# a", "a", "'a'", "[a]", "{a: b}", "a: &b c", "a: *b", "a: !b c", "a: !!str b", "a: >\n  b", "a: |-\n  b",
    "a: |+\n  b", "a: |2\n   b", "a: | # c\n  b", "a: |\nb: c", "a: |\n\n   \n  b", "a: |", "? a\n: b", "a: ? b",
    "%YAML 1.1\n---\na: b",
    "---\na: b", "a: b\n---\nc: d", "a: b\n...", "a:\tb", "\ta: b", "a: b\t", "a:\n\tb: c", "a: 1\na: 2",
    "a: {b: 1, b: 2}",
    "- a: 1\n  a: 2", "'a': b", "\"a\": b", "a: {'b': c}", "a: {\"b\": c}", "<<: {a: b}", "a: {<<: {b: c}}", "a b: c",
    "é: 1", "a : b", "a: {b : c}", "a:b", "a: b: c", "a: b:", "a: b\n  c", "a:\n  b", "a:\n  'b'", "a:\n  [b]",
    "a: 'b\n  c'",
    "a: \"b\n  c\"", "a: \"b\\\n  c\"", "a: 'b", "a: \"b", "a: 'b'c", "a: 'b'#c", "a: \"b\" c", "a: 'b': c", "a: [b",
    "a: [b,\n  c]",
    "a: {b: c,\n  d: e}", "a: [b]]", "a: [b] c", "a: [b]#c", "a: [b}", "a: {b]", "a: [,]", "a: [b,,c]", "a: {,}",
    "a: {b}",
    "a: {b, c: d}", "a: {b:}", "a: {b:c}", "a: {b: c: d}", "a: [b: c]", "a: [b:]", "a: [b:, c]", "a: [b #c]", "a: [#b]",
    "a: [b, #c\n d]", "a: [-]", "a: [- b]", "a: [?b]", "a: [:b]", "a: [b[c]", "a: [b{c]", "a: ['b'c]", "a: ['b' 'c']",
    "a: [&b c]", "a: [*b]", "a: [!b c]", "a: [@b]", "a: [`b]", "a: [%b]", "a: [|]", "a: [>]", "a: [---]", "a: @b",
    "a: `b`",
    "a: %b", "a: ]", "a: }", "a: ,b", "a: ?b", "a: :b", "a: - b", "a: -", "- - a", "- ? a", "- 'a': b", "- a b: c",
    "- a: b: c",
    "- a\nb: c", "a: b\n- c", "a:\n - b\n  - c", "a:\n  - b\n - c", "a:\n  - b\n  c: d", "a:\n  b: c\n d: e",
    "a: b\n c: d",
    "  a: b\nc: d", "- a\n - b", "a: \"\\x41\"", "a: \"\\0\"", "a: \"\\e\"", "a: \"\\ \"", "a: \"\\q\"",
    "a: \"\\u00g0\"",
    "a: \"\\u12\"", "a: \"\\ud83d\\ude00\"", "a: \"\\u0000\"", "a: \"\\U0001F600\"", "a: \"\\", "a: \"b\\\"",
    "a: \u{7F}",
    "a: \u{1}", "a: \u{85}b", "a: b\u{2028}c", "a: b\u{2029}", "\u{FEFF}a: b", "a: \u{FFFE}", "a: \u{9F}", "a: b\rc: d",
    "a: b\r",
    "a: |\n  b\n ", "a: |\n  b\n c", "a: |\n  \tb\n", ": a", ": ", "-a", "--- a", "...", "a:\n  - |\n  b",
  ]

  /// A text with one to three bytes put in, taken out or exchanged, mostly for such as mean something in YAML.
  static func mutated(_ text: [UInt8], using generator: inout some RandomNumberGenerator) -> [UInt8] {
    var text = text
    let telling = Array("  \n\n:-#'\"[]{},|>&*!%@`?~\\.\r\t0aé\u{85}\u{2028}".utf8)
    for _ in 0..<Int.random(in: 1...3, using: &generator) {
      let place = Int.random(in: 0...text.count, using: &generator)
      let byte = telling.randomElement(using: &generator) ?? 0x20
      switch Int.random(in: 0..<5, using: &generator) {
      case 0: text.insert(byte, at: place)
      case 1 where place < text.count: text.remove(at: place)
      case 2 where place < text.count:
        text.swapAt(place, Int.random(in: 0..<text.count, using: &generator))
      case 3 where place < text.count: text[place] = byte
      case 4 where place + 1 < text.count: text.swapAt(place, place + 1)
      default: text.insert(contentsOf: "\n  ".utf8, at: place)
      }
    }
    return text
  }
}
