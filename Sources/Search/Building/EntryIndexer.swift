/// Works out which words some entries have and what each counts there.
struct EntryIndexer: Sendable {
  /// One word on one page.
  struct Posting: Sendable {
    var term: UInt32
    var page: UInt32
    var level: UInt8
  }

  private(set) var terms = TermInterner()
  private(set) var postings: [Posting] = []
  /// Whether a word was ever written small, by its number; a word that never was is a name.
  private(set) var isWrittenSmall: [Bool] = []
  /// Whether a word stands in a title or another name.
  private(set) var isInName: [Bool] = []
  private var tokenizer = Tokenizer()
  private var stamps: [Int] = []
  private var names: [Double] = []
  private var headings: [Double] = []
  private var extras: [Double] = []
  private var counts: [Int] = []
  private var touched: [Int] = []
  private var stamp = 0
  private let stopWords: [[UInt8]]

  /// Has seen no entry.
  init() { stopWords = StopWords.all.map { Array($0.utf8) }.sorted { $0.lexicographicallyPrecedes($1) } }

  /// Takes in an entry under the number of its page.
  mutating func add(_ entry: SearchEntry, page: UInt32) {
    stamp += 1
    touched.removeAll(keepingCapacity: true)
    name(entry.title) { FieldWeights.title($0, isFirst: $1) }
    for alias in entry.aliases { name(alias) { words, _ in FieldWeights.alias(words) } }
    extra(entry.owner, FieldWeights.owner)
    extra(entry.kind, FieldWeights.keyword)
    for facet in entry.facets { extra(facet.value, FieldWeights.keyword) }
    for word in entry.keywords { extra(word, FieldWeights.keyword) }
    var words = 0
    for section in entry.sections {
      heading(section.heading)
      words += body(section.text)
    }
    let prior = FieldWeights.prior(of: entry)
    for term in touched {
      var weight = names[term] + headings[term] + extras[term]
      if counts[term] > 0 { weight += FieldWeights.body(counts[term], of: words) }
      postings.append(Posting(term: UInt32(term), page: page, level: FieldWeights.level(weight * prior)))
    }
  }

  /// The words of a name each count once, in the best of the names.
  private mutating func name(_ text: String, _ weight: (Int, Bool) -> Double) {
    let found = words(text)
    let count = found.count { !$0.shape.isJoined }
    for (place, word) in found.enumerated() {
      isInName[word.term] = true
      names[word.term] = max(names[word.term], weight(count, place == 0))
    }
  }

  private mutating func extra(_ text: String, _ weight: Double) {
    for word in words(text) where !word.isStopWord { extras[word.term] = max(extras[word.term], weight) }
  }

  private mutating func heading(_ text: String) {
    guard !text.isEmpty else { return }
    let found = words(text)
    for word in found { headings[word.term] = max(headings[word.term], FieldWeights.heading(found.count)) }
  }

  private mutating func body(_ text: String) -> Int {
    let found = words(text, skipsNoise: true)
    for word in found { counts[word.term] += 1 }
    return found.count
  }

  private struct Found {
    var term: Int
    var shape: Tokenizer.Shape
    var isStopWord: Bool
  }

  private mutating func words(_ text: String, skipsNoise: Bool = false) -> [Found] {
    var found: [Found] = []
    var (tokenizer, terms) = (Tokenizer(), TermInterner())
    swap(&tokenizer, &self.tokenizer)
    swap(&terms, &self.terms)
    tokenizer.forEachWord(in: text) { word, shape in
      let isStopWord = isStopWord(word)
      // Single letters, short numbers and little words lead nowhere when they come from a text.
      if skipsNoise, isStopWord || word.count < 2 || shape.isNumber && word.count < 3 { return }
      found.append(Found(term: terms.number(of: word), shape: shape, isStopWord: isStopWord))
    }
    swap(&terms, &self.terms)
    swap(&tokenizer, &self.tokenizer)
    for word in found { touch(word) }
    return found
  }

  private mutating func touch(_ word: Found) {
    let term = word.term
    if term >= stamps.count {
      stamps.append(0)
      names.append(0)
      headings.append(0)
      extras.append(0)
      counts.append(0)
      isWrittenSmall.append(false)
      isInName.append(false)
    }
    if !word.shape.isCapitalised { isWrittenSmall[term] = true }
    guard stamps[term] != stamp else { return }
    stamps[term] = stamp
    (names[term], headings[term], extras[term], counts[term]) = (0, 0, 0, 0)
    touched.append(term)
  }

  private func isStopWord(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    guard word.count <= 6 else { return false }
    var (low, high) = (0, stopWords.count)
    while low < high {
      let middle = (low + high) / 2
      if stopWords[middle].lexicographicallyPrecedes(word) { low = middle + 1 } else { high = middle }
    }
    return low < stopWords.count && stopWords[low].elementsEqual(word)
  }
}
