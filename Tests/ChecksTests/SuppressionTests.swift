import Checks
import Diagnostics
import FieldbookTestSupport
import Testing
import WorkspaceModel

@Suite struct SuppressionTests {
  /// A check that marks every "bad" in every file, under an id that the catalogue knows.
  struct MarksBad: Check {
    let id = "unknown-field"
    let group = CheckGroup.frontMatter
    let severity = Diagnostic.Severity.warning
    let rule = "no bad"
    let rationale = "It is bad."
    let examples: [CheckExample] = []

    func findings(in input: CheckInput) -> [Diagnostic] {
      input.sortedFiles.flatMap { file in
        let lines = Array(file.text.utf8).split(separator: 0x0A, omittingEmptySubsequences: false)
        return lines.enumerated().flatMap { line, text in
          text.split { $0 <= 0x20 }.filter { $0.elementsEqual("bad".utf8) }.map { word in
            let start = SourcePosition(line: line + 1, column: word.startIndex - text.startIndex + 1)
            return finding("bad", at: SourceRange(file: file.path, start: start))
          }
        }
      }
    }
  }

  private func run(_ files: [WorkspaceFile]) async throws -> [Diagnostic] {
    let (workspace, _) = await WorkspaceLoader.load(files, jobs: 1)
    let input = try CheckExample.Setting().input(workspace, files: files)
    return await CheckRun([MarksBad()]).findings(in: input, loaded: [])
  }

  private func marks(_ text: String) async throws -> (found: [MarkedFiles.Mark], wanted: [MarkedFiles.Mark]) {
    let marked = MarkedFiles(text)
    return (try await run(marked.files).map { MarkedFiles.Mark($0) }, marked.marks.sorted())
  }

  @Test(arguments: [
    """
    === paragraph.md
    ▶bad
    <!-- fieldbook-ignore unknown-field: known -->
    bad
    bad

    ▶bad
    """,
    """
    === blank-between.md
    <!-- fieldbook-ignore unknown-field: known
      and said in two lines -->

    - bad
    - bad

    ▶bad
    """,
    """
    === section.md
    # Title
    <!-- fieldbook-ignore unknown-field: known -->
    ## One
    bad

    ### Below
    bad

    ```
    # bad
    ```

    Two
    ---
    ▶bad
    """,
    """
    === underlined.md
    <!-- fieldbook-ignore unknown-field: known -->
    Title
    ===
    bad

    Below
    -----
    bad

    # Next
    ▶bad
    """,
    """
    === fence.md
    <!-- fieldbook-ignore unknown-field: known -->
    ~~~ text
    bad

    bad
    ~~~
    ▶bad
    """,
    """
    === code.md
    ```
    <!-- fieldbook-ignore unknown-field: an example -->
    ▶bad
    ```
    Write `<!-- fieldbook-ignore unknown-field: so -->` above
    ▶bad
    """,
    """
    === stacked.md
    <!-- fieldbook-ignore unknown-field: known -->
    <!-- fieldbook-ignore unknown-field: known as well -->

    <!-- A remark -->
    bad

    ▶bad
    """,
    """
    === front.md
    ---
    # fieldbook-ignore unknown-field: known
    a: bad
    b: ▶bad
    # fieldbook-ignore unknown-field: known
    c:
      - bad

      - bad
    d: ▶bad
    ---
    ▶bad
    """,
    """
    === whole.md
    ---
    fieldbook: {ignore: [{check: unknown-field, reason: known}]}
    ---
    bad
    """,
    """
    === data.yaml
    a:
      # fieldbook-ignore unknown-field: known
      b:
        c: bad
      d: ▶bad
    # fieldbook-ignore unknown-field: known
    list:
    - bad
    - bad
    # fieldbook-ignore unknown-field: known
    - bad
    text: |
      # fieldbook-ignore unknown-field: this is text
      ▶bad
    """,
    """
    === items.yaml
    # fieldbook-ignore unknown-field: known
    - a: bad
      b: bad
    - a: ▶bad
    """,
  ])
  func silencesExactlyTheNextBlock(text: String) async throws {
    let (found, wanted) = try await marks(text)
    #expect(found == wanted)
  }

