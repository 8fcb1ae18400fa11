internal import Synchronization

/// A file of the site that is heavier than its kind may be.
package struct HeavyFile: Hashable, Sendable {
  /// Path within the site.
  package var path: String
  /// What kind of file it is, in words: "record page".
  package var kind: String
  /// Bytes after gzip.
  package var size: Int
  /// Bytes that its kind may have.
  package var bar: Int

  /// "customers/acme/index.html is 9.1 kB gzipped, a record page may be 8 kB".
  package var sentence: String {
    "\(path) is \(Self.kilobytes(size)) kB gzipped, \(kind) may be \(Self.kilobytes(bar)) kB"
  }

  private static func kilobytes(_ bytes: Int) -> String {
    let tenths = (bytes * 10 + 512) / 1_024
    return tenths % 10 == 0 ? String(tenths / 10) : "\(tenths / 10).\(tenths % 10)"
  }
}

/// Weighs the pages of a site against what their kind may weigh.
///
/// Compressing every page would cost more than rendering it. The heaviest page of a layout is nearly always among the
/// longest, so only those are kept and compressed, when all are written.
final class PageWeights: Sendable {
  private struct Candidate {
    let path: String
    let bytes: [UInt8]
  }

  /// Bars, in bytes after gzip; a kilobyte has 1,024 of them.
  private static let record = 8 * 1_024
  private static let list = 20 * 1_024
  private static let stylesheet = 10 * 1_024
  private static let script = 12 * 1_024
  private static let searchCore = 10 * 1_024
  private static let firstVisit = 35 * 1_024
  private static let kept = 3
  private static let records: Set<String> = [
    AgentPage.layout, AlertPage.layout, BattlecardPage.layout, CustomerPage.layout, DealPage.layout,
    InsightPage.layout, InteractionPage.layout, PlaybookPage.layout, TaskPage.layout, TemplatePage.layout,
  ]
  private let candidates = Mutex<[String: [Candidate]]>([:])

  /// Keeps a page that is among the longest of its layout.
  func note(_ path: String, layout: String, _ bytes: [UInt8]) {
    let bar = Self.records.contains(layout) ? Self.record : Self.list
    if bytes.count <= bar { return }
    candidates.withLock { all in
      var longest = all[layout] ?? []
      if longest.count == Self.kept, let last = longest.last, last.bytes.count > bytes.count { return }
      longest.append(Candidate(path: path, bytes: bytes))
      longest.sort { ($1.bytes.count, $0.path) < ($0.bytes.count, $1.path) }
      all[layout] = Array(longest.prefix(Self.kept))
    }
  }

  /// The pages that are too heavy by themselves, or together with what they load on a first visit.
  func heavyPages(_ theme: Theme) throws(ThemeError) -> [HeavyFile] {
    let loaded = try Self.loaded(theme)
    return candidates.withLock { $0 }.flatMap { layout, longest in
      let isRecord = Self.records.contains(layout)
      return longest.flatMap { candidate -> [HeavyFile] in
        let size = CompressedSize.gzip(candidate.bytes)
        let all = size + (loaded[layout] ?? loaded[""] ?? 0)
        return [
          Self.heavy(
            candidate.path, isRecord ? "a record page" : "a list", size, bar: isRecord ? Self.record : Self.list),
          Self.heavy("\(candidate.path) with its styles and scripts", "a first visit", all, bar: Self.firstVisit),
        ].compactMap(\.self)
      }
    }.sorted { $0.path < $1.path }
  }

  /// The assets that are too heavy by themselves.
  static func heavyAssets(_ theme: Theme) throws(ThemeError) -> [HeavyFile] {
    try theme.assets().compactMap { path, bytes -> HeavyFile? in
      let size = CompressedSize.gzip(bytes)
      if path.hasSuffix(".css") { return heavy(path, "a stylesheet", size, bar: stylesheet) }
      guard path.hasSuffix(".js") else { return nil }
      let isSearch = path.hasPrefix("assets/search")
      return heavy(path, isSearch ? "the search core" : "a script", size, bar: isSearch ? searchCore : script)
    }
  }

  /// What the pages of each layout load beside their markup, after gzip; what a script fetches later is not counted.
  private static func loaded(_ theme: Theme) throws(ThemeError) -> [String: Int] {
    var sizes: [String: Int] = [:]
    for (path, bytes) in try theme.assets() { sizes[path] = CompressedSize.gzip(bytes) }
    let common = ["assets/fieldbook.css", "assets/print.css", "assets/fieldbook.js", "assets/theme.js"].reduce(0) {
      $0 + (sizes[$1] ?? 0)
    }
    var all: [String: Int] = ["": common]
    for bundle in try ThemeManifest(theme.files).bundles {
      let size = [bundle.stylesheet, bundle.script].compactMap { $0.flatMap { sizes[$0] } }.reduce(0, +)
      for layout in bundle.layouts { all[layout, default: common] += size }
    }
    return all
  }

  private static func heavy(_ path: String, _ kind: String, _ size: Int, bar: Int) -> HeavyFile? {
    size > bar ? HeavyFile(path: path, kind: kind, size: size, bar: bar) : nil
  }
}
