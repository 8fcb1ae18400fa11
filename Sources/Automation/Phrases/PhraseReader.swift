internal import WorkspaceModel

/// Tells whether a phrase that stands in a text was meant.
struct PhraseReader {
  /// What came of one occurrence.
  enum Meaning: Hashable, Sendable {
    case meant
    /// Turned around by this word.
    case negated(String)
    /// Only thought of, by this word.
    case supposed(String)
    /// Said by somebody else than the rule waits for.
    case other(SpeakerSide)
  }

  /// One occurrence.
  struct Occurrence: Hashable {
    var phrase: Int
    var meaning: Meaning
    var side: SpeakerSide
    /// The sentence around it.
    var quote: String
  }

  /// The roles of words around a phrase, in one language.
  private struct Cues: Sendable {
    enum Role: UInt8 { case negation, supposition, modal, breaker, conjunction }
    var roles: [UInt64: Role] = [:]
    var starters: Set<UInt64> = []
    var wishes: Set<UInt64> = []
    var modals: Set<UInt64> = []
    let language: PhraseLanguage

    init(_ language: PhraseLanguage) {
      self.language = language
      func add(_ words: [String], _ role: Role) {
        for word in words where roles[WordScanner.hash(word)] == nil { roles[WordScanner.hash(word)] = role }
      }
      add(language.negations, .negation)
      add(language.suppositions, .supposition)
      add(language.modals, .modal)
      add(language.breakers, .breaker)
      add(language.conjunctions, .conjunction)
      starters = Set(language.starters.map(WordScanner.hash))
      wishes = Set(language.wishes.map(WordScanner.hash))
      modals = Set(language.modals.map(WordScanner.hash))
    }
  }

  private static let cues: [PhraseLanguage: Cues] = Dictionary(
    uniqueKeysWithValues: PhraseLanguage.allCases.map { ($0, Cues($0)) })
  private static let only = WordScanner.hash("only")
  private static let why = WordScanner.hash("why")
  private static let sure = Set(["doubt", "later", "wonder"].map(WordScanner.hash))
  private static let that = WordScanner.hash("that")
  private static let you = WordScanner.hash("you")
  /// "Rather than", "instead of": without the second word they turn nothing around.
  private static let pairs = [
    WordScanner.hash("rather"): WordScanner.hash("than"), WordScanner.hash("instead"): WordScanner.hash("of"),
  ]
  /// Verbs whose negation goes for what they tell: "we do not think that we cancel".
  private static let opinions = Set(["think", "believe", "expect", "mean", "say", "assume"].map(WordScanner.hash))
  private static let hedges = Set(["you", "can", "will", "could", "would"].map(WordScanner.hash))

  private let index: PhraseIndex

  init(_ index: PhraseIndex) { self.index = index }

  /// Every occurrence of every phrase in the turns of a text, in order.
  func occurrences(in bytes: UnsafeBufferPointer<UInt8>, _ turns: [SpeakerTurns.Turn]) -> [Occurrence] {
    var found: [Occurrence] = []
    for turn in turns {
      var hits: [PhraseIndex.Hit] = []
      index.forEachHit(in: bytes, turn.range) {
        hits.append($0)
        return true
      }
      guard !hits.isEmpty else { continue }
      var scanner = WordScanner(bytes, in: turn.range)
      var words: [ScannedWord] = []
      while let word = scanner.next() { words.append(word) }
      for hit in hits {
        guard let first = words.firstIndex(where: { $0.start == hit.range.lowerBound }),
          let last = words.lastIndex(where: { $0.end == hit.range.upperBound }), first <= last
        else { continue }
        let language = index.phrases[hit.phrase].language
        found.append(
          Occurrence(
            phrase: hit.phrase, meaning: meaning(first...last, words, language, bytes), side: turn.side,
            quote: quote(first...last, words, turn.range, bytes)))
      }
    }
    return found
  }

