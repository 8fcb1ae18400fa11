import Diagnostics
import FieldbookTestSupport
import Foundation
import PipelineMetrics
import Testing
import WorkspaceModel

@Suite struct DeletedFieldTests {
  private static let content = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../content").standardized
  static let customers =
    (try? FileManager.default.contentsOfDirectory(
      atPath: content.appending(path: "customers").path))?.filter { !["templates", "workflows"].contains($0) }.sorted()
    ?? []

  /// What only a worry is made of.
  ///
  /// One whose evidence is gone cannot be told from one that never was. A review shows
  /// it going, as a change of the record; no score can.
  private static let worries = [
    "cancellation_notice_on", "status", "left_on", "employment", "committee", "role", "outcome: no_show",
  ]

  /// The fields of one customer, and everything that is said elsewhere and bears on a score.
  private static func files(of customer: String) throws -> [RepoPath: String] {
    let wanted = ["customers/\(customer)/", "customers/workflows/", "workspace-setup/people", "fieldbook.yaml"]
    var files: [RepoPath: String] = [:]
    let all = try FileManager.default.subpathsOfDirectory(atPath: content.path)
    for name in all where wanted.contains(where: name.hasPrefix) {
      guard let text = try? String(contentsOf: content.appending(path: name), encoding: .utf8) else { continue }
      files[RepoPath(name)] = text
    }
    return files
  }

  private static func floor(_ files: [RepoPath: String], _ customer: String) async -> (Fraction?, CustomerHealth?) {
    let workspace = await WorkspaceLoader.load(files.map { WorkspaceFile($0.key, $0.value) }, jobs: 1).workspace
    let day = Day(iso: "2026-11-23") ?? Day(number: 0)
    let health = HealthReading(workspace, clock: MetricClock(endOf: day)).score(of: customer)
    return (health?.floor, health)
  }

  @Test(arguments: customers) func deletingAFieldNeverImprovesAScore(of customer: String) async throws {
    let files = try Self.files(of: customer)
    let whole = await Self.floor(files, customer)
    var random = SeededGenerator(seed: customer.utf8.reduce(0) { $0 &* 31 &+ UInt64($1) })
    var deletions: [(path: RepoPath, deletion: FieldDeletion)] = []
    for (path, text) in files.sorted(by: { $0.key < $1.key }) where path.description.hasPrefix("customers/\(customer)/")
    {
      let name = path.description
      guard name.hasSuffix(".md") || name.hasSuffix(".yaml") else { continue }
      for deletion in FieldDeletion.all(of: text, isFrontMatter: name.hasSuffix(".md")) {
        deletions.append((path, deletion))
      }
    }
    #expect(deletions.count > 100)
    deletions.shuffle(using: &random)
    for (path, deletion) in deletions.prefix(60) {
      if Self.worries.contains(where: deletion.line.contains) { continue }
      var less = files
      less[path] = deletion.text
      let after = await Self.floor(less, customer)
      #expect(
        (after.0 ?? .zero) <= (whole.0 ?? .zero), "\(path) without: \(deletion.line)")
      // Nor is there a score for what is hardly known.
      if let coverage = after.1?.coverage, coverage.fraction < CustomerHealth.enough {
        #expect(after.1?.score == nil)
      }
    }
  }
}
