internal import Diagnostics
internal import Foundation
internal import Git
internal import History
internal import Site

/// A site that was built before and still stands: a build by the same program, from the same commit, with the same
/// theme and options would give the same bytes, so that there is nothing to do.
///
/// Kept in the repository's own folder, where deleting it is always safe, and believed only as long as neither the site
/// nor anything that it was made from was touched.
package struct StandingSite: Sendable {
  /// How many pages it has.
  package let pages: Int
  /// For whom it was built.
  package let audienceTitle: String
  /// What there is to say about the findings; empty when nothing is wrong.
  package let remark: String
  private let file: String
  private let commit: String
  private let inputs: [UInt8]

  /// The site that stands in the folder of a build; nil when it has to be built.
  package static func find(_ options: OpenOptions, _ build: BuildOptions) -> StandingSite? {
    guard let (file, commit, inputs) = inputs(options, build),
      let kept = FileManager.default.contents(atPath: file)
    else { return nil }
    var parts = kept.split(separator: 0x0A, maxSplits: 4, omittingEmptySubsequences: false)
    guard parts.count == 5, parts[0] == Data(head.utf8), let pages = Int(String(decoding: parts[1], as: UTF8.self)),
      let census = FolderCensus.bytes(of: build.output), Array(parts.removeLast()) == inputs + census
    else { return nil }
    return StandingSite(
      file, commit, inputs, pages: pages, String(decoding: parts[2], as: UTF8.self),
      remark: String(decoding: parts[3], as: UTF8.self))
  }

  /// What a build that begins now will have been made from; nil when that cannot be told later.
  package init?(_ options: OpenOptions, _ build: BuildOptions) {
    guard let (file, commit, inputs) = Self.inputs(options, build) else { return nil }
    self.init(file, commit, inputs, pages: 0, "", remark: "")
  }

  private init(
    _ file: String, _ commit: String, _ inputs: [UInt8], pages: Int, _ audienceTitle: String, remark: String
  ) {
    (self.file, self.commit, self.inputs, self.pages) = (file, commit, inputs, pages)
    (self.audienceTitle, self.remark) = (audienceTitle, remark)
  }

  /// Remembers that the site was built; without that it is built once more, which harms nobody.
  package func keep(_ summary: BuildSummary, of fieldbook: Fieldbook, remark: String, in output: String) {
    // A branch may have moved before the files were read.
    guard fieldbook.snapshot.revision?.commit == commit, let census = FolderCensus.bytes(of: output) else { return }
    let head = [Self.head, String(summary.pages), summary.audienceTitle, remark].map { text in
      text.split(separator: "\n").joined(separator: " ") + "\n"
    }
    let bytes = Data(head.joined().utf8) + inputs + census
    let folder = URL(filePath: file).deletingLastPathComponent()
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try? bytes.write(to: URL(filePath: file), options: .atomic)
  }

  /// Forgets all sites of a repository.
  static func forget(_ repository: Repository) { try? FileManager.default.removeItem(atPath: folder(repository)) }

  private static func folder(_ repository: Repository) -> String { "\(repository.commonDirectory)/fieldbook/sites" }

  private static let head = "fieldbook site 1"

  /// The file to remember a build in, and all that the build depends on.
  private static func inputs(
    _ options: OpenOptions, _ build: BuildOptions
  ) -> (file: String, commit: String, bytes: [UInt8])? {
    // What the work tree or a day says cannot be told from the names of commits alone.
    guard options.usesCache, !options.isWorkTree, !options.isStaged, options.asOf == nil, options.comparedWith == nil,
      let repository = try? Repository(discovering: options.workspace), !repository.isShallow,
      let head = try? repository.resolve("HEAD"),
      let commit = try? repository.resolve(options.revision ?? "HEAD"),
      let theme = FolderCensus.bytes(of: build.theme), let executable = options.executable
    else { return nil }
    let common = repository.commonDirectory
    let places = [options.workspace, build.output, build.theme].map {
      URL(filePath: $0).standardizedFileURL.resolvingSymlinksInPath().path
    }
    let words =
      places + [
        commit.hex, head.hex, build.generator, options.audience ?? "", options.revision == nil ? "" : "named",
        options.sourceDateEpoch.map(String.init) ?? "", String(options.showsRibbon),
        build.refusesFrom?.rawValue ?? "", String(build.isForced),
      ]
    var bytes = Array(words.joined(separator: "\u{0}").utf8)
    // Tags are compared with, and grafts and replacements change what history is.
    for file in [executable, common + "/packed-refs", common + "/info/grafts"] {
      bytes += FolderCensus.bytes(ofFile: file)
    }
    for folder in [common + "/refs/tags", common + "/refs/replace"] { bytes += FolderCensus.bytes(of: folder) ?? [] }
    bytes += theme
    return ("\(folder(repository))/\(name(places[1]))", commit.hex, bytes)
  }

  /// A file name for a path (FNV-1a).
  private static func name(_ path: String) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in path.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return String(hash, radix: 16)
  }
}
