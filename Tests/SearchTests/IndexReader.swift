import Diagnostics
import Testing

@testable import Search

/// Reads the files of an index back, as the script in the browser does, and knows nothing else of them.
struct IndexReader {
  /// An entry as results show it.
  struct Entry: Equatable {
    var title: String
    var address: String
    var texts: [String]
  }

  private let contents: [String: String]
  private let shards: Set<String>
  let pageCount: Int
  let facetFiles: [String: [String: String]]

  init(_ files: [SearchFile]) throws {
    var contents: [String: String] = [:]
    for file in files {
      let text = String(decoding: file.bytes, as: UTF8.self)
      let head = "fieldbookSearch.put("
      try #require(text.hasPrefix(head) && text.hasSuffix(");\n"))
      let inner = text.dropFirst(head.count).dropLast(3)
      let comma = try #require(inner.firstIndex(of: ","))
      let name = String(inner[..<comma].dropFirst().dropLast())
      #expect(file.path == "search/\(name).js")
      contents[name] = String(inner[inner.index(after: comma)...])
    }
    self.contents = contents
    let core = try JSONValue(reading: Array(try #require(contents["core"]).utf8))
    shards = Set(try #require(core["shards"]?.text).split(separator: " ").map(String.init))
    pageCount = try #require(core["pages"]?.integer)
    var facetFiles: [String: [String: String]] = [:]
    if case .object(let facets)? = core["facets"] {
      for facet in facets {
        for row in facet.value.items ?? [] {
          facetFiles[facet.name, default: [:]][row.items?[0].text ?? ""] = row.items?[1].text
        }
      }
    }
    self.facetFiles = facetFiles
  }

  var names: Set<String> { Set(contents.keys) }

  /// Pages and levels of exactly one word, tails included.
  func pages(of word: String) throws -> [PostingCode.Entry] {
    for line in try lines(inShardOf: word) where line.key == word && !line.rest.contains("=") {
      let parts = line.rest.drop { $0 == "*" }.split(separator: "~")
      var (index, bytes) = (0, Array(parts[0].utf8))
      var entries = PostingCode.read(bytes, &index)
      #expect(index == bytes.count)
      if parts.count > 1 {
        bytes = Array(parts[1].utf8)
        index = 0
        var left = try #require(PostingCode.readNumber(bytes, &index))
        var part = 0
        while left > 0 {
          let tail = Array(try #require(contents[ShardNames.tail(word, part)]).utf8.dropFirst().dropLast())
          index = 0
          let more = PostingCode.read(tail, &index)
          entries += more
          left -= more.count
          part += 1
          if more.isEmpty { break }
        }
        #expect(left == 0)
      }
      return entries
    }
    return []
  }

  /// Whether a word was never written small.
  func isName(_ word: String) throws -> Bool {
    try lines(inShardOf: word).contains { $0.key == word && $0.rest.hasPrefix("*") }
  }

  /// Names that a wrong word may mean, by the letters that one of them lacks.
  func names(without key: String) throws -> [String] {
    try lines(inShardOf: key).filter { $0.key == key && $0.rest.hasPrefix("=") }.map { line in
      let place = Int(String(line.rest.dropFirst().prefix(1))) ?? 0
      return String(line.key.prefix(place) + line.rest.dropFirst(2) + line.key.dropFirst(place))
    }
  }

  /// The titles that a word leads to, best first.
  func titles(for word: String) throws -> [String] { try pages(of: word).map { try entry($0.page).title } }

  /// What stands in a shard for a prefix that was taken apart.
  func best(of prefix: String) throws -> [String] {
    guard shards.contains(prefix), let content = contents[ShardNames.terms(prefix)],
      let first = text(content).split(separator: "\n").first, first.hasPrefix("|")
    else { return [] }
    var index = 0
    return try PostingCode.read(Array(first.utf8.dropFirst()), &index).map { try entry($0.page).title }
  }

  func entry(_ page: UInt32) throws -> Entry {
    let content = try #require(contents[ShardNames.block(Int(page) / PageNumbers.blockSize)])
    let value = try JSONValue(reading: Array(content.utf8))
    let row = try #require(value.items?[Int(page) % PageNumbers.blockSize].items)
    return Entry(
      title: row[0].text ?? "", address: row[2].text ?? "",
      texts: (row[6].items ?? []).map { $0.items?[2].text ?? "" })
  }

  /// The pages that have a value of a facet.
  func pages(facet: String, _ value: String) throws -> [UInt32] {
    let name = try #require(facetFiles[facet]?[value])
    let bytes = Array(try #require(contents[name]).utf8.dropFirst().dropLast())
    var (index, next, pages) = (0, 0, [UInt32]())
    while let gap = PostingCode.readNumber(bytes, &index) {
      pages.append(UInt32(next + gap))
      next += gap + 1
    }
    return pages
  }

  private func lines(inShardOf word: String) throws -> [(key: String, rest: String)] {
    var home = word
    while !home.isEmpty, !shards.contains(home) { home.removeLast() }
    guard !home.isEmpty else { return [] }
    var last = ""
    return text(try #require(contents[ShardNames.terms(home)])).split(separator: "\n").compactMap { line in
      guard line.first != "|", let first = line.utf8.first,
        let shared = PostingCode.digits.firstIndex(of: first)
      else { return nil }
      let letters = line.dropFirst().prefix { $0.isLetter || $0.isNumber }
      last = String(last.prefix(shared) + letters)
      return (last, String(line.dropFirst(1 + letters.count)))
    }
  }

  private func text(_ content: String) -> String {
    String(content.dropFirst().dropLast()).replacing("\\n", with: "\n")
  }
}
