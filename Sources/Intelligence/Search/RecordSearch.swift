package import Diagnostics
package import WorkspaceModel

/// Finds records by words: built once for a workspace, asked many times.
package struct RecordSearch: Sendable {
  /// A record that can be found.
  package struct Entry: Sendable {
    package var path: RepoPath
    package var kind: RecordKind
    /// Slug; nil outside of customers' folders.
    package var customer: String?
    package var title: String
    /// The day that it is about, or that it was changed.
    package var day: Day?
  }

  /// A record that was found.
  package struct Hit: Sendable {
    package var entry: Entry
    package var score: Int
    /// What stands around the first word that was found.
    package var snippet: String
    fileprivate var place: Int
  }

  private let entries: [Entry]
  private let texts: [String]
  /// All words, in order.
  private let words: [[UInt8]]
  /// For each word the records that have it, and how much it says of them.
  private let postings: [[(entry: Int32, weight: Int32)]]

  /// Reads every record of a workspace.
  package init(_ sources: PackSources) {
    var (entries, texts): ([Entry], [String]) = ([], [])
    var found: [[UInt8]: [(entry: Int32, weight: Int32)]] = [:]
    let days = Self.days(sources)
    for record in sources.reports.visible.workspace.records where Self.isFound(record.source.kind) {
      let source = record.source
      let number = Int32(entries.count)
      let body = source.body.map { String(decoding: $0.bytes.prefix(100_000), as: UTF8.self) } ?? ""
      let fields = Self.fieldTexts(source.fields)
      entries.append(
        Entry(
          path: source.path, kind: source.kind, customer: PackSources.customer(of: source.path), title: source.title,
          day: days[source.path] ?? sources.reports.visible.facts[source.path].map { sources.day(of: $0.changedAt) }))
      let text = ([source.summary ?? ""] + fields + [body]).filter { !$0.isEmpty }.joined(separator: "\n")
      texts.append(text)
      var weights: [[UInt8]: Int32] = [:]
      for word in Self.words(of: text) { weights[word] = min(3, (weights[word] ?? 0) + 1) }
      for word in Self.words(of: "\(source.title) \(source.path)") { weights[word, default: 0] += 8 }
      for (word, weight) in weights { found[word, default: []].append((number, weight)) }
    }
    (self.entries, self.texts) = (entries, texts)
    words = found.keys.sorted { $0.lexicographicallyPrecedes($1) }
    postings = words.map { (found[$0] ?? []).sorted { $0.entry < $1.entry } }
  }

  private static func isFound(_ kind: RecordKind) -> Bool {
    switch kind {
    case .asset, .redirects, .settings, .access, .usage, .billing, .toolsMap, .assistantSettings: false
    default: true
    }
  }

  /// The days that records are about.
  private static func days(_ sources: PackSources) -> [RepoPath: Day] {
    let workspace = sources.reports.visible.workspace
    var days: [RepoPath: Day] = [:]
    for interaction in workspace.interactions {
      days[interaction.source.path] = interaction.occurredAt.map { sources.day(of: $0) }
    }
    for insight in workspace.insights { days[insight.source.path] = insight.createdOn }
    for task in workspace.tasks { days[task.source.path] = task.createdOn }
    for alert in workspace.alerts { days[alert.source.path] = alert.firedAt.map { sources.day(of: $0) } }
    return days
  }

  private static func fieldTexts(_ node: YAMLNode?) -> [String] {
    guard let node else { return [] }
    switch node.content {
    case .scalar: return node.text.map { [$0] } ?? []
    case .sequence(let items): return items.flatMap { fieldTexts($0) }
    case .mapping(let entries): return entries.flatMap { fieldTexts($0.value) }
    }
  }

  /// Words in lower case; what is neither letter nor digit parts them.
  static func words(of text: String) -> [[UInt8]] {
    var words: [[UInt8]] = []
    var word: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x61...0x7A: word.append(byte)
      case 0x41...0x5A: word.append(byte + 32)
      // Letters beyond ASCII as they are written, but for the common case of capital umlauts and accents.
      case 0x80...: word.append(word.last == 0xC3 && (0x80...0x9E).contains(byte) && byte != 0x97 ? byte + 0x20 : byte)
      default:
        if !word.isEmpty { words.append(word) }
        word = []
      }
    }
    if !word.isEmpty { words.append(word) }
    return words
  }

  /// Records with all the words, or with the beginnings of them, best first; with any of them when none has all.
  package func hits(_ query: String, where isWanted: (Entry) -> Bool) -> [Hit] {
    let wanted = Array(Self.words(of: query).prefix(16))
    guard !wanted.isEmpty else { return [] }
    var counts: [Int32: (words: Int, score: Int)] = [:]
    for word in wanted {
      var scores: [Int32: Int] = [:]
      for place in range(ofPrefix: word) {
        let isWhole = words[place].count == word.count
        let rarity = 1 + Int.bitWidth - (entries.count / max(1, postings[place].count)).leadingZeroBitCount
        for posting in postings[place] {
          let score = Int(posting.weight) * rarity * (isWhole ? 3 : 1)
          scores[posting.entry] = max(scores[posting.entry] ?? 0, score)
        }
      }
      for (entry, score) in scores {
        let old = counts[entry] ?? (0, 0)
        counts[entry] = (old.words + 1, old.score + score)
      }
    }
    let whole = counts.filter { $0.value.words == wanted.count }
    let found = (whole.isEmpty ? counts : whole).filter { isWanted(entries[Int($0.key)]) }
    return found.sorted { left, right in
      if left.value.score != right.value.score { return left.value.score > right.value.score }
      let (one, two) = (entries[Int(left.key)], entries[Int(right.key)])
      let (day, other) = (one.day?.number ?? .min, two.day?.number ?? .min)
      return day == other ? one.path < two.path : day > other
    }.map { Hit(entry: entries[Int($0.key)], score: $0.value.score, snippet: "", place: Int($0.key)) }
  }

  /// A hit with what stands around the first word of the query.
  package func withSnippet(_ hit: Hit, _ query: String) -> Hit {
    var hit = hit
    hit.snippet = Self.snippet(texts[hit.place], Self.words(of: query))
    return hit
  }

  static func snippet(_ text: String, _ wanted: [[UInt8]], length: Int = 220) -> String {
    let lowered = text.utf8.map { (0x41...0x5A).contains($0) ? $0 + 32 : $0 }
    var first = 0
    search: for word in wanted where !word.isEmpty {
      var place = 0
      while place + word.count <= lowered.count, let next = lowered[place...].firstIndex(of: word[0]) {
        if next + word.count <= lowered.count, lowered[next..<next + word.count].elementsEqual(word) {
          first = next
          break search
        }
        place = next + 1
      }
    }
    let bytes = Array(text.utf8)
    let start = max(0, first - length / 3)
    let end = min(bytes.count, start + length * 2)
    let cut = UntrustedText.line(String(decoding: bytes[start..<end], as: UTF8.self))
    var words = cut.split(separator: " ")
    if start > 0, words.count > 1 { words.removeFirst() }
    var line = ""
    for word in words {
      if line.count + word.count > length { return line + " …" }
      line += (line.isEmpty ? "" : " ") + word
    }
    return line
  }

  /// Places of all words that begin with some bytes; of very many the first thousand.
  private func range(ofPrefix prefix: [UInt8]) -> Range<Int> {
    var (low, high) = (0, words.count)
    while low < high {
      let middle = (low + high) / 2
      if words[middle].lexicographicallyPrecedes(prefix) { low = middle + 1 } else { high = middle }
    }
    let start = low
    while low < words.count, low - start < 1000, words[low].starts(with: prefix) { low += 1 }
    return start..<low
  }
}
