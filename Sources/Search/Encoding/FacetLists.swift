internal import Diagnostics

/// Which pages have which value of a facet, a file a value.
struct FacetLists {
  private(set) var files: [SearchFile] = []
  /// Names and values, as the core lists them.
  private(set) var core: JSONValue = .null

  /// Lists of the facets of some entries, the kind among them.
  init(_ entries: [SearchEntry], _ pages: [UInt32]) {
    var found: [String: [String: [UInt32]]] = [:]
    for (entry, page) in zip(entries, pages) {
      for facet in Set([SearchEntry.Facet("kind", entry.kind)] + entry.facets) {
        found[facet.name, default: [:]][facet.value, default: []].append(page)
      }
    }
    var members: [JSONValue.Member] = []
    for (name, values) in found.sorted(by: { $0.key < $1.key }) {
      let sorted = values.sorted { $0.key < $1.key }
      for (value, pages) in sorted {
        var bytes: [UInt8] = []
        var next = 0
        for page in pages.sorted() {
          PostingCode.write(Int(page) - next, to: &bytes)
          next = Int(page) + 1
        }
        files.append(SearchFile(ShardNames.facet(name, value), plain: bytes))
      }
      let rows = sorted.map { value, pages in
        JSONValue.array([
          .string(value), .string(ShardNames.facet(name, value)), .integer(pages.count),
        ])
      }
      members.append(JSONValue.Member(name, .array(rows)))
    }
    core = .object(members)
  }
}
