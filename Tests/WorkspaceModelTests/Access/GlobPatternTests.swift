import Diagnostics
import Testing
import WorkspaceModel

@Suite struct GlobPatternTests {
  @Test(
    arguments: [
      ("**", "a/b/c.md"), ("**", "a"), ("personal/**", "personal/x/y.md"), ("personal/", "personal/x/y.md"),
      ("*.md", "a.md"),
      ("a/*/c.md", "a/b/c.md"), ("a/**/c.md", "a/c.md"), ("a/**/c.md", "a/x/y/c.md"), ("**/c.md", "c.md"),
      ("**/c.md", "a/b/c.md"),
      ("a/?.md", "a/b.md"), ("a/b*d*.md", "a/bcdef.md"), ("customers/*/deals/**", "customers/acme/deals/q3.md"),
      ("a/*", "a/.x"),
      ("**/*.md", "x.md"), ("**/b/**", "a/b/c"), ("a*b", "ab"), ("/a/**", "a/b"), ("a/**/b/**/c", "a/x/b/y/b/c"),
    ] as [(String, RepoPath)])
  func matches(pattern: String, path: RepoPath) {
    #expect(GlobPattern(pattern).matches(path))
  }

  @Test(
    arguments: [
      ("*", "a/b"), ("*.md", "a/b.md"), ("personal/**", "personality/x"), ("a/*/c.md", "a/c.md"),
      ("a/*/c.md", "a/b/b/c.md"), ("a", "a/b"),
      ("a/?.md", "a/bb.md"), ("a/b", "a/B"), ("", "a"), ("**/c.md", "a/c.md/d"), ("a*b", "a"), ("[ab]", "a"),
      ("a/**/c.md", "b/c.md"),
      ("?", "é"), ("caf\u{E9}", "cafe\u{301}"), ("a/**/b/**/c", "a/x/c/y/b"),
    ] as [(String, RepoPath)])
  func doesNotMatch(pattern: String, path: RepoPath) {
    #expect(!GlobPattern(pattern).matches(path))
  }

  @Test(
    arguments: [
      (String(repeating: "*a", count: 40) + "b", String(repeating: "a", count: 2000)),
      (String(repeating: "**/a*/", count: 30) + "b", Array(repeating: "aaaa", count: 300).joined(separator: "/")),
      (
        String(repeating: "*a*a*a*a*b/**/", count: 6) + "c",
        Array(repeating: String(repeating: "a", count: 60), count: 60).joined(separator: "/")
      ),
    ] as [(String, String)])
  func answersPathologicalPatternsAtOnce(pattern: String, path: String) {
    let (glob, path) = (GlobPattern(pattern), RepoPath(path))
    let time = ContinuousClock().measure { #expect(!glob.matches(path)) }
    #expect(time < .milliseconds(500))
  }
}
