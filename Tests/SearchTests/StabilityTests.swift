import Testing

@testable import Search

struct StabilityTests {
  private func bytes(_ entries: [SearchEntry], jobs: Int = 2) async -> [String: [UInt8]] {
    Dictionary(await SearchIndex(entries, jobs: jobs).files.map { ($0.path, $0.bytes) }) { first, _ in first }
  }

  @Test func theOrderOfEntriesAndTheNumberOfThreadsDoNotMatter() async {
    let entries = IndexTests.many(900) + IndexTests.basics
    let first = await bytes(entries, jobs: 1)
    #expect(first == (await bytes(entries.reversed(), jobs: 4)))
    #expect(first == (await bytes(entries.shuffled(), jobs: 3)))
  }

  @Test func aChangedTextChangesOnlyTheFilesOfItsWords() async throws {
    var entries = IndexTests.many(3_000)
    let before = await bytes(entries)
    entries[1234].sections[0].text += " steamer"
    let after = await bytes(entries)
    let changed = Set(after.filter { before[$0.key] != $0.value }.keys)
    let new = Set(after.keys).subtracting(before.keys)
    #expect(Set(before.keys).isSubset(of: after.keys) && new.allSatisfy { $0.hasPrefix("search/t-q") })
    #expect(changed.count <= 3)
    #expect(changed.contains { $0.hasPrefix("search/t-s") })
  }

  @Test func aNewEntryMovesOnlyItsNeighbours() async throws {
    var entries = IndexTests.many(3_000)
    let before = await bytes(entries)
    entries.append(
      SearchEntry(
        title: "Zeppelin", kind: "Interaction", address: "/customers/c100/interactions/904b/", group: "customers/c100",
        sections: [.init(text: "Zeppelins")]))
    let after = await bytes(entries)
    let blocks = { (files: [String: [UInt8]]) in files.filter { $0.key.hasPrefix("search/p-") } }
    let changed = blocks(after).filter { before[$0.key] != $0.value }
    #expect(changed.count <= 3)
    #expect(after.filter { before[$0.key] != $0.value }.count < after.count / 3)
  }

  @Test func hostileTextStaysData() async throws {
    let nasty = "\"); alert(1); (\" </script> \\ \u{2028}\u{0} `${x}` ~!#$ |=* 𝕏 \u{202E}abc"
    let entry = SearchEntry(
      title: nasty, kind: nasty, address: "/a/", owner: nasty, group: nasty, aliases: [nasty],
      facets: [.init("stage", nasty), .init("stage", String(repeating: "é", count: 400))], keywords: [nasty],
      sections: [.init(heading: nasty, anchor: "a", text: nasty + String(repeating: "x", count: 100_000))])
    let files = await SearchIndex([entry], jobs: 1).files
    for file in files {
      let text = String(decoding: file.bytes, as: UTF8.self)
      #expect(!text.contains("</"))
      #expect(!text.contains("alert(1); (\" "))
      #expect(file.path.utf8.count < 200)
      #expect(
        file.path.utf8.allSatisfy {
          (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || "/_-.".utf8.contains($0)
        })
    }
    let reader = try IndexReader(files)
    #expect(try reader.titles(for: "alert") == [nasty])
    #expect(try reader.entry(reader.pages(of: "abc")[0].page).texts[0].utf8.count < 8_000)
  }

  @Test func anEmptySiteHasAnIndexWithNothingInIt() async throws {
    let reader = try IndexReader(await SearchIndex([], jobs: 2).files)
    #expect(reader.pageCount == 0)
    #expect(reader.names == ["core"])
  }
}
