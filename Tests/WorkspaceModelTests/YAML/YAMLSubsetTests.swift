import Diagnostics
import FieldbookTestSupport
import Foundation
import Testing

@testable import WorkspaceModel

/// Whatever the reader of the plain subset takes, it reads exactly as the general parser does.
@Suite struct YAMLSubsetTests {
  @Test func takesAlmostEveryFileOfTheSampleWorkspace() throws {
    let texts = try Self.sampleTexts()
    try #require(texts.count > 300)
    var left: [String] = []
    for (name, bytes) in texts {
      let outcome = Outcome(bytes, limits: .file, firstLine: 2)
      if outcome.taken == nil { left.append(name) }
      #expect(outcome.difference == nil, "\(name)")
    }
    #expect(left.count * 100 <= texts.count, "\(left.sorted())")
  }

  @Test(arguments: YAMLSnippets.taken)
  func readsThePlainSubset(text: String) {
    for text in [text, text + "\n", text.replacing("\n", with: "\r\n"), "# é\n\n" + text + "\n\n  # c\n"] {
      let outcome = Outcome(Array(text.utf8), firstLine: 7)
      #expect(outcome.taken != nil, "\(text.debugDescription)")
      #expect(outcome.difference == nil, "\(text.debugDescription)")
    }
  }

  @Test(arguments: YAMLSnippets.left)
  func leavesAllElseToTheGeneralParser(text: String) {
    #expect(Outcome(Array(text.utf8)).taken == nil)
    #expect(Outcome(Array("key:\n- ok\nother: 1\n\(text)".utf8)).difference == nil)
  }

  @Test func isNeverMoreGenerousThanTheGeneralParser() throws {
    var generator = SplitMix(state: 2026)
    let snippets = try YAMLSnippets.taken + YAMLSnippets.left + Self.shortSampleTexts()
    let sources = snippets.map { Array($0.utf8) }
    var takenCount = 0
    for _ in 0..<20_000 {
      guard let source = sources.randomElement(using: &generator) else { continue }
      let bytes = YAMLSnippets.mutated(source, using: &generator)
      let outcome = Outcome(bytes)
      if outcome.taken != nil { takenCount += 1 }
      #expect(outcome.difference == nil, "\(String(decoding: bytes, as: UTF8.self).debugDescription)")
    }
    #expect(takenCount > 3_000, "of 20,000; else the mutations test too little")
  }

  @Test func boundsDepthAndNumberOfNodes() {
    func read(_ text: String, depth: Int = 20) -> YAMLNode? {
      YAMLSubset.read(Array(text.utf8)[...], firstLine: 1, depth: depth)
    }
    let brackets = { String(repeating: "[", count: $0) + String(repeating: "]", count: $0) }
    #expect(read("k: " + brackets(19)) != nil)
    #expect(read("k: " + brackets(20)) == nil)
    #expect(read("k:\n- a:\n  - [x]", depth: 5) != nil)
    #expect(read("k:\n- a:\n  - [x]", depth: 4) == nil)
    #expect(read("k: [" + String(repeating: "x,", count: 99_990) + "]") != nil)
    #expect(read("k: [" + String(repeating: "x,", count: 100_000) + "]") == nil)
    let keys = (0..<5_000).map { "key\($0): \($0)\n" }.joined()
    #expect(read(keys)?.entries?.count == 5_000)
    #expect(read(keys + "key7: 1\n") == nil)
  }

  @Test func leavesTextThatIsNotUTF8ToTheGeneralParser() {
    let wrong: [[UInt8]] = [
      [0x80], [0xC0, 0x80], [0xC1, 0xBF], [0xC3], [0xE0, 0x80, 0x80], [0xE2, 0x82], [0xED, 0xA0, 0x80],
      [0xF0, 0x80, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF8, 0x88, 0x80, 0x80, 0x80], [0xFF], [0xC3, 0x41],
    ]
    for bytes in wrong {
      #expect(YAMLSubset.read((Array("k: a".utf8) + bytes)[...], firstLine: 1, depth: 20) == nil, "\(bytes)")
      #expect(YAMLSubset.read((Array("k: a".utf8) + bytes + Array("bcd".utf8))[...], firstLine: 1, depth: 20) == nil)
    }
  }

  /// Front matter and YAML files of `content/`.
  private static func sampleTexts() throws -> [(name: String, bytes: [UInt8])] {
    let top = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../content").standardized
      .resolvingSymlinksInPath()
    let listed = try #require(FileManager.default.enumerator(atPath: top.path))
    return try listed.compactMap { $0 as? String }.sorted().compactMap { name in
      guard name.hasSuffix(".md") || name.hasSuffix(".yaml") || name.hasSuffix(".yml") else { return nil }
      let bytes = [UInt8](try Data(contentsOf: top.appending(path: name)))
      let text = name.hasSuffix(".md") ? FrontMatter(bytes[...]).yaml : bytes[...]
      return text.map { (name, Array($0)) }
    }
  }

  private static func shortSampleTexts() throws -> [String] {
    try sampleTexts().map { String(decoding: $0.bytes.prefix(200), as: UTF8.self) }
  }
}

/// What the two readers make of one text.
private struct Outcome {
  /// What the subset's reader read.
  let taken: YAMLNode?
  /// Where it deviates from the general parser; nil when it does not, or has left the text alone.
  let difference: String?

  init(_ bytes: [UInt8], limits: YAMLGuard.Limits = .frontMatter, firstLine: Int = 1) {
    taken = YAMLSubset.read(bytes[...], firstLine: firstLine, depth: limits.depth)
    guard let taken else {
      difference = nil
      return
    }
    let isRefused = YAMLGuard.refusal(of: bytes[...], limits: limits) != nil
    let general = YAMLComposer.composeAny(bytes[...], file: "x.yaml", firstLine: firstLine, limits: limits)
    if isRefused {
      difference = "refused by the guard"
    } else if let node = general.node {
      difference = Self.difference(taken, node)
    } else {
      difference = general.problem?.summary ?? "no node"
    }
  }

  private static func difference(_ ours: YAMLNode, _ theirs: YAMLNode) -> String? {
    guard ours.start == theirs.start, ours.end == theirs.end else {
      return "\(ours.start)-\(ours.end) for \(theirs.start)-\(theirs.end)"
    }
    switch (ours.content, theirs.content) {
    case (.scalar(let text, let isPlain), .scalar(let other, let isOtherPlain)):
      let isSame = Array(text.utf8) == Array(other.utf8) && isPlain == isOtherPlain
      return isSame ? nil : "\(text.debugDescription) for \(other.debugDescription)"
    case (.sequence(let items), .sequence(let others)) where items.count == others.count:
      return zip(items, others).lazy.compactMap { difference($0, $1) }.first
    case (.mapping(let entries), .mapping(let others)) where entries.count == others.count:
      for (entry, other) in zip(entries, others) {
        guard entry.key == other.key, entry.keyStart == other.keyStart else { return "key \(entry.key)" }
        if let found = difference(entry.value, other.value) { return found }
      }
      return nil
    default: return "\(ours.typeName) for \(theirs.typeName)"
    }
  }
}

/// Random numbers that are the same on every run.
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
