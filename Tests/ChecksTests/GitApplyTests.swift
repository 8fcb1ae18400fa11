import Checks
import Diagnostics
import Foundation
import Testing

@Suite struct GitApplyTests {
  @Test func showsANewFileAndANewNameAsGitDoes() {
    let text = (1...9).map { "line \($0)\n" }.joined()
    let changes: [FixPlan.Change] = [
      .init(path: "new.md", oldPath: nil, before: [], after: Array("# New\n".utf8)),
      .init(
        path: "b c.md", oldPath: "B_C.md", before: Array(text.utf8),
        after: Array(text.replacing("line 9", with: "end").utf8)),
    ]
    #expect(
      String(decoding: UnifiedDiff.bytes(changes), as: UTF8.self) == """
        diff --git a/new.md b/new.md
        new file mode 100644
        --- /dev/null
        +++ b/new.md
        @@ -0,0 +1 @@
        +# New
        diff --git a/B_C.md b/b c.md
        similarity index 88%
        rename from B_C.md
        rename to b c.md
        --- a/B_C.md
        +++ b/b c.md\t
        @@ -6,4 +6,4 @@
         line 6
         line 7
         line 8
        -line 9
        +end

        """)
  }

  @Test(arguments: ["git", "patch"])
  func thePatchMakesTheSameTree(program: String) throws {
    let one = Array("one\ntwo\n".utf8)
    // The older program does not find the names of a bare rename when they hold spaces.
    let folder = program == "git" ? "Acme Corp" : "Acme_Corp"
    var changes: [FixPlan.Change] = [
      .init(path: "acme/deals/x.md", oldPath: RepoPath("\(folder)/deals/x.md"), before: one, after: one),
      .init(path: "acme/y.md", oldPath: RepoPath("\(folder)/y.md"), before: one, after: Array("one\nthree\n".utf8)),
      .init(path: "customers/new/contacts.yaml", oldPath: nil, before: [], after: Array("contacts: []\n".utf8)),
      .init(path: "plain file.md", before: one, after: Array("ONE\ntwo".utf8)),
      .init(path: "z.md", before: one, after: Array("one\n".utf8)),
    ]
    if program == "git" {
      changes.append(.init(path: "p.png", oldPath: "P\"ä.png", before: [0xFF, 0x00], after: [0xFF, 0x00]))
    }
    try apply(changes, with: program == "git" ? ["git", "apply"] : ["patch", "-p1", "--batch", "--fuzz=0", "-i"])
  }

  /// Writes the old files, applies the patch, and compares the whole tree with the new one.
  private func apply(_ changes: [FixPlan.Change], with command: [String]) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "fieldbook-apply-\(UUID().uuidString)")
    let work = folder.appending(path: "work")
    defer { try? FileManager.default.removeItem(at: folder) }
    for change in changes {
      guard let old = change.oldPath else { continue }
      let file = work.appending(path: old.description)
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(change.before).write(to: file)
    }
    let patch = folder.appending(path: "patch")
    try Data(UnifiedDiff.bytes(changes)).write(to: patch)
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = command + [patch.path]
    process.currentDirectoryURL = work
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let said = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(String(decoding: said, as: UTF8.self))")
    let names = try FileManager.default.subpathsOfDirectory(atPath: work.path).filter { $0.contains(".") }
    #expect(Set(names) == Set(changes.map(\.path.description)))
    for change in changes {
      #expect(try Data(contentsOf: work.appending(path: change.path.description)) == Data(change.after))
    }
  }
}
