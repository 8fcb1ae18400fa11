internal import Diagnostics

/// The index of a site: a core, words by prefix, entries by block, pages by facet, each a small script.
///
/// What a query needs is the core, a file for each word and the files of the entries that it shows. It knows nothing
/// but the entries that it was given.
package struct SearchIndex: Sendable {
  /// In order of path; the same entries always make the same bytes.
  package let files: [SearchFile]

  /// Indexes entries, with so many threads.
  package init(_ entries: [SearchEntry], jobs: Int) async {
    let entries = entries.sorted { ($0.group, $0.address, $0.title) < ($1.group, $1.address, $1.title) }
    let numbers = PageNumbers(entries)
    let list = TermList(await Self.indexed(entries, numbers.pages, jobs: max(1, jobs)))
    let lines = TermLines(list)
    let shards = TermShards(lines.lines, list.entries)
    let facets = FacetLists(entries, numbers.pages)
    var files = shards.files + lines.tails + facets.files
    files += numbers.blocks.map { EntryBlocks.file($0, entries) }
    files.append(
      SearchFile(
        "core",
        .members(
          ("pages", .integer(entries.count)), ("shards", .string(shards.prefixes.joined(separator: " "))),
          ("facets", facets.core))))
    self.files = files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  /// Shares the entries out; what comes back is in their order.
  private static func indexed(_ entries: [SearchEntry], _ pages: [UInt32], jobs: Int) async -> [EntryIndexer] {
    let size = max(1, (entries.count + jobs - 1) / jobs)
    let starts = Array(stride(from: 0, to: entries.count, by: size))
    return await withTaskGroup(of: (Int, EntryIndexer).self) { group in
      for start in starts {
        group.addTask {
          var indexer = EntryIndexer()
          for place in start..<min(start + size, entries.count) { indexer.add(entries[place], page: pages[place]) }
          return (start, indexer)
        }
      }
      var parts: [(Int, EntryIndexer)] = []
      for await part in group { parts.append(part) }
      return parts.sorted { $0.0 < $1.0 }.map(\.1)
    }
  }
}