  @Test func carriageReturnsAndAByteOrderMarkChangeNothing() async throws {
    let text = "\u{FEFF}<!-- fieldbook-ignore unknown-field: known -->\r\nbad\r\n\r\nbad\r\n"
    #expect(try await run([WorkspaceFile("a.md", text)]).map(\.range.start.line) == [4])
    let yaml = "\u{FEFF}# fieldbook-ignore unknown-field: known\r\na: bad\r\nb: bad\r\n"
    #expect(try await run([WorkspaceFile("a.yaml", yaml)]).map(\.range.start.line) == [3])
  }

  @Test(arguments: ["-->", " -->", ": -->", ": - -->", " because -->"])
  func aCommentWithoutAReasonSilencesNothing(end: String) async throws {
    let found = try await run([WorkspaceFile("a.md", "<!-- fieldbook-ignore unknown-field\(end)\nbad\n")])
    #expect(found.map(\.id).sorted() == ["suppression-without-reason", "unknown-field"])
  }

  @Test func aCommentWithoutAnIdOrWithoutAnEndSilencesNothing() async throws {
    #expect(
      try await run([WorkspaceFile("a.md", "<!-- fieldbook-ignore -->\nbad\n")]).map(\.id)
        == ["unknown-suppressed-check", "unknown-field"])
    #expect(try await run([WorkspaceFile("a.md", "<!-- fieldbook-ignore unknown-field: x\nbad\n")]).count == 1)
    #expect(try await run([WorkspaceFile("a.md", "<!-- fieldbook-ignored unknown-field: x -->\nbad\n")]).count == 1)
  }

  @Test func offersTheNearestIdAndItsRangeIsExact() async throws {
    let found = try await run([WorkspaceFile("a.md", "<!-- fieldbook-ignore unknown-feild: x -->\nText.\n")])
    let finding = try #require(found.first)
    #expect(finding.help == "did you mean 'unknown-field'?")
    #expect(finding.range.start.column == 23 && finding.range.end.column == 36)
    #expect(finding.fixIts.first?.edits.first?.replacement == "unknown-field")
  }

  @Test(arguments: [
    "secret-token", "private-key", "password-in-url", "card-number", "access-closed", "unapproved-change",
    "unused-suppression", "unsuppressible",
  ])
  func whatProtectsOthersCannotBeSilenced(id: String) async throws {
    let comment = "<!-- fieldbook-ignore \(id): please -->\nText.\n"
    let found = try await run([WorkspaceFile("a.md", comment)])
    let isKnown = CheckCatalog.check(id) != nil
    #expect(found.map(\.id) == [isKnown ? "unsuppressible" : "unknown-suppressed-check"])
  }

  @Test func theWorkspaceMayChangeTheLevelOfAnUnusedOne() async throws {
    let settings = "checks:\n  levels:\n    - {check: unused-suppression, level: off}\n"
    let files = [
      WorkspaceFile("fieldbook.yaml", settings),
      WorkspaceFile("a.md", "<!-- fieldbook-ignore unknown-field: x -->\nText.\n"),
    ]
    #expect(try await run(files).isEmpty)
    #expect(try await run(Array(files.dropFirst())).map(\.id) == ["unused-suppression"])
  }

  /// Far below a second by itself; the limit is for all tests running at once, and quadratic work would not meet it.
  @Test(.timeLimit(.minutes(5)))
  func manyCommentsAreReadInLinearTime() async throws {
    let markdown = String(repeating: "<!-- fieldbook-ignore unknown-field: x -->\n", count: 20_000)
    let open = String(repeating: "<!-- fieldbook-ignore unknown-field: x\n", count: 20_000)
    let yaml = String(repeating: "# fieldbook-ignore unknown-field: x\n", count: 20_000)
    let lines = String(repeating: "- bad\n", count: 200) + String(repeating: "- good\n", count: 20_000)
    let files = [
      WorkspaceFile("a.md", markdown + lines), WorkspaceFile("b.md", open + lines),
      WorkspaceFile("c.yaml", yaml + lines),
    ]
    // In YAML only the first item is spoken of, and a comment without an end speaks of nothing.
    #expect(try await run(files).count == 199 + 200)
  }
}
