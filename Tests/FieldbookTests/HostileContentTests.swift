import FieldbookTestSupport
import Testing

struct HostileContentTests {
  /// Text that would run, or leave its attribute, if it reached a page as it is.
  static let payloads = [
    "<script>boom()</script>", "\"><img src=x onerror=boom()>", "' onmouseover='boom()",
    "\"\u{301} onmouseover=boom() y=\"",
    "</title><script>boom()</script>", "<svg/onload=boom()>", "javascript:boom()", "-->\u{3C}script>boom()</script>",
    "{{{payload}}}{{#each}}", "</textarea></pre><b onclick=boom()>", "\u{202E}gnp.exe", "&lt;script&gt;boom()",
  ]

  /// Script elements other than those that load our own files.
  private static func foreignScripts(_ html: [UInt8]) -> Int {
    let text = String(decoding: html, as: UTF8.self)
    let all = text.components(of: "<script").count - 1
    let ours = text.components(of: "<script src=\"").filter {
      $0.hasPrefix("../") || $0.hasPrefix("/assets/") || $0.hasPrefix("assets/") || $0.hasPrefix("changes/manifest.js")
    }
    return all - ours.count
  }

  private func yaml(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }

  private func site(_ payload: String) async throws -> [String: [UInt8]] {
    let repository = try ScratchRepository()
    let quoted = yaml(payload)
    try repository.write("fieldbook.yaml", "name: \(quoted)\nrepository: \(quoted)\n")
    try repository.write(
      "customers/acme/profile.md",
      """
      ---
      name: \(quoted)
      industry: \(quoted)
      owners: {ae: \(quoted)}
      tags: [\(quoted)]
      summary: \(quoted)
      ---

      \(payload)

      [\(payload)](\(payload)) ![\(payload)](\(payload)) [[\(payload)]] `\(payload)`

      > [!NOTE]
      > \(payload)

      | a | b |
      |---|---|
      | \(payload) | \(payload) |
      """)
    try repository.write(
      "customers/acme/contacts.yaml",
      "contacts:\n  - {id: ann, name: \(quoted), title: \(quoted), emails: [\(quoted)], phones: [\(quoted)]}\n")
    try repository.write(
      "customers/acme/deals/one.md",
      """
      ---
      name: \(quoted)
      stage: discovery
      reason_text: \(quoted)
      next_step: {text: \(quoted)}
      committee: [{contact: ann, role: champion}]
      meddpicc: {metrics: {score: 1, text: \(quoted)}}
      ---
      """)
    try repository.write(
      "customers/acme/interactions/2026-01-02-call-x.md",
      "---\nkind: call\nsubject: \(quoted)\noccurred_at: 2026-01-02T10:00:00Z\nparticipants: [\(quoted)]\n---\n\n\(payload)\n"
    )
    try repository.write(
      "sales-toolkit/battlecards/rival.md",
      "---\ncompetitor: \(quoted)\nthirty_second_answer: \(quoted)\nobjections: [{says: \(quoted), reply: \(quoted)}]\n---\n"
    )
    try repository.write("notes/table.csv", "\"\(payload.replacing("\"", with: "\"\""))\",b\n\"x\",\"y\"\n")
    try repository.commit(
      "Hostile: \(payload.replacing("\n", with: " "))",
      author: "\(payload.filter { !"<>\n".contains($0) }) <a@example.org>")
    return try await repository.site()
  }

  @Test(arguments: payloads)
  func nothingFromContentReachesAPageUnescaped(payload: String) async throws {
    let files = try await site(payload)
    #expect(files["customers/acme/index.html"] != nil)
    for (path, bytes) in files where path.hasSuffix(".html") {
      let scan = HTMLScan(bytes)
      #expect(!scan.attributes.contains { $0.hasPrefix("on") }, "\(path)")
      #expect(scan.tags.isDisjoint(with: ["b", "title2", "iframe"]), "\(path)")
      #expect(!scan.addresses.contains { $0.lowercased().hasPrefix("javascript:") }, "\(path)")
      #expect(Self.foreignScripts(bytes) == 0, "\(path) has a script that is not ours")
    }
  }

  @Test func hostileFileNamesNeitherLeaveTheSiteNorBreakAPage() async throws {
    let repository = try ScratchRepository()
    try repository.write("fieldbook.yaml", "name: Names\n")
    let names = [
      "a\"b.md", "<script>.md", "sp ace & more.md", "per%2e%2ecent.md", "new\nline.md", "tab\there.md", "..dots.md",
      "caf\u{E9}.md", "cafe\u{301}.md", "'quote'.md", "#hash?.md", "con.md",
    ]
    for name in names { try repository.write("odd/" + name, "# Page\n\nWords.\n") }
    try repository.write(Array("odd/".utf8) + [0xFF, 0xFE] + Array(".md".utf8), Array("# Bytes\n".utf8))
    try repository.commit("Odd names")
    let files = try await repository.site()
    #expect(LinkChecker(files: files).broken() == [])
    for path in files.keys {
      #expect(!path.split(separator: "/").contains { $0 == ".." || $0 == "." }, "\(path)")
      #expect(!path.hasPrefix("/"), "\(path)")
    }
    for (path, bytes) in files where path.hasSuffix(".html") {
      #expect(Self.foreignScripts(bytes) == 0, "\(path)")
    }
  }

  @Test func aTreeWithEntriesThatClimbOutIsBuiltWithoutThem() async throws {
    let repository = try ScratchRepository()
    let blob = try repository.git(["hash-object", "-w", "--stdin"], input: Array("# Evil\n".utf8))
    let tree = try repository.git(["mktree"], input: Array("100644 blob \(blob)\tfine.md\n".utf8))
    // `..` as an entry's name: the git program refuses to make it, so the bytes are put together here.
    var raw = Array("40000 ..\0".utf8)
    raw += (0..<20).compactMap { UInt8(tree.dropFirst($0 * 2).prefix(2), radix: 16) }
    raw += Array("100644 ok.md\0".utf8)
    raw += (0..<20).compactMap { UInt8(blob.dropFirst($0 * 2).prefix(2), radix: 16) }
    let evil = try repository.git(["hash-object", "-t", "tree", "-w", "--stdin", "--literally"], input: raw)
    let commit = try repository.git("commit-tree", evil, "-m", "Evil")
    try repository.git("update-ref", "refs/heads/main", commit)
    let files = try await repository.site()
    #expect(files["ok/index.html"] != nil)
    #expect(!files.keys.contains { $0.contains("..") })
  }
}

extension String {
  /// The parts between occurrences of a text.
  fileprivate func components(of separator: String) -> [Substring] {
    split(separator: separator, omittingEmptySubsequences: false)
  }
}
