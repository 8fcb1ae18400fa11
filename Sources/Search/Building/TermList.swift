/// All words of an index in order, each with the pages that have it, best first.
struct TermList: Sendable {
  /// One word.
  struct Term: Sendable {
    var word: [UInt8]
    /// Whether it was never written small.
    var isName: Bool
    /// Whether a title or another name holds it.
    var isInName: Bool
    /// Its pages in ``TermList/entries``.
    var entries: Range<Int>
  }

  let terms: [Term]
  let entries: [PostingCode.Entry]

  /// Joins what several indexers found.
  init(_ parts: [EntryIndexer]) {
    var all = TermInterner()
    var numbers: [[Int]] = []
    for part in parts {
      numbers.append(
        (0..<part.terms.count).map { local in
          part.terms.word(local).withUnsafeBufferPointer { all.number(of: $0) }
        })
    }
    let order = all.sorted
    var place = Array(repeating: 0, count: all.count)
    for (position, number) in order.enumerated() { place[number] = position }
    var (small, named) = (Array(repeating: false, count: all.count), Array(repeating: false, count: all.count))
    var starts = Array(repeating: 0, count: all.count + 1)
    for (part, numbers) in zip(parts, numbers) {
      for local in numbers.indices {
        let position = place[numbers[local]]
        if part.isWrittenSmall[local] { small[position] = true }
        if part.isInName[local] { named[position] = true }
      }
      for posting in part.postings { starts[place[numbers[Int(posting.term)]] + 1] += 1 }
    }
    for position in 0..<all.count { starts[position + 1] += starts[position] }
    var next = starts
    var entries = Array(repeating: PostingCode.Entry(page: 0, level: 0), count: starts[all.count])
    for (part, numbers) in zip(parts, numbers) {
      for posting in part.postings {
        let position = place[numbers[Int(posting.term)]]
        entries[next[position]] = PostingCode.Entry(page: posting.page, level: posting.level)
        next[position] += 1
      }
    }
    for position in 0..<all.count {
      entries[starts[position]..<starts[position + 1]].sort { ($1.level, $0.page) < ($0.level, $1.page) }
    }
    terms = order.enumerated().map { position, number in
      Term(
        word: Array(all.word(number)), isName: !small[position], isInName: named[position],
        entries: starts[position]..<starts[position + 1])
    }
    self.entries = entries
  }
}
