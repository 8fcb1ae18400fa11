import Testing

@testable import Site

/// A model with a value of every sort that templates know.
private struct Everything: TemplateModel {
  var word = "a < b & \"c\" 'd'"
  var note: String?
  var number = 42
  var maybe: Int?
  var isOn = true
  var isOff = false
  var page = Href("/it's/a & b/", fragment: "x<y")
  var outside: Href?
  var markup: HTML?
  var empty: [String] = []
  var words = ["one", "<two>"]
  var link = Link(text: "inner", href: Href("/"))
  var person: Person?
  var groups: [FactGroup] = []

  static let fields: [ModelField<Everything>] = [
    .init("word", \.word), .init("note", \.note), .init("number", \.number), .init("maybe", \.maybe),
    .init("isOn", \.isOn), .init("isOff", \.isOff), .init("page", \.page), .init("outside", \.outside),
    .init("markup", \.markup), .init("empty", \.empty), .init("words", \.words), .init("link", \.link),
    .init("person", \.person), .init("groups", \.groups),
  ]
}

extension Everything {
  fileprivate static let filled = Everything(
    note: "", maybe: -7, outside: Href("https://example.org/?a=1&b=2"), markup: HTML(bytes: Array("<b>".utf8)),
    person: Person(initials: "AB", name: "A B", jobTitle: nil, profile: Href("/people/a/")),
    groups: [
      FactGroup(
        groupTitle: "First", facts: [Fact(label: "l", values: [FactValue(value: "v"), FactValue(value: "w")])]),
      FactGroup(groupTitle: "Second", facts: []),
    ])
}

struct TemplateProgramTests {
  private static func theme(_ layout: String, _ partials: [String: String] = [:]) throws -> Theme {
    var files = ["layouts/a.mustache": Array(layout.utf8)]
    for (name, text) in partials { files["partials/\(name).mustache"] = Array(text.utf8) }
    return try Theme(files: files, models: ["a": Everything.self])
  }

  private static let layouts = [
    "{{word}} {{number}} {{isOn}} {{page}}", "{{#note}}[{{note}}]{{.}}{{/note}}{{^note}}none{{/note}}",
    "{{maybe}}{{#maybe}} is {{.}}{{/maybe}}{{^maybe}}-{{/maybe}}", "{{#isOn}}on{{/isOn}}{{^isOn}}off{{/isOn}}",
    "{{#isOff}}on{{/isOff}}{{^isOff}}off{{/isOff}}", "{{outside}}|{{#outside}}{{outside}}{{/outside}}",
    "{{{markup}}}{{#markup}}{{{.}}}{{/markup}}{{^markup}}plain{{/markup}}",
    "{{#words}}{{.}},{{/words}}{{^words}}x{{/words}}",
    "{{#empty}}{{.}}{{/empty}}{{^empty}}empty {{number}}{{/empty}}",
    "{{link.text}} {{#link}}{{text}} {{word}} {{href}}{{/link}}",
    "{{person.name}}{{#person}}{{name}}{{#profile}}<a href=\"{{profile}}\">{{/profile}}{{^jobTitle}}?{{/jobTitle}}{{/person}}",
    "{{^person.profile}}no page{{/person.profile}}{{#person.profile}}{{.}}{{/person.profile}}",
    "{{#groups}}{{groupTitle}}:{{#facts}}{{label}}{{#values}}{{value}}{{^remark}}!{{/remark}}{{word}}{{/values}}{{/facts}}{{/groups}}",
    "{{^number}}never {{word}}{{/number}}x{{^link}}never{{/link}}",
    "a\n  {{> lines}}\nb {{> lines}} c\n\t{{#isOn}}\n  {{> lines}}\n{{/isOn}}\n",
    "  {{> outer}}\n", "{{#groups}}\n  {{> lines}}\n{{/groups}}",
  ]
  private static let partials = [
    "lines": "{{word}}\n{{#words}}\n- {{.}}\n{{/words}}\n\nend {{note}}\n{{#isOff}}gone{{/isOff}}",
    "outer": "<p>\n  {{> lines}}\n</p>\n",
  ]

