import Diagnostics
import Testing

@Suite struct RepoPathTests {
  @Test func keepsComposedAndDecomposedNamesApart() {
    let composed = RepoPath("caf\u{E9}.md")
    let decomposed = RepoPath("cafe\u{301}.md")
    #expect(composed.description == decomposed.description)
    #expect(composed != decomposed)
    #expect(Set([composed, decomposed]).count == 2)
    #expect([composed: 1, decomposed: 2][decomposed] == 2)
  }

  @Test func keepsNamesThatAreNotUTF8() {
    let path = RepoPath(bytes: [0x61, 0xFF, 0x2F, 0x62])
    #expect(path.components.map(Array.init) == [[0x61, 0xFF], [0x62]])
    #expect(path.description == "a\u{FFFD}/b")
    #expect(path != RepoPath("a\u{FFFD}/b"))
  }

  @Test(arguments: [
    ("customers/acme/deals/q3.md", "q3.md", "q3", "md", "customers/acme/deals"),
    ("README.MD", "README.MD", "README", "md", ""),
    ("a/.gitignore", ".gitignore", ".gitignore", "", "a"), ("a/b.tar.gz", "b.tar.gz", "b.tar", "gz", "a"),
    ("noext", "noext", "noext", "", ""), ("a/dot.", "dot.", "dot", "", "a"),
  ])
  func tellsItsParts(path: RepoPath, name: String, stem: String, suffix: String, parent: RepoPath) {
    #expect(path.nameText == name)
    #expect(path.stem == stem)
    #expect(path.fileExtension == suffix)
    #expect(path.parent == parent)
  }

  @Test(arguments: [
    ("customers/acme", "deals/q3.md", "customers/acme/deals/q3.md"), ("customers/acme", "../zeta", "customers/zeta"),
    ("customers/acme", "./a/./b//c", "customers/acme/a/b/c"), ("customers/acme", "/top", "top"), ("", "a", "a"),
    ("customers/acme", "../..", ""), ("a", "...", "a/..."), ("a", "..b", "a/..b"),
  ])
  func followsRelativeLinks(folder: RepoPath, link: String, target: RepoPath) {
    #expect(folder.resolving(link) == target)
  }

  @Test(arguments: ["..", "a/../..", "../../../etc/passwd", "/..", "/a/../../b", "./..", "../a/../.."])
  func neverLeavesTheRoot(link: String) {
    #expect(RepoPath.root.resolving(link) == nil)
    #expect(RepoPath("a").resolving("../" + link) == nil)
  }

  @Test func neverLeavesTheRootWhateverTheLink() {
    let words = ["..", ".", "a", "", "b.md", "...", "/"]
    var state: UInt64 = 7
    for _ in 0..<2000 {
      var link = ""
      for _ in 0..<8 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        link += words[Int(state >> 33) % words.count] + "/"
      }
      guard let target = RepoPath("x/y").resolving(link) else { continue }
      #expect(!target.components.contains { $0.elementsEqual("..".utf8) || $0.elementsEqual(".".utf8) }, "\(link)")
    }
  }

  @Test(arguments: [
    "", ".", "..", "a/..", "../a", "a//b", "/a", "a/", ".git", ".GIT/config", "a/.Git/hooks", "a\\b", "a\u{0}b", "a\nb",
    "a\u{7F}", "\u{1B}[2J", String(repeating: "x", count: 256), String(repeating: "abcd/", count: 300) + "e",
  ])
  func refusesHostileNamesForWriting(path: String) {
    #expect(!RepoPath(path).isSafeToWrite)
  }

  @Test(arguments: [
    "index.html", "a/b/c.css", "café/ü.html", "...", ".gitignore", ".github/x", "git", "a b/c", "Ünï/日本.html",
    String(repeating: "x", count: 255),
  ])
  func acceptsOrdinaryNamesForWriting(path: String) {
    #expect(RepoPath(path).isSafeToWrite)
  }

  @Test func tellsWhatLiesInsideAFolder() {
    #expect(RepoPath("personal/a").isInside("personal"))
    #expect(RepoPath("personal").isInside("personal"))
    #expect(!RepoPath("personality/a").isInside("personal"))
    #expect(RepoPath("a").isInside(.root))
    #expect(RepoPath("customers/acme/x").relative(to: "customers") == "acme/x")
    #expect(RepoPath("customers").relative(to: "customers") == .root)
    #expect(RepoPath("custom").relative(to: "customers") == nil)
  }

  @Test func ordersByBytes() {
    let sorted: [RepoPath] = ["B", "a", "a.md", "a/b", "aa", "é"]
    #expect(sorted.reversed().sorted() == sorted)
  }
}
