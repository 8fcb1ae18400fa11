import Diagnostics
import FieldbookTestSupport
import Foundation
import Testing
import WorkspaceModel

/// The workspace under `content/` that the project ships as its own example.
@Suite struct SampleWorkspaceTests {
  @Test func hasNoFindings() async throws {
    let findings = try await Self.load().findings
    #expect(findings == [], "\(findings.map { "\(MarkedFiles.Mark($0)) \($0.summary)" }.joined(separator: "\n"))")
  }

  @Test func isLargeEnoughToShowEverything() async throws {
    let workspace = try await Self.load().workspace
    #expect(workspace.customers.count >= 16)
    #expect(workspace.deals.count >= 40)
    #expect(workspace.interactions.count >= 160)
    #expect(Set(workspace.customers.compactMap(\.lifecycle)) == Set(Customer.Lifecycle.allCases))
    #expect(Set(workspace.deals.compactMap(\.outcome)) == Set(Deal.Outcome.allCases))
    let stages = workspace.workflows.filter { $0.subject == .deal }.flatMap(\.stages).map(\.id)
    #expect(Set(stages).subtracting(workspace.deals.compactMap(\.stage)) == [])
  }

  @Test func everyQuoteOfAnInsightStandsWordForWordInItsSource() async throws {
    let (workspace, _, files) = try await Self.load()
    let texts = Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.text) })
    var quotes = 0
    for insight in workspace.insights {
      for evidence in insight.evidence {
        let path = try #require(RepoPath("customers/\(insight.customer)").resolving(evidence.source))
        let text = try #require(texts[path], "\(insight.id)")
        guard let quote = evidence.quote else { continue }
        quotes += 1
        #expect(text.utf8.firstRange(of: quote.utf8) != nil, "\(insight.id): \(quote)")
      }
    }
    #expect(quotes > 20)
  }

  @Test func everyImportedInteractionHasAnIdOfItsOwn() async throws {
    let origins = try await Self.load().workspace.interactions.compactMap(\.origin).map { "\($0.system) \($0.id)" }
    let repeated = Dictionary(grouping: origins) { $0 }.filter { $0.value.count > 1 }.keys.sorted()
    #expect(repeated == [])
    #expect(origins.count > 20)
  }

  @Test func itsDefaultAudienceSeesNeitherPhonesNorPersonalFiles() async throws {
    let (_, _, files) = try await Self.load()
    let seen = try #require(await visible(files, to: nil))
    #expect(seen.workspace.contacts.count > 30)
    #expect(seen.workspace.contacts.allSatisfy { $0.phones.isEmpty })
    #expect(!seen.workspace.paths.contains { $0.isInside("personal") })
  }

  /// All files as they lie on disk, and what came of them.
  private static func load() async throws -> (workspace: Workspace, findings: [Diagnostic], files: [WorkspaceFile]) {
    let top = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../content").standardized
      .resolvingSymlinksInPath()
    let listed = try #require(FileManager.default.enumerator(atPath: top.path))
    var files: [WorkspaceFile] = []
    for case let path as String in listed {
      let file = top.appending(path: path)
      guard try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else { continue }
      files.append(WorkspaceFile(RepoPath(path), bytes: try Data(contentsOf: file)))
    }
    let (workspace, findings) = await WorkspaceLoader.load(files, jobs: 2)
    return (workspace, findings, files)
  }
}
