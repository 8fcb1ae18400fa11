import Foundation
import Testing

/// Follows every internal link of a built site.
struct LinkChecker {
  let files: [String: [UInt8]]

  /// Whether a fragment is the state of a page's filters and names no place.
  private func isFilter(_ fragment: String, of page: String) -> Bool {
    page == "changes/index.html" && fragment.contains("=")
  }

  /// "page -> address" for every link or anchor that leads nowhere.
  func broken() -> [String] {
    var scans: [String: HTMLScan] = [:]
    for (path, bytes) in files where path.hasSuffix(".html") { scans[path] = HTMLScan(bytes) }
    let ids = scans.mapValues { Set($0.ids) }
    var broken: [String] = []
    for (page, scan) in scans {
      for address in scan.addresses {
        guard let (target, fragment) = resolve(address, from: page) else { continue }
        if files[target] == nil {
          broken.append("\(page) -> \(address)")
        } else if let fragment, !fragment.isEmpty, !isFilter(fragment, of: target),
          ids[target]?.contains(fragment) != true
        {
          broken.append("\(page) -> \(address) (no such anchor)")
        }
      }
    }
    return broken.sorted()
  }

  /// Ids that stand twice on one page.
  func doubledIDs() -> [String] {
    files.filter { $0.key.hasSuffix(".html") }.flatMap { page, bytes in
      Dictionary(grouping: HTMLScan(bytes).ids, by: \.self).filter { $0.value.count > 1 }.keys.map { "\(page)#\($0)" }
    }.sorted()
  }

  /// The file that an address means; nil for addresses outside of the site.
  private func resolve(_ address: String, from page: String) -> (target: String, fragment: String?)? {
    if address.contains("://") || address.hasPrefix("mailto:") || address.hasPrefix("tel:") { return nil }
    let parts = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let fragment = parts.count > 1 ? parts[1].removingPercentEncoding : nil
    let path = parts[0].split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false).first.map(String.init)
    guard let path, !path.isEmpty else { return (page, fragment) }
    var folders = path.hasPrefix("/") ? [] : page.split(separator: "/").dropLast().map(String.init)
    for part in path.split(separator: "/") {
      if part == ".." {
        _ = folders.popLast()
      } else if part != "." {
        folders.append(part.removingPercentEncoding ?? String(part))
      }
    }
    let target = folders.joined(separator: "/")
    return (path.hasSuffix("/") ? target + "/index.html" : target, fragment)
  }
}

struct LinkTests {
  @Test func everyLinkAndAnchorOfTheSampleSiteLeadsSomewhere() async throws {
    let files = try await SampleSite.files
    #expect(files.keys.count { $0.hasSuffix("index.html") } > 300)
    #expect(LinkChecker(files: files).broken() == [])
  }

  @Test func noPageUsesAnIDTwice() async throws {
    #expect(LinkChecker(files: try await SampleSite.files).doubledIDs() == [])
  }

  @Test func theCheckerSeesBrokenLinksAndAnchors() {
    let files = [
      "a/index.html": Array("<h1 id=\"here\"></h1><a href=\"../b/index.html#gone\"></a><a href=\"#here\"></a>".utf8),
      "b/index.html": Array("<a href=\"../c/index.html\"></a><img src=\"x.png\">".utf8),
    ]
    #expect(
      LinkChecker(files: files).broken() == [
        "a/index.html -> ../b/index.html#gone (no such anchor)", "b/index.html -> ../c/index.html",
        "b/index.html -> x.png",
      ])
  }

  @Test func pagesLoadNothingFromElsewhereAndRunNoInlineCode() async throws {
    for (path, bytes) in try await SampleSite.files where path.hasSuffix(".html") {
      let scan = HTMLScan(bytes)
      #expect(!scan.attributes.contains { $0.hasPrefix("on") || $0 == "style" }, "\(path)")
      #expect(scan.tags.isDisjoint(with: ["style", "iframe", "object", "embed", "base"]), "\(path)")
    }
  }

  @Test func everyRecordHasItsTwins() async throws {
    let files = try await SampleSite.files
    for path in files.keys where path.hasSuffix("/index.json") {
      let folder = path.dropLast("index.json".count)
      #expect(files["\(folder)index.html"] != nil && files["\(folder)index.md"] != nil, "\(path)")
      _ = try JSONSerialization.jsonObject(with: Data(files[path] ?? []))
    }
    #expect(files["customers/norrvik-foods/index.json"] != nil)
  }
}
