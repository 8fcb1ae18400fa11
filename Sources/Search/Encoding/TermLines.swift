/// One line a word, as shards hold them, and the files for the pages of words that too many have.
struct TermLines {
  /// A line: what it is looked up by, and what stands behind that.
  struct Line {
    var key: [UInt8]
    var rest: [UInt8]
    /// The word's pages; nil for a line that only points at a word.
    var entries: Range<Int>?
  }

  /// Pages that a line names at least before the others go to files of their own.
  private static let headCount = 400
  /// Pages of one level that a line names at most.
  private static let headLimit = 3_000
  /// Pages of one file of a tail.
  private static let tailCount = 9_000

  private(set) var lines: [Line] = []
  private(set) var tails: [SearchFile] = []

  /// The lines of all words in order of their keys.
  init(_ list: TermList) {
    lines.reserveCapacity(list.terms.count * 2)
    for term in list.terms {
      add(term, list.entries[term.entries])
      if term.isName, term.isInName { addGaps(term.word) }
    }
    lines.sort { left, right in
      left.key == right.key
        ? left.rest.lexicographicallyPrecedes(right.rest) : left.key.lexicographicallyPrecedes(right.key)
    }
  }

  private mutating func add(_ term: TermList.Term, _ entries: ArraySlice<PostingCode.Entry>) {
    var rest: [UInt8] = term.isName ? [PostingCode.nameSign] : []
    let head = Self.head(of: entries)
    PostingCode.write(entries[..<head], to: &rest)
    if head < entries.endIndex {
      rest.append(PostingCode.tailSign)
      PostingCode.write(entries.endIndex - head, to: &rest)
      let word = String(decoding: term.word, as: UTF8.self)
      for (part, start) in stride(from: head, to: entries.endIndex, by: Self.tailCount).enumerated() {
        var bytes: [UInt8] = []
        PostingCode.write(entries[start..<min(start + Self.tailCount, entries.endIndex)], to: &bytes)
        tails.append(SearchFile(ShardNames.tail(word, part), plain: bytes))
      }
    }
    lines.append(Line(key: term.word, rest: rest, entries: term.entries))
  }

  /// Where the pages end that stand in the line itself: whole levels, those of names before all.
  private static func head(of entries: ArraySlice<PostingCode.Entry>) -> Int {
    var end = entries.startIndex
    while end < entries.endIndex {
      let level = entries[end].level
      var next = end
      while next < entries.endIndex, entries[next].level == level { next += 1 }
      if next - entries.startIndex > headLimit {
        return end > entries.startIndex ? end : entries.startIndex + headLimit
      }
      if end - entries.startIndex >= headCount, level < FieldWeights.nameLevel { return end }
      end = next
    }
    return end
  }

  /// Lines under which a name is found although one of its first three letters is wrong.
  private mutating func addGaps(_ word: [UInt8]) {
    let scalars = Array(String(decoding: word, as: UTF8.self).unicodeScalars)
    guard scalars.count >= 4 else { return }
    var seen: Set<[UInt8]> = []
    for place in 0..<3 {
      var left = String.UnicodeScalarView()
      left.append(contentsOf: scalars[..<place])
      left.append(contentsOf: scalars[(place + 1)...])
      let key = Array(String(left).utf8)
      guard seen.insert(key).inserted else { continue }
      var rest = [PostingCode.gapSign, UInt8(ascii: "0") + UInt8(place)]
      rest += String(scalars[place]).utf8
      lines.append(Line(key: key, rest: rest))
    }
  }
}
