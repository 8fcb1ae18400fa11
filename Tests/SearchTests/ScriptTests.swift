import Foundation
import Testing

@testable import Search

struct ScriptTests {
  private static let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("site-theme/assets/js/search.js")

  @Test func theScriptReadsWithTheTablesThatTheIndexIsWrittenWith() throws {
    let script = try String(contentsOf: Self.script, encoding: .utf8)
    #expect(script.contains("\"\(StopWords.list)\""))
    #expect(script.contains("\"\(String(decoding: PostingCode.digits, as: UTF8.self))\""))
    #expect(script.contains("\"\(String(decoding: PostingCode.signs, as: UTF8.self))\""))
    #expect(script.contains("** ((level - 6) / 3)"))
  }

  @Test func theScriptStaysWithinItsBudget() throws {
    // Uncompressed bound for 10 kB compressed.
    #expect(try Data(contentsOf: Self.script).count < 30_000)
  }
}
