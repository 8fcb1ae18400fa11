import Foundation
import Testing

@testable import Site

struct ChangesSiteTests {
  /// The whole site of the story, by path.
  private func build(ribbon: String? = nil) async throws -> [String: [UInt8]] {
    let inputs = SiteInputs(tags: [.init("Q3 close", commit: 1)], ribbon: ribbon)
    let reading = try await SalesStory.history().reading(today: "2026-11-20", inputs: inputs)
    let output = MemoryOutput()
    let builder = SiteBuilder(reading, theme: try BundledTheme.load(), generator: "fieldbook test")
    _ = try await builder.build(into: output, assets: [:], jobs: 2)
    if ribbon == nil, let folder = ProcessInfo.processInfo.environment["FIELDBOOK_PAGES_OUT"] {
      for (path, bytes) in output.files {
        let file = URL(fileURLWithPath: folder).appendingPathComponent(path)
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
      }
    }
    return output.files
  }

  @Test func everyLinkAmongPagesOfChangesLeadsSomewhere() async throws {
    let files = try await build()
    var dead: Set<String> = []
    for (path, bytes) in files
    where path.hasSuffix(".html") && (path.hasPrefix("changes/") || path.contains("/history/")) {
      let folder = path.split(separator: "/").dropLast().map(String.init)
      for part in String(decoding: bytes, as: UTF8.self).split(separator: "href=\"").dropFirst() {
        let target = part.prefix { $0 != "\"" && $0 != "#" }
        guard !target.isEmpty, !target.contains(":") else { continue }
        var place = folder
        for step in target.split(separator: "/") {
          if step == ".." { place.removeLast() } else { place.append(String(step)) }
        }
        let found = place.joined(separator: "/")
        if files[found] == nil, files[found.removingPercentEncoding ?? found] == nil {
          dead.insert("\(path): \(target)")
        }
      }
    }
    #expect(dead.sorted() == [])
  }

  @Test func loadsStylesOfHistoryOnlyWhereTheyAreNeeded() async throws {
    let files = try await build()
    func text(_ path: String) -> String { String(decoding: files[path] ?? [], as: UTF8.self) }
    #expect(text("changes/index.html").contains("href=\"../assets/changes.css\""))
    #expect(text("changes/index.html").contains("src=\"../changes/manifest.js\" defer"))
    #expect(!text("customers/norrvik-foods/index.html").contains("changes.css"))
    #expect(!text("customers/norrvik-foods/index.html").contains("seen.js"))
    #expect(text("index.html").contains("assets/seen.js"))
    #expect(text("customers/norrvik-foods/deals/ledger-14-plants/index.html").contains("history/index.html\">History"))
  }

  @Test func saysThatItShowsThePast() async throws {
    let files = try await build(ribbon: "As of 31 Mar 2026 · commit abc1234")
    for (path, bytes) in files where path.hasSuffix(".html") {
      let page = String(decoding: bytes, as: UTF8.self)
      #expect(page.contains("As of 31 Mar 2026 · commit abc1234"), "\(path)")
      #expect(page.contains("assets/past.css"), "\(path)")
    }
  }

  @Test func keepsScriptsAndStylesSmall() async throws {
    let files = try await build()
    #expect((files["assets/seen.js"] ?? []).count < 5_000)
    #expect((files["assets/changes.css"] ?? []).count < 16_000)
  }

  @Test func feedsAreAtomWithStableIds() async throws {
    let files = try await build()
    let feeds = files.keys.filter { $0.hasSuffix("feed.xml") }.sorted()
    #expect(
      feeds == [
        "customers/brambleway-stores/feed.xml", "customers/kestrel-cold-chain/feed.xml",
        "customers/norrvik-foods/feed.xml", "feed.xml", "people/john.smith/feed.xml",
      ])
    for feed in feeds {
      let parser = XMLText(files[feed] ?? [])
      #expect(parser.isWellFormed, "\(feed)")
      let text = String(decoding: files[feed] ?? [], as: UTF8.self)
      for element in ["<id>tag:", "<updated>20", "<author><name>", "<title>"] { #expect(text.contains(element)) }
      let ids = text.split(separator: "<id>").dropFirst().map { $0.prefix { $0 != "<" } }
      #expect(Set(ids).count == ids.count)
    }
    let norrvik = String(decoding: files["customers/norrvik-foods/feed.xml"] ?? [], as: UTF8.self)
    #expect(
      norrvik.contains(
        "<title>Norrvik – Ledger for 14 plants: Stage Discovery → Negotiation, Amount 84,000 → 69,000 EUR ARR "
          + "(−18 %), Close date 18 Nov 2026 → 11 Dec 2026 (Pushed 23 days)</title>"))
    #expect(!norrvik.contains("Sunderly"))
  }

  @Test func tellsTheBrowserWhatChanged() async throws {
    let files = try await build()
    let manifest = String(decoding: files["changes/manifest.js"] ?? [], as: UTF8.self)
    #expect(manifest.hasPrefix("self.fieldbookChanges={\"site\":\""))
    #expect(manifest.contains("\"+customers/brambleway-stores/deals/40-stores/\""))
    #expect(manifest.contains("\"customers/norrvik-foods/deals/ledger-14-plants/\""))
  }
}

/// Whether a text is well-formed: tags closed in order, nothing but the five entities.
struct XMLText {
  let isWellFormed: Bool

  init(_ bytes: [UInt8]) {
    var open: [Substring] = []
    var isFine = true
    for part in String(decoding: bytes, as: UTF8.self).split(separator: "<").dropFirst() {
      let tag = part.prefix { $0 != ">" }
      let name = tag.prefix { $0 != " " && $0 != "/" || $0 == "/" && tag.hasPrefix("/") }
      if tag.hasPrefix("?") || tag.hasSuffix("/") { continue }
      if tag.hasPrefix("/") { isFine = isFine && open.popLast() == name.dropFirst() } else { open.append(name) }
    }
    isWellFormed = isFine && open.isEmpty
  }
}
