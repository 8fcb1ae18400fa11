import FieldbookApp
import FieldbookTestSupport
import Foundation
import Testing

/// Places of this repository, told from where this file lies.
enum Places {
  static let top = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  static let theme = top.appendingPathComponent("site-theme").path
  static let content = top.appendingPathComponent("content")

  /// The program that this test run built.
  static var binary: String {
    let bundle = Bundle.allBundles.map(\.bundleURL).first { $0.pathExtension == "xctest" }
    let folder = (bundle ?? Bundle.main.bundleURL).deletingLastPathComponent()
    let beside = folder.appendingPathComponent("fieldbook").path
    if FileManager.default.isExecutableFile(atPath: beside) { return beside }
    return Bundle.main.bundleURL.appendingPathComponent("fieldbook").path
  }
}

extension ScratchRepository {
  /// A repository with a copy of this repository's sample workspace at its root, committed.
  static func withSample() throws -> ScratchRepository {
    let repository = try ScratchRepository()
    for name in try FileManager.default.subpathsOfDirectory(atPath: Places.content.path) {
      let file = Places.content.appendingPathComponent(name)
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder), !isFolder.boolValue else {
        continue
      }
      try repository.write(Array(name.utf8), Array(Data(contentsOf: file)))
    }
    try repository.commit("Sample workspace")
    return repository
  }

  /// Opens the workspace in this repository.
  func fieldbook(_ change: (inout OpenOptions) -> Void = { _ in }) async throws -> Fieldbook {
    var options = OpenOptions(wallClock: 1_800_000_000, jobs: 2)
    options.workspace = path
    change(&options)
    return try await Fieldbook.open(options)
  }

  /// Builds the site in memory, by path.
  func site(_ change: (inout OpenOptions) -> Void = { _ in }) async throws -> [String: [UInt8]] {
    try await fieldbook(change).buildInMemory(theme: Places.theme, generator: "test")
  }
}

/// The sample workspace's site, built once for the tests that only read it.
enum SampleSite {
  private static let built = Task { try await ScratchRepository.withSample().site() }

  static var files: [String: [UInt8]] {
    get async throws { try await built.value }
  }
}

extension [String: [UInt8]] {
  /// The text of a file; empty when there is none.
  func text(_ path: String) -> String { String(decoding: self[path] ?? [], as: UTF8.self) }
}