  @Test(arguments: layouts, [false, true])
  func printsWhatAPlainWalkPrints(layout: String, isFilled: Bool) throws {
    let theme = try Self.theme(layout, Self.partials)
    let model = isFilled ? Everything.filled : Everything()
    let plain = PlainPrinter(partials: theme.partials, root: "../../")
    let expected = plain.print(try #require(theme.layouts["a"]), model)
    #expect(try theme.render(model, layout: "a", root: "../../") == expected)
  }

  /// Lines, white space and indentation, as the specification of Mustache has them.
  @Test(arguments: [
    ("| This Is\n{{#isOn}}\n|\n{{/isOn}}\n| A Line", "| This Is\n|\n| A Line"),
    ("  {{#isOn}}\n  #\n  {{/isOn}}\n", "  #\n"), ("{{#isOn}}\r\n|\r\n{{/isOn}}\r\n|", "|\r\n|"),
    ("#{{#isOn}}\n/\n  {{/isOn}}", "#\n/\n"), (" | {{#isOn}}\t|\t{{/isOn}} | \n", " | \t|\t | \n"),
    ("a {{! gone }} b\n  {{! a line }}\nc\n{{!\n two\n}}\nd", "a  b\nc\nd"), ("  {{! c }} x\n", "   x\n"),
    ("{{^isOff}}\n  kept\n{{/isOff}}\nx\n", "  kept\nx\n"), ("  {{number}}\n", "  42\n"),
    ("\\\n {{> p}}\n/\n", "\\\n |\n 42\n |\n/\n"), ("  {{number}}  {{> q}}\n", "  42  >\n>\n"),
    ("{{> q}}", ">\n>"), ("x {{> q}} y", "x >\n> y"), ("", ""), ("  ", ""), ("{{#isOn}}x{{/isOn}}\n \ny", "x\n \ny"),
  ])
  func keepsLinesAndWhiteSpace(layout: String, expected: String) throws {
    let theme = try Self.theme(layout, ["p": "|\n{{number}}\n|\n", "q": ">\n>"])
    #expect(try theme.render(Everything(), layout: "a", root: "") == expected)
  }

  @Test(arguments: [
    ("{{wrd}}", "'wrd' is no field of Everything here; did you mean 'word'?"), ("{{link.txt}}", "did you mean 'text'?"),
    ("{{#groups}}{{#facts}}{{lable}}{{/facts}}{{/groups}}", "did you mean 'label'?"), ("{{link}}", "is no text"),
    ("{{words}}", "is no text"), ("{{{word}}}", "is text"), ("{{markup}}", "is markup"),
    ("{{^isOn}}{{gone}}{{/isOn}}", "'gone' is no field"), ("{{#isOn}}", "never closed"),
    ("{{#isOn}}{{/isOff}}", "'{{/isOn}}' comes first"), ("x{{/isOn}}", "closes nothing"),
    ("{{^number}}{{gone}}{{/number}}", "'gone' is no field"),
  ])
  func refusesWhatTheModelDoesNotKnow(layout: String, message: String) {
    let error = #expect(throws: ThemeError.self) { try Self.theme("\n" + layout) }
    #expect(error?.message.contains(message) == true, "\(error?.description ?? "")")
    #expect(error?.line == 2)
  }

  @Test func refusesPartialsThatGrowBeyondAllBounds() {
    var partials = ["p0": String(repeating: "{{word}}", count: 8)]
    for level in 1...30 { partials["p\(level)"] = "{{> p\(level - 1)}}{{> p\(level - 1)}}" }
    let error = #expect(throws: ThemeError.self) { try Self.theme("{{> p30}}", partials) }
    #expect(error?.message.contains("grows beyond all bounds") == true)
  }

  @Test func refusesSectionsWithoutEnd() {
    let deep = String(repeating: "{{#isOn}}", count: 100_000)
    #expect(throws: ThemeError.self) { try TemplateSource(deep, file: "x") }
  }
}