  private func meaning(
    _ place: ClosedRange<Int>, _ words: [ScannedWord], _ language: PhraseLanguage, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Meaning {
    guard let cues = Self.cues[language] else { return .meant }
    func text(_ number: Int) -> String {
      String(decoding: UnsafeBufferPointer(rebasing: bytes[words[number].start..<words[number].end]), as: UTF8.self)
    }
    if let cue = negation(before: place.lowerBound, words, cues) { return .negated(text(cue)) }
    if let cue = answer(to: place, words, cues, bytes) { return .negated(text(cue)) }
    if language.negatesBehind, let cue = negation(behind: place, words, cues) { return .negated(text(cue)) }
    if let cue = supposition(before: place.lowerBound, words, cues) { return .supposed(text(cue)) }
    return .meant
  }

  private func role(_ words: [ScannedWord], _ place: Int, _ cues: Cues) -> Cues.Role? { cues.roles[words[place].hash] }

  /// Whether a thought of its own begins between a word and what follows it.
  private func breaks(_ words: [ScannedWord], at place: Int, _ cues: Cues) -> Bool {
    switch role(words, place, cues) {
    case .breaker: return true
    case .conjunction: return place + 1 < words.count && cues.starters.contains(words[place + 1].hash)
    default: return false
    }
  }

  /// A "no" that follows a question, as in "budget approved? Not yet".
  private func answer(
    to place: ClosedRange<Int>, _ words: [ScannedWord], _ cues: Cues, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Int? {
    let next = place.upperBound + 1
    guard next < words.count, words[next].gap == .sentence, role(words, next, cues) == .negation,
      bytes[words[next - 1].end..<words[next].start].contains(UInt8(ascii: "?"))
    else { return nil }
    return next
  }

  /// Whether a clause after "that" is still turned around by what stands before it.
  private func carries(_ words: [ScannedWord], over place: Int, _ cues: Cues) -> Bool {
    guard place > 0, words[place].hash == Self.that else { return false }
    return role(words, place - 1, cues) == .negation || Self.opinions.contains(words[place - 1].hash)
  }

  private func negation(before first: Int, _ words: [ScannedWord], _ cues: Cues) -> Int? {
    var place = first - 1
    while place >= 0, first - place <= 7, words[place + 1].gap == .none {
      if breaks(words, at: place, cues), !carries(words, over: place, cues) { return nil }
      if role(words, place, cues) == .negation,
        Self.pairs[words[place].hash].map({ $0 == words[place + 1].hash }) ?? true
      {
        let next = words[place + 1].hash
        // "Not only", "no doubt", and "why not" say the opposite.
        if next == Self.only || Self.sure.contains(next) { return nil }
        if place > 0, words[place].gap == .none, words[place - 1].hash == Self.why { return nil }
        return place
      }
      place -= 1
    }
    return nil
  }

  private func negation(behind place: ClosedRange<Int>, _ words: [ScannedWord], _ cues: Cues) -> Int? {
    var next = place.upperBound + 1
    while next < words.count, next - place.upperBound <= 5, words[next].gap == .none {
      if breaks(words, at: next, cues) { return nil }
      if role(words, next, cues) == .negation { return next }
      next += 1
    }
    return nil
  }

  private func supposition(before first: Int, _ words: [ScannedWord], _ cues: Cues) -> Int? {
    var place = first - 1
    var isTold = false
    while place >= 0, first - place <= 14, words[place + 1].gap == .none {
      if role(words, place, cues) == .breaker { return nil }
      let next = words[place + 1].hash
      // "I should tell you that we cancel": the modal is about the telling.
      if words[place].hash == Self.that, breaks(words, at: place, cues) { isTold = true }
      switch role(words, place, cues) {
      case .modal where !cues.wishes.contains(next) && !isTold:
        // "If you could send a quote" is a request.
        let isRequest = place + 1 == first && place > 0 && words[place - 1].hash == Self.you
        if !isRequest { return place }
      case .supposition:
        // "If you could send a quote" is a request.
        let isRequest =
          place + 2 <= first && Self.hedges.contains(next)
          && (place + 2 == first || Self.hedges.contains(words[place + 2].hash))
        // The Swedish word also means "about": it supposes where a thought begins.
        let isAbout =
          cues.language == .swedish && place > 0 && words[place].gap == .none
          && words[place].hash == WordScanner.hash("om")
        if !isRequest, !isAbout { return place }
      default: break
      }
      place -= 1
    }
    return nil
  }

  /// The sentence of a phrase on one line, at most 240 bytes of it.
  private func quote(
    _ place: ClosedRange<Int>, _ words: [ScannedWord], _ range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> String {
    var first = place.lowerBound
    while first > 0, words[first].gap < .sentence, words[place.lowerBound].start - words[first - 1].start < 140 {
      first -= 1
    }
    var last = place.upperBound
    while last + 1 < words.count, words[last + 1].gap < .sentence, words[last + 1].end - words[first].start < 240 {
      last += 1
    }
    let text = String(
      decoding: UnsafeBufferPointer(rebasing: bytes[words[first].start..<words[last].end]), as: UTF8.self)
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
