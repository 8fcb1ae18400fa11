/// Finds any of thousands of phrases in one pass over a text (Aho and Corasick, over words instead of letters).
///
/// A phrase is found in all forms of its words, with articles and auxiliaries in between, but never across the end of a
/// sentence or a comma. Whether it was meant is for ``PhraseReader`` to say.
package struct PhraseIndex: Sendable {
  /// A phrase that somebody waits for.
  package struct Phrase: Hashable, Sendable {
    package var text: String
    package var language: PhraseLanguage

    /// A phrase by its words.
    package init(_ text: String, _ language: PhraseLanguage = .english) {
      self.text = text
      self.language = language
    }
  }

  /// Where a phrase stands in a text.
  struct Hit: Hashable {
    /// Place in ``phrases``.
    var phrase: Int
    /// Bytes of the text.
    var range: Range<Int>
  }

  /// In the order in which they were given.
  package let phrases: [Phrase]
  /// Longest phrase in words that count.
  private static let longest = 12
  private var vocabulary = WordTable()
  /// Node and class, to node.
  private var steps = WordTable()
  private var fallbacks: [Int32] = [0]
  /// Phrases that end at a node.
  private var endings: [[Int32]] = [[]]
  /// The nearest shorter phrase that ends there too.
  private var shorter: [Int32] = [0]
  private var lengths: [Int] = []

  /// Builds the index; phrases of nothing but small words are never found.
  package init(_ phrases: [Phrase]) {
    self.phrases = phrases
    let words = phrases.map(Self.words)
    lengths = words.map(\.count)
    let classes = Self.classes(of: words, phrases)
    for (hash, number) in classes.byForm { vocabulary.insert(hash, number) }
    for language in Set(phrases.map(\.language)) {
      for word in language.transparent {
        let hash = WordScanner.hash(word)
        if vocabulary[hash] == 0 { vocabulary.insert(hash, Self.transparentClass) }
      }
      if language == .english, vocabulary[Self.infinitive] == 0 {
        vocabulary.insert(Self.infinitive, Self.transparentClass)
      }
    }
    var children: [[(step: UInt32, node: Int32)]] = [[]]
    for (place, list) in words.enumerated() where (1...Self.longest).contains(list.count) {
      var node: Int32 = 0
      for word in list {
        guard let step = classes.byForm[WordScanner.hash(word)] else { continue }
        if let next = children[Int(node)].first(where: { $0.step == step })?.node {
          node = next
        } else {
          children.append([])
          endings.append([])
          let next = Int32(children.count - 1)
          children[Int(node)].append((step, next))
          node = next
        }
      }
      endings[Int(node)].append(Int32(place))
    }
    link(children)
  }

  private static let transparentClass: UInt32 = 1
  private static let infinitive = WordScanner.hash("to")

  /// The words of a phrase that count.
  static func words(_ phrase: Phrase) -> [String] {
    let small = Set(phrase.language.transparent)
    let words = phrase.text.lowercased().split { !($0.isLetter || $0.isNumber || $0 == "'") }.map(String.init)
    return words.filter { !small.contains($0) }
  }

  /// Gives all forms of a word, and of words that share a form with it, one number.
  private static func classes(of words: [[String]], _ phrases: [Phrase]) -> (byForm: [UInt64: UInt32], count: UInt32) {
    var parents: [UInt32] = [0, 1]
    func root(_ number: UInt32) -> UInt32 {
      var number = number
      while parents[Int(number)] != number { number = parents[Int(number)] }
      return number
    }
    var byForm: [UInt64: UInt32] = [:]
    var known: Set<Phrase> = []
    for (place, list) in words.enumerated() {
      for word in list where known.insert(Phrase(word, phrases[place].language)).inserted {
        let own = UInt32(parents.count)
        parents.append(own)
        for form in Inflection.forms(of: word, in: phrases[place].language) {
          let hash = WordScanner.hash(form)
          if let other = byForm[hash] { parents[Int(root(other))] = root(own) } else { byForm[hash] = own }
        }
      }
    }
    return (byForm.mapValues(root), UInt32(parents.count))
  }

  private mutating func link(_ children: [[(step: UInt32, node: Int32)]]) {
    fallbacks = [Int32](repeating: 0, count: children.count)
    shorter = fallbacks
    for (node, list) in children.enumerated() {
      for child in list { steps.insert(Self.key(Int32(node), child.step), UInt32(child.node)) }
    }
    var queue = children[0].map(\.node)
    var index = 0
    while index < queue.count {
      let node = queue[index]
      index += 1
      for (step, child) in children[Int(node)] {
        var fallback = fallbacks[Int(node)]
        while true {
          let next = steps[Self.key(fallback, step)]
          if next != 0 {
            fallbacks[Int(child)] = Int32(next)
            break
          }
          if fallback == 0 { break }
          fallback = fallbacks[Int(fallback)]
        }
        let back = fallbacks[Int(child)]
        shorter[Int(child)] = endings[Int(back)].isEmpty ? shorter[Int(back)] : back
        queue.append(child)
      }
    }
  }

  private static func key(_ node: Int32, _ step: UInt32) -> UInt64 {
    // Spread, so that neighbours do not crowd the table.
    (UInt64(UInt32(bitPattern: node)) << 32 | UInt64(step)) &* 0x9E37_79B9_7F4A_7C15 | 1
  }

  /// Calls the body with every phrase in a part of a text; it says whether to go on.
  func forEachHit(
    in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ body: (Hit) -> Bool
  ) {
    var scanner = WordScanner(bytes, in: range)
    var node: Int32 = 0
    // Starts of the last words that count, and which word of the text each was.
    var starts = (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
    var places = starts
    var (fed, seen) = (0, 0)
    withUnsafeMutableBytes(of: &starts) { rawStarts in
      withUnsafeMutableBytes(of: &places) { rawPlaces in
        let (starts, places) = (
          rawStarts.assumingMemoryBound(to: Int.self), rawPlaces.assumingMemoryBound(to: Int.self)
        )
        while let word = scanner.next() {
          seen += 1
          if word.gap != .none { node = 0 }
          let step = vocabulary[word.hash]
          if step == 0 {
            node = 0
            continue
          }
          if step == Self.transparentClass { continue }
          let following = next(node, step)
          // "Not to renew" is "not renew", but "switch to" needs its own.
          if following == 0, word.hash == Self.infinitive { continue }
          starts[fed & 15] = word.start
          places[fed & 15] = seen
          fed += 1
          node = following
          var ending = endings[Int(node)].isEmpty ? shorter[Int(node)] : node
          while ending != 0 {
            for phrase in endings[Int(ending)] {
              let first = fed - lengths[Int(phrase)]
              guard first >= 0, seen - places[first & 15] < lengths[Int(phrase)] + 3 else { continue }
              if !body(Hit(phrase: Int(phrase), range: starts[first & 15]..<word.end)) { return }
            }
            ending = shorter[Int(ending)]
          }
        }
      }
    }
  }

  /// Whether any phrase stands in a text at all.
  func hasHit(in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var found = false
    forEachHit(in: bytes, 0..<bytes.count) { _ in
      found = true
      return false
    }
    return found
  }

  private func next(_ node: Int32, _ step: UInt32) -> Int32 {
    var node = node
    while true {
      let next = steps[Self.key(node, step)]
      if next != 0 { return Int32(next) }
      if node == 0 { return 0 }
      node = fallbacks[Int(node)]
    }
  }
}

/// Numbers by hash, in one piece of memory; 0 stands for none.
struct WordTable: Sendable {
  private var keys: [UInt64] = [UInt64](repeating: 0, count: 64)
  private var values: [UInt32] = [UInt32](repeating: 0, count: 64)
  private var count = 0

  /// Puts a number in, unless the key has one.
  mutating func insert(_ key: UInt64, _ value: UInt32) {
    if count * 3 >= keys.count { grow() }
    let place = place(of: key)
    if keys[place] == 0 {
      keys[place] = key
      values[place] = value
      count += 1
    }
  }

  /// The number of a key.
  subscript(key: UInt64) -> UInt32 {
    keys.withUnsafeBufferPointer { keys in
      let mask = keys.count - 1
      var place = Int(truncatingIfNeeded: key ^ (key >> 29)) & mask
      while true {
        let found = keys[place]
        if found == key { return values[place] }
        if found == 0 { return 0 }
        place = (place + 1) & mask
      }
    }
  }

  private func place(of key: UInt64) -> Int {
    let mask = keys.count - 1
    var place = Int(truncatingIfNeeded: key ^ (key >> 29)) & mask
    while keys[place] != 0, keys[place] != key { place = (place + 1) & mask }
    return place
  }

  private mutating func grow() {
    let old = zip(keys, values).filter { $0.0 != 0 }
    keys = [UInt64](repeating: 0, count: keys.count * 2)
    values = [UInt32](repeating: 0, count: keys.count)
    for (key, value) in old {
      let place = place(of: key)
      keys[place] = key
      values[place] = value
    }
  }
}
