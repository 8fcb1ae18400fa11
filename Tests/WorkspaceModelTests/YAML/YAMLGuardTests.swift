import Diagnostics
import Testing

@testable import WorkspaceModel

@Suite struct YAMLGuardTests {
  /// Texts nested so many levels deep, each in its own way.
  static let nestings: [String: @Sendable (Int) -> String] = [
    "indentation": { levels in
      (0..<levels).map { String(repeating: " ", count: $0) + "k:\n" }.joined()
        + String(repeating: " ", count: levels) + "v"
    },
    "dashes": { String(repeating: "- ", count: $0) + "v" },
    "question marks": { String(repeating: "? ", count: $0) + "v" },
    "colons": { String(repeating: ": ", count: $0) + "v" },
    "mixed indicators": { (0..<$0).map { ["- ", "? ", ": "][$0 % 3] }.joined() + "v" },
    "dashes behind a value": { "? k\n: " + String(repeating: "- ", count: $0 - 1) + "v" },
    "square brackets": { String(repeating: "[", count: $0) + String(repeating: "]", count: $0) },
    "curly brackets": { String(repeating: "{a: ", count: $0) + "v" + String(repeating: "}", count: $0) },
    "brackets over lines": { String(repeating: "[\n", count: $0) + String(repeating: "]", count: $0) },
    "brackets never closed": { String(repeating: "[", count: $0) },
    "brackets in a list": { levels in
      "- " + String(repeating: "[", count: levels - 1) + String(repeating: "]", count: levels - 1)
    },
  ]

  @Test(arguments: nestings.keys.sorted(), [21, 40, 400, 5000])
  func refusesNestingBeyondTheLimit(way: String, levels: Int) throws {
    let nest = try #require(Self.nestings[way])
    #expect(problemID(nest(levels), limits: .init(bytes: 100_000_000, depth: 20)) == "yaml-too-complex")
  }

  @Test(arguments: nestings.keys.sorted())
  func readsNestingWithinTheLimit(way: String) throws {
    let nest = try #require(Self.nestings[way])
    #expect(problemID(nest(15)) != "yaml-too-complex")
  }

  @Test func countsNestingNotLines() {
    let wide = (0..<500).map { "k\($0):\n  - a: [1, {b: 2}]\n    c:\n      - d\n" }.joined()
    #expect(problemID(wide) == nil)
  }

  @Test func refusesTextBeyondTheLimitOfBytes() {
    let text = "k: " + String(repeating: "x", count: 64 * 1024)
    #expect(problemID(text) == "yaml-too-complex")
    #expect(problemID(text, limits: .file) == nil)
    #expect(problemID(String(text.dropLast(3))) == nil)
  }

  @Test(arguments: [
    "at: 1700000000000000000:00", "at: 99999999999999999999999:59:59", "at: -1700000000000000000:00",
    "1700000000000000000:00", "- 1700000000000000000:00.5", "1700000000000000000:00: x", "!!int 1700000000000000000:00",
    "k: !!float 9:9:9:9:9:9:9:9:9:9:9:9:9:9:9", "k: !!timestamp 99999999-99-99",
    "k: 0x" + String(repeating: "f", count: 99),
    "k: !!int abc", "k: !!binary '*'", "k: 1e999999999",
  ])
  func numbersThatFitNothingAreHarmless(text: String) {
    let reading = YAMLReading(text)
    #expect(reading.problem == nil)
    #expect(reading.node != nil)
  }

  /// Whatever the bytes, there is an answer; that the process lives on is what this test shows.
  @Test func randomBytesNeverCrash() {
    var dice = Dice(state: 0x5EED)
    let alphabet =
      Array("-?:,[]{}#&*!|>'\"%@` \t\r\nabé日01~<=.\\".utf8) + [0x00, 0x85, 0xC2, 0xE2, 0x80, 0xA8, 0xEF, 0xBB, 0xBF]
    for round in 0..<2000 {
      let isWild = round % 4 == 0
      let bytes = (0..<dice.roll(120)).map { _ in isWild ? UInt8(dice.roll(256)) : alphabet[dice.roll(alphabet.count)] }
      let (node, problem) = YAMLComposer.compose(bytes[...], file: "x.yaml", limits: .frontMatter)
      #expect(node == nil || problem == nil)
      guard let problem else { continue }
      #expect(problem.range.start.line >= 1 && problem.range.start.column >= 1)
    }
  }

  /// Words that a parser cares about, in any order: what the guard lets through holds no alias for the parser either.
  @Test func whatTheGuardAcceptsHasNoAliasForTheParser() {
    let words = [
      "a", "k:", "- ", "? ", ": ", "\n", "\n ", "\n  ", "\n    ", "'", "\"", "|", ">", "#", " #", "[", "]", "{", "}",
      ",",
      "!t ", "--- ", "\n---\n", " ", "\t", "''", "\\", "\r", "\u{2028}", ":", "it's", "%", "é", "\r\n", "...", "|2\n",
      "12:'3", "\u{FEFF}",
    ]
    var dice = Dice(state: 42)
    for _ in 0..<4000 {
      let text = (0..<1 + dice.roll(12)).map { _ in words[dice.roll(words.count)] }.joined()
      // Behind any beginning, an alias that the parser would see must be one that the guard sees.
      for end in ["*z", "\n*z : 1", "\nk: *z"] {
        let bytes = Array((text + end).utf8)
        if YAMLGuard.refusal(of: bytes[...], limits: .frontMatter) != nil { continue }
        let problem = YAMLComposer.compose(bytes[...], file: "x.yaml", limits: .frontMatter).problem
        #expect(problem?.summary.contains("alias") != true, "\(text + end)")
      }
    }
  }
}

/// Numbers that look like chance and are the same each time.
struct Dice {
  var state: UInt64

  /// A number from 0 up to, not including, `sides`.
  mutating func roll(_ sides: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % sides
  }
}
