/// The changes between two texts cut into words, tidied so that people can read them.
///
/// The shortest difference of prose often keeps a stray "the" or comma between two sentences that have nothing else in
/// common; such crumbs are taken into the change around them. A change that may stand at several places stands where
/// a sentence begins.
enum WordEdits {
  /// What tidying asks of a word.
  struct Word {
    /// Equal for equal words.
    var number: Int32
    /// How much it weighs against others: a word its length, a sign 1.
    var weight: Int32
    /// Whether it ends a sentence.
    var endsSentence: Bool
    /// Whether it has letters or digits.
    var isWord: Bool
  }

  /// At most so many words are a crumb.
  private static let largestCrumb = 4

  /// The tidied changes.
  static func changes(_ old: [Word], _ new: [Word], numberCount: Int) -> [SequenceDiff.Change] {
    let diff = SequenceDiff(numbers: old.map(\.number), new.map(\.number), numberCount: numberCount)
    var tidy: [SequenceDiff.Change] = []
    for change in diff.changes {
      tidy.append(change)
      while tidy.count > 1, isCrumb(between: tidy[tidy.count - 2], and: tidy[tidy.count - 1], old, new) {
        let last = tidy.removeLast()
        let before = tidy.removeLast()
        tidy.append(
          SequenceDiff.Change(
            old: before.old.lowerBound..<last.old.upperBound, new: before.new.lowerBound..<last.new.upperBound))
      }
    }
    var end = 0
    for index in tidy.indices {
      tidy[index] = slid(tidy[index], notBefore: end, old, new)
      end = tidy[index].old.upperBound
    }
    return tidy
  }

  private static func isCrumb(
    between before: SequenceDiff.Change, and after: SequenceDiff.Change, _ old: [Word], _ new: [Word]
  ) -> Bool {
    let kept = old[before.old.upperBound..<after.old.lowerBound]
    guard kept.count <= 2 * largestCrumb, kept.count(where: \.isWord) <= largestCrumb else { return false }
    func weight(_ words: ArraySlice<Word>) -> Int { words.reduce(0) { $0 + Int($1.weight) } }
    let limit = weight(kept)
    return limit <= max(weight(old[before.old]), weight(new[before.new]))
      && limit <= max(weight(old[after.old]), weight(new[after.new]))
  }

  /// Moves what only comes or only goes to the front, if a sentence begins there.
  private static func slid(
    _ change: SequenceDiff.Change, notBefore end: Int, _ old: [Word], _ new: [Word]
  ) -> SequenceDiff.Change {
    guard change.old.isEmpty != change.new.isEmpty else { return change }
    let isInsertion = change.old.isEmpty
    let words = isInsertion ? new : old
    let range = isInsertion ? change.new : change.old
    func beginsSentence(_ start: Int) -> Bool { start == 0 || words[start - 1].endsSentence }
    if beginsSentence(range.lowerBound) { return change }
    let most = min(change.old.lowerBound - end, 64)
    var shift = 0
    while shift < most, words[range.lowerBound - shift - 1].number == words[range.upperBound - shift - 1].number {
      shift += 1
      if beginsSentence(range.lowerBound - shift) {
        return SequenceDiff.Change(
          old: change.old.lowerBound - shift..<change.old.upperBound - shift,
          new: change.new.lowerBound - shift..<change.new.upperBound - shift)
      }
    }
    return change
  }
}
