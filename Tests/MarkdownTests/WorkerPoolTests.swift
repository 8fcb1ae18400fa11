import Testing

@testable import Markdown

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@Suite(.timeLimit(.minutes(5)))
struct WorkerPoolTests {
  /// A worker in Perl that answers with the text itself, and misbehaves when the text says so.
  private static let script = #"""
    $| = 1; binmode STDIN; binmode STDOUT;
    syswrite STDOUT, "FBMD" . chr(\#(MarkdownDocument.codingVersion));
    while (read(STDIN, my $head, 4) == 4) {
      read(STDIN, my $job, unpack("V", $head));
      my ($number, $line, $text) = (substr($job, 0, 4), substr($job, 5, 4), substr($job, 9));
      if ($text =~ /HANG/) { sleep 60 }
      if ($text =~ /DIE/) { kill 9, $$; sleep 1 }
      if ($text =~ /QUIT/) { exit 0 }
      if ($text =~ /NONSENSE/) { syswrite STDOUT, pack("V", 7) . $number . "\x00\x63\x01"; next }
      if ($text =~ /ENDLESS/) { syswrite STDOUT, "\xFF" x 100; sleep 60 }
      my $reply = "$number\x01$line" . substr($text, 0, 100000);
      syswrite STDOUT, pack("V", length $reply) . $reply for 1 .. ($text =~ /TWICE/ ? 2 : 1);
    }
    """#

  private func pool(count: Int = 2, patience: Double = 20) -> MarkdownWorkerPool {
    MarkdownWorkerPool(executable: "/usr/bin/perl", arguments: ["-e", Self.script], count: count, patience: patience)
  }

  private func jobs(_ texts: [String]) -> [MarkdownJob] {
    texts.enumerated().map { MarkdownJob(Array($1.utf8), options: MarkdownOptions(firstLine: $0 + 1)) }
  }

  /// What the Perl worker answers to a text that behaves.
  private func echo(_ text: String, line: Int) -> MarkdownOutcome { .refused(reason: text, line: line) }

  @Test(arguments: [1, 2, 5])
  func outcomesComeInTheOrderOfTheJobs(count: Int) async {
    let texts = (0..<700).map { "text \($0)" }
    let outcomes = await pool(count: count).renderAll(jobs(texts))
    #expect(outcomes == texts.enumerated().map { echo($1, line: $0 + 1) })
  }

  @Test func repliesLargerThanAPipeHoldsDoNotBlock() async {
    let text = String(repeating: "x", count: 90_000)
    let outcomes = await pool().renderAll(jobs(Array(repeating: text, count: 60)))
    #expect(outcomes == (1...60).map { echo(text, line: $0) })
  }

  @Test(arguments: ["DIE", "QUIT", "NONSENSE"])
  func documentThatEndsItsWorkerTwiceIsRefusedAndLeavesTheOthersIntact(kind: String) async {
    var texts = (0..<100).map { "text \($0)" }
    texts[0] = kind
    texts[40] = kind
    texts[99] = kind
    let outcomes = await pool().renderAll(jobs(texts))
    let refusal = "too costly to render: it ended two workers"
    for (index, text) in texts.enumerated() {
      #expect(outcomes[index] == echo(text == kind ? refusal : text, line: index + 1))
    }
  }

  @Test func answerThatCameTwiceIsNotTakenForTheNextDocument() async {
    let texts = (0..<100).map { $0 == 30 ? "TWICE" : "text \($0)" }
    let outcomes = await pool().renderAll(jobs(texts))
    #expect(outcomes == texts.enumerated().map { echo($1, line: $0 + 1) })
  }

  @Test(arguments: ["HANG", "ENDLESS"])
  func documentThatHangsIsRefusedAfterItsTime(kind: String) async {
    let texts = ["a", kind, "b", "c"]
    let clock = ContinuousClock()
    let start = clock.now
    let outcomes = await pool(patience: 0.4).renderAll(jobs(texts))
    #expect(clock.now - start < .seconds(20))
    #expect(outcomes[1] == .refused(reason: "too costly to render: it ended two workers", line: 2))
    #expect(outcomes[0] == echo("a", line: 1) && outcomes[2] == echo("b", line: 3) && outcomes[3] == echo("c", line: 4))
  }

  @Test(arguments: ["/nonexistent/worker", "/bin/true", "/bin/cat", "/etc/passwd"])
  func withoutAWorkerTheDocumentsAreRenderedHere(executable: String) async {
    let pool = MarkdownWorkerPool(executable: executable, arguments: [], count: 2, patience: 5)
    let hostile = String(repeating: "|", count: 3_000)
    let outcomes = await pool.renderAll(jobs(["# a", hostile]))
    #expect(outcomes[0] == MarkdownRenderer.render(Array("# a".utf8)))
    #expect(outcomes[1] == .refused(reason: "more than 2,000 pipes in a line", line: 2))
  }

  @Test func tooLongTextIsRefusedUnsent() async {
    let long = Array(repeating: UInt8(ascii: "a"), count: (1 << 20) + 1)
    let outcomes = await pool().renderAll([MarkdownJob(long), MarkdownJob(Array("b".utf8))])
    #expect(outcomes == [.refused(reason: "longer than 1 MiB", line: 1), echo("b", line: 1)])
  }

  @Test func noJobsNeedNoWorker() async {
    #expect(await pool().renderAll([]).isEmpty)
  }

  @Test func nothingIsLeftBehind() async {
    // In a process of its own: what other tests have open meanwhile would count as well.
    await #expect(processExitsWith: .success) {
      let tests = WorkerPoolTests()
      _ = await tests.pool().renderAll(tests.jobs(["DIE"]))
      let before = tests.openDescriptors()
      for text in ["a", "DIE", "QUIT"] {
        for _ in 0..<3 { _ = await tests.pool().renderAll(tests.jobs(Array(repeating: text, count: 3))) }
      }
      #expect(tests.openDescriptors() == before)
    }
  }

  @Test(.enabled(if: RealWorker.found != nil))
  func realWorkerGivesTheSameAsThisProcess() async throws {
    let worker = try #require(RealWorker.found)
    let pool = MarkdownWorkerPool(executable: worker.executable, arguments: worker.arguments, count: 2)
    let options = MarkdownOptions(firstLine: 4, demoteHeadings: true)
    let texts = RenderingTests.cases.map(\.markdown) + PrescanTests.hostile.map(\.1)
    let jobs = texts.map { MarkdownJob(Array($0.utf8), options: options) }
    let outcomes = await pool.renderAll(jobs)
    for (index, text) in texts.enumerated() {
      #expect(outcomes[index] == MarkdownRenderer.render(Array(text.utf8), options: options))
    }
  }

  /// How many of the first descriptors are open.
  private func openDescriptors() -> Int { (0..<1_024).count { fcntl($0, F_GETFD) != -1 } }
}

/// The program that the package builds, when it is built: `FIELDBOOK_MARKDOWN_WORKER="path argument…"`.
private enum RealWorker {
  static let found: (executable: String, arguments: [String])? = {
    guard let setting = getenv("FIELDBOOK_MARKDOWN_WORKER") else { return nil }
    let words = String(cString: setting).split(separator: " ").map(String.init)
    guard let executable = words.first else { return nil }
    return (executable, Array(words.dropFirst()))
  }()
}
