import Checks
import Diagnostics
import Testing

@Suite struct BaselineTests {
  private let words = ["one", "two", "two", "three"]

  private func finding(_ line: Int, _ id: String = "broken-link") -> Diagnostic {
    let start = SourcePosition(line: line, column: 1)
    let range = SourceRange(file: "a.md", start: start, end: SourcePosition(line: line, column: 20))
    return Diagnostic(id: id, severity: .error, range: range, summary: "s")
  }

  private func line(_ path: RepoPath, _ number: Int) -> String? {
    words.indices.contains(number - 1) ? words[number - 1] : nil
  }

  private func baseline(_ lines: [Int]) -> Baseline {
    Baseline().updated(from: lines.map { finding($0) }, line: line, grow: true)
  }

  @Test func splitsByFingerprintAndListsWhatIsStale() {
    let split = baseline([1, 2, 3]).applied(to: [finding(2), finding(4), finding(4, "other")], line: line)
    #expect(split.known == [finding(2)])
    #expect(split.new == [finding(4), finding(4, "other")])
    #expect(split.stale.count == 2)
    #expect(
      split.counts == [.init(check: "broken-link", new: 1, known: 1), .init(check: "other", new: 1, known: 0)])
  }

  @Test func linesThatMoveStayKnown() {
    let moved: (RepoPath, Int) -> String? = { path, number in self.line(path, number - 10) }
    let split = baseline([1, 2, 3]).applied(to: [finding(11), finding(12), finding(13)], line: moved)
    #expect(split.known.count == 3 && split.stale.isEmpty)
  }

  @Test func oneMoreOfTheSameIsNew() {
    let split = baseline([2]).applied(to: [finding(2), finding(3)], line: line)
    #expect(split.known.count == 1 && split.new.count == 1)
  }

  @Test func shrinksUnlessToldToGrow() {
    let old = baseline([1, 2])
    let found = [finding(2), finding(4)]
    #expect(old.updated(from: found, line: line, grow: false) == baseline([2]))
    #expect(old.updated(from: found, line: line, grow: true) == baseline([2, 4]))
    #expect(old.updated(from: [], line: line, grow: false) == Baseline())
  }

  @Test func secretsAreNeverKnown() {
    let secret = finding(1, "secret-token")
    let grown = Baseline().updated(from: [secret], line: line, grow: true)
    #expect(grown.entries.isEmpty)
    #expect(grown.applied(to: [secret], line: line).new == [secret])
  }

  @Test func whatIsWrittenIsRead() throws {
    for lines in [[], [1], [1, 2, 3, 4]] {
      let baseline = baseline(lines)
      #expect(try Baseline(decoding: baseline.encoded()) == baseline)
    }
    #expect(baseline([3, 1, 2]).encoded() == baseline([1, 2, 3]).encoded())
    let text = String(decoding: baseline([1, 2]).encoded(), as: UTF8.self)
    #expect(text.split(separator: "\n").count == 7)
    let head = "{\n  \"version\": 1,\n  \"findings\": [\n"
    #expect(text.hasPrefix(head + "    {\"path\":\"a.md\",\"check\":\"broken-link\","))
  }

  @Test(arguments: [
    ("", "baseline.json:1:1: not valid JSON"), ("<<<<<<< HEAD\n", ":1:1: not valid JSON"),
    ("{\"version\": 1,\n \"findings\": [}", ":2:15: not valid JSON"),
    ("{\"version\": 2, \"findings\": []}", "version 2, this program reads version 1"),
    ("{\"findings\": []}", "no whole number 'version'"), ("{\"version\": 1}", "no list 'findings'"),
    ("{\"version\": 1, \"findings\": [{\"check\": \"a\"}]}", "entry 1 lacks"), ("[]", "no whole number 'version'"),
  ])
  func saysWhatIsWrongWithAFile(text: String, words: String) {
    let error = #expect(throws: BaselineError.self) { try Baseline(decoding: Array(text.utf8)) }
    #expect(error?.description.contains(words) == true, "\(String(describing: error))")
    #expect(error?.description.contains("restore it from Git") == true)
  }
}
