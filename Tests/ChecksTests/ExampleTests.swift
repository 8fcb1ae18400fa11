import Checks
import Diagnostics
import FieldbookTestSupport
import Markdown
import Testing
import WorkspaceModel

/// One example of one check.
struct Example: CustomTestStringConvertible, Sendable {
  let check: any Check
  let number: Int
  let example: CheckExample

  var testDescription: String { "\(check.id) #\(number + 1)" }

  static let all = CheckCatalog.all.flatMap { check in
    check.examples.enumerated().map { Example(check: check, number: $0.offset, example: $0.element) }
  }

  /// Findings of this check alone, and the marked places.
  func run() async throws -> (findings: [Diagnostic], marks: [MarkedFiles.Mark]) {
    let marked = MarkedFiles(example.text)
    let files = example.setting.files(marked.files)
    let (workspace, loaded) = await WorkspaceLoader.load(files, jobs: 1)
    let input = try example.setting.input(workspace, files: files)
    let findings = await CheckRun().findings(in: input, loaded: loaded + example.setting.reported(workspace)).filter {
      $0.id == check.id
    }
    return (findings, marked.marks)
  }
}

struct ExampleTests {
  @Test(arguments: Example.all)
  func flagsExactlyTheMarkedPlaces(_ example: Example) async throws {
    let (findings, marks) = try await example.run()
    #expect(findings.map { MarkedFiles.Mark($0) } == marks.sorted())
  }

  @Test(arguments: CheckCatalog.all.map(\.id))
  func hasAnExampleThatIsMarkedAndANearMiss(id: String) throws {
    let check = try #require(CheckCatalog.check(id))
    #expect(check.examples.contains { $0.text.contains("▶") })
    #expect(check.examples.contains { !$0.text.contains("▶") })
    #expect(!check.rule.isEmpty && !check.rule.hasSuffix("."))
    #expect(check.rationale.hasSuffix("."))
    #expect(id.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-") })
  }

  @Test func idsAreUnique() {
    let ids = CheckCatalog.all.map(\.id)
    #expect(Set(ids).count == ids.count)
  }
}
