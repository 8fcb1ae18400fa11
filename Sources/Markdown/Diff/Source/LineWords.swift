/// The words of one line of source, for marks inside lines.
struct LineWords {
  private var words: [WordEdits.Word] = []
  private var ranges: [Range<Int>] = []

  /// Cuts a line into words, signs and white space.
  init(_ text: String, _ interner: inout Interner) {
    var text = text
    text.withUTF8 { bytes in
      var scanner = WordScanner(bytes, in: 0..<bytes.count, readsEntities: false)
      while let (kind, range) = scanner.next() {
        words.append(
          WordEdits.Word(
            number: interner.number(bytes[range]), weight: kind == .sign ? 1 : Int32(range.count), endsSentence: false,
            isWord: kind == .word))
        ranges.append(range)
      }
    }
  }

  /// Its words for comparison with other lines.
  var bag: Likeness.Bag {
    Likeness.Bag(words: words.filter(\.isWord).map(\.number).sorted(), family: 0, threshold: 30)
  }

  /// The bytes that differ in two lines.
  static func marks(
    _ old: LineWords, _ new: LineWords, numberCount: Int
  ) -> (old: [Range<Int>], new: [Range<Int>]) {
    let changes = WordEdits.changes(old.words, new.words, numberCount: numberCount)
    return (changes.compactMap { old.bytes($0.old) }, changes.compactMap { new.bytes($0.new) })
  }

  private func bytes(_ words: Range<Int>) -> Range<Int>? {
    words.isEmpty ? nil : ranges[words.lowerBound].lowerBound..<ranges[words.upperBound - 1].upperBound
  }
}
