import Checks
import Diagnostics
import Foundation
import Testing

@Suite struct FixDiffTests {
  private func diff(_ before: String, _ after: String, path: RepoPath = "a/b.md") -> String {
    let change = FixPlan.Change(path: path, before: Array(before.utf8), after: Array(after.utf8))
    return String(decoding: UnifiedDiff.bytes(change), as: UTF8.self)
  }

  @Test func showsThreeLinesAroundAChange() {
    let before = (1...12).map { "line \($0)\n" }.joined()
    let after = before.replacing("line 6\n", with: "line six\nand more\n")
    #expect(
      diff(before, after) == """
        --- a/a/b.md
        +++ b/a/b.md
        @@ -3,7 +3,8 @@
         line 3
         line 4
         line 5
        -line 6
        +line six
        +and more
         line 7
         line 8
         line 9

        """)
  }

  @Test func saysWhereTheLastLineHasNoEnd() {
    #expect(
      diff("a", "a\n") == """
        --- a/a/b.md
        +++ b/a/b.md
        @@ -1 +1 @@
        -a
        \\ No newline at end of file
        +a

        """)
    #expect(diff("", "a\n").contains("@@ -0,0 +1 @@\n+a\n"))
    #expect(diff("same\n", "same\n").isEmpty)
  }

  @Test(arguments: 0..<25)
  func thePatchProgramMakesTheSameFile(seed: Int) throws {
    var numbers = SeededNumbers(seed: UInt64(seed) &+ 77)
    let end = seed % 3 == 0 ? "\r\n" : "\n"
    let words = ["a", "b", "ä", "--- x", "+++ y", "@@ -1 +1 @@", "", "\\ No newline", "\u{1B}"]
    var lines = (0..<Int.random(in: 1...60, using: &numbers)).map { _ in words.randomElement(using: &numbers) ?? "" }
    let before = lines.joined(separator: end) + (Bool.random(using: &numbers) ? end : "")
    for _ in 0..<Int.random(in: 1...8, using: &numbers) {
      let index = Int.random(in: 0..<lines.count, using: &numbers)
      switch Int.random(in: 0...2, using: &numbers) {
      case 0: lines[index] = "changed \(index)"
      case 1: lines.insert("new \(index)", at: index)
      default: if lines.count > 1 { lines.remove(at: index) }
      }
    }
    let after = lines.joined(separator: end) + (Bool.random(using: &numbers) ? end : "")
    try patch([FixPlan.Change(path: "a/b.md", before: Array(before.utf8), after: Array(after.utf8))])
  }

  @Test(arguments: ["with space.md", "ä/ü 1.md", "quote\"d.md", "a b/c  d.md", "--- x.md"])
  func thePatchProgramFindsTheFile(name: String) throws {
    try patch([.init(path: RepoPath(name), before: Array("one\n".utf8), after: Array("two\n".utf8))])
  }

  @Test func severalFilesAndManyDifferencesInOnePatch() throws {
    let before = (0..<3000).map { "line \($0)\r\n" }.joined()
    let after = before.replacing("\r\n", with: "\n")
    let more = (0..<3000).map { $0 % 2 == 0 ? "other \($0)\n" : "" }.joined()
    try patch([
      .init(path: "x.md", before: Array(before.utf8), after: Array(after.utf8)),
      .init(path: "y.md", before: Array(before.utf8), after: Array(more.utf8)),
      .init(path: "z.md", before: [0xFF, 0x0A, 0x00, 0x0A], after: [0xFF, 0x0A, 0x01, 0x0A, 0x61]),
    ])
  }

  /// Writes the old files, runs `patch -p1`, and compares with the new ones.
  private func patch(_ changes: [FixPlan.Change]) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "fieldbook-patch-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    var text: [UInt8] = []
    for change in changes {
      let file = folder.appending(path: change.path.description)
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(change.before).write(to: file)
      text += UnifiedDiff.bytes(change)
    }
    if text.isEmpty { return }
    try Data(text).write(to: folder.appending(path: ".patch"))
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["patch", "-p1", "--batch", "--fuzz=0", "--input=.patch"]
    process.currentDirectoryURL = folder
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let said = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(String(decoding: said + Data(text), as: UTF8.self))")
    for change in changes {
      let file = folder.appending(path: change.path.description)
      #expect(try Data(contentsOf: file) == Data(change.after), "\(String(decoding: text, as: UTF8.self))")
    }
  }
}
