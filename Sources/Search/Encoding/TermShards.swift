/// Lines of words in files by prefix, each small enough to be loaded while somebody types.
///
/// A prefix with too much behind it is taken apart by the next letter; letters with little stay together in the file of
/// the prefix. So the file of a word is that of the longest prefix that there is, and changes only with its own words.
/// A prefix that was taken apart also names the best pages of everything behind it, for whoever has typed no more.
struct TermShards {
  /// Bytes from which a prefix is taken apart.
  private static let limit = 6_000

  private(set) var files: [SearchFile] = []
  /// Prefixes that have a file, sorted.
  private(set) var prefixes: [String] = []
  private let lines: [TermLines.Line]
  private let entries: [PostingCode.Entry]
  private var best: [UInt8]

  /// Files for lines in order.
  init(_ lines: [TermLines.Line], _ entries: [PostingCode.Entry]) {
    self.lines = lines
    self.entries = entries
    best = Array(repeating: 0, count: Int(entries.reduce(0) { max($0, $1.page) }) + 1)
    for part in parts(0..<lines.count, depth: 0) { split(part, depth: 1) }
    prefixes.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    files.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  private mutating func split(_ range: Range<Int>, depth: Int) {
    let prefix = self.prefix(of: lines[range.lowerBound].key, depth)
    guard size(range) > Self.limit else { return put(prefix, Array(range), depth: nil) }
    var kept: [Int] = []
    var others: [Range<Int>] = []
    for part in parts(range, depth: depth) {
      let isWhole = lines[part.lowerBound].key.count == prefix.count
      if isWhole || size(part) <= Self.limit / 16 { kept += part } else { others.append(part) }
    }
    put(prefix, kept, depth: depth, star(range, depth: depth))
    for part in others { split(part, depth: depth + 1) }
  }

  private mutating func put(_ prefix: [UInt8], _ kept: [Int], depth: Int?, _ star: [UInt8] = []) {
    var content = star
    var last: [UInt8] = []
    for index in kept {
      let line = lines[index]
      if !content.isEmpty { content += "\\n".utf8 }
      let (letters, bytes) = Self.shared(last, line.key)
      content.append(PostingCode.digits[letters])
      content += line.key[bytes...]
      content += line.rest
      last = line.key
    }
    let name = String(decoding: prefix, as: UTF8.self)
    prefixes.append(name)
    files.append(SearchFile(ShardNames.terms(name), plain: content))
  }

  /// The best pages of all words of a range.
  private mutating func star(_ range: Range<Int>, depth: Int) -> [UInt8] {
    var pages: [UInt32] = []
    for line in lines[range] {
      guard let list = line.entries else { continue }
      for entry in entries[list] {
        let page = Int(entry.page)
        if best[page] == 0 { pages.append(entry.page) }
        best[page] = max(best[page], entry.level + 1)
      }
    }
    let sorted = pages.map { PostingCode.Entry(page: $0, level: best[Int($0)] - 1) }
      .sorted { ($1.level, $0.page) < ($0.level, $1.page) }
    for page in pages { best[Int(page)] = 0 }
    var bytes = [PostingCode.prefixSign]
    PostingCode.write(sorted.prefix(depth == 1 ? 64 : depth == 2 ? 160 : 600), to: &bytes)
    return bytes
  }

  private func size(_ range: Range<Int>) -> Int {
    lines[range].reduce(0) { $0 + $1.key.count + $1.rest.count }
  }

  /// A range cut where the letter behind so many changes.
  private func parts(_ range: Range<Int>, depth: Int) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    for index in range where index > start {
      if prefix(of: lines[index].key, depth + 1) != prefix(of: lines[start].key, depth + 1) {
        parts.append(start..<index)
        start = index
      }
    }
    if start < range.upperBound { parts.append(start..<range.upperBound) }
    return parts
  }

  /// The bytes of the first letters.
  private func prefix(of key: [UInt8], _ letters: Int) -> [UInt8] {
    var count = 0
    for (index, byte) in key.enumerated() where byte & 0xC0 != 0x80 {
      if count == letters { return Array(key[..<index]) }
      count += 1
    }
    return key
  }

  /// How much two keys share, in letters and in bytes.
  private static func shared(_ left: [UInt8], _ right: [UInt8]) -> (letters: Int, bytes: Int) {
    var same = 0
    while same < left.count, same < right.count, left[same] == right[same] { same += 1 }
    while same > 0, same < right.count, right[same] & 0xC0 == 0x80 { same -= 1 }
    var letters = right[..<same].reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
    while letters > 63 {
      same -= 1
      while right[same] & 0xC0 == 0x80 { same -= 1 }
      letters -= 1
    }
    return (letters, same)
  }
}
