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
    let tenths = (bytes + 50) / 100
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

  /// Bars, in bytes after gzip.
  private static let record = 8_000
  private static let list = 20_000
  private static let stylesheets = 10_000
  private static let scripts = 12_000
  private static let searchCore = 10_000
  private static let kept = 3
  private static let records: Set<String> = [
    AgentPage.layout, AlertPage.layout, BattlecardPage.layout, CustomerPage.layout, DealPage.layout,
    InsightPage.layout, InteractionPage.layout, PersonPage.layout, PlaybookPage.layout, TaskPage.layout,
    TemplatePage.layout,
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

  /// The pages that are too heavy, by path.
  var heavyPages: [HeavyFile] {
    candidates.withLock { $0 }.flatMap { layout, longest in
      let isRecord = Self.records.contains(layout)
      return longest.compactMap { candidate in
        Self.heavy(
          candidate.path, isRecord ? "a record page" : "a list", CompressedSize.gzip(candidate.bytes),
          bar: isRecord ? Self.record : Self.list)
      }
    }.sorted { $0.path < $1.path }
  }

  /// The assets that are too heavy: what the pages of one layout load together counts.
  static func heavyAssets(_ theme: Theme) throws(ThemeError) -> [HeavyFile] {
    let assets = try theme.assets()
    var sizes: [String: Int] = [:]
    for (path, bytes) in assets where path.hasSuffix(".css") || path.hasSuffix(".js") {
      sizes[path] = CompressedSize.gzip(bytes)
    }
    let bundles = try ThemeManifest(theme.files).bundles
    let layouts = Set(bundles.flatMap(\.layouts)).sorted()
    func heaviest(_ base: [String], _ file: (ThemeBundle) -> String?) -> (size: Int, layout: String?) {
      let common = base.reduce(0) { $0 + (sizes[$1] ?? 0) }
      var heaviest: (size: Int, layout: String?) = (common, nil)
      for layout in layouts {
        let own = bundles.filter { $0.layouts.contains(layout) }.compactMap(file)
        let size = own.reduce(common) { $0 + (sizes[$1] ?? 0) }
        if size > heaviest.size { heaviest = (size, layout) }
      }
      return heaviest
    }
    let styles = heaviest(["assets/fieldbook.css"], \.stylesheet)
    let scripts = heaviest(["assets/fieldbook.js", "assets/theme.js"], \.script)
    func of(_ layout: String?) -> String { layout.map { " with those of the layout '\($0)'" } ?? "" }
    return [
      heavy("assets/fieldbook.css" + of(styles.layout), "the styles of a page", styles.size, bar: stylesheets),
      heavy("assets/fieldbook.js" + of(scripts.layout), "the scripts of a page", scripts.size, bar: Self.scripts),
    ].compactMap(\.self)
      + sizes.filter { $0.key.hasPrefix("assets/search") && $0.key.hasSuffix(".js") }.sorted { $0.key < $1.key }
      .compactMap { heavy($0.key, "the search core", $0.value, bar: searchCore) }
  }

  private static func heavy(_ path: String, _ kind: String, _ size: Int, bar: Int) -> HeavyFile? {
    size > bar ? HeavyFile(path: path, kind: kind, size: size, bar: bar) : nil
  }
}
