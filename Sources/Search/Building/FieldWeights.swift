#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// What a word counts, by where it stands; the numbers that decide the order of results.
///
/// A title of one word counts 16, of more words each a share; other names a little less, what the entry belongs to 3,
/// a heading 4, the text at most 1.6 however often it repeats the word. The sum is multiplied by how often one looks for
/// such a thing, by 1.15 for this half-year down to 0.9 for what is older than a year and a half, and by up to 1.4 for
/// pages that many others point at.
enum FieldWeights {
  /// A word of a title of so many words.
  static func title(_ words: Int, isFirst: Bool) -> Double {
    16 / pow(Double(max(1, words)), 0.6) * (isFirst ? 1.1 : 1)
  }

  /// A word of another name of so many words.
  static func alias(_ words: Int) -> Double { 14 / pow(Double(max(1, words)), 0.6) }

  /// A word of what the entry belongs to.
  static let owner = 3.0

  /// A word about the entry.
  static let keyword = 1.2

  /// A word of a heading of so many words.
  static func heading(_ words: Int) -> Double { 4 / Double(max(1, words)).squareRoot() }

  /// A word that a text of so many words has so many times.
  static func body(_ times: Int, of words: Int) -> Double {
    let count = Double(times)
    return 1.6 * count / (count + 1.2) / (0.75 + 0.25 * min(4, Double(words) / 250))
  }

  /// From this half-year back.
  private static let ages = [1.15, 1.05, 1, 0.9]

  /// What everything that an entry says is multiplied by.
  static func prior(of entry: SearchEntry) -> Double {
    let recency = entry.age.map { ages[min(ages.count - 1, max(0, $0))] } ?? 1
    let links = 1 + min(0.4, 0.08 * log2(1 + Double(entry.inboundLinks)))
    return entry.importance * recency * links
  }

  /// The step on which a weight stands: three steps double it.
  static func level(_ weight: Double) -> UInt8 {
    UInt8(max(0, min(Double(PostingCode.levels - 1), (3 * log2(max(weight, 0.01))).rounded() + 6)))
  }

  /// From this level on a word stands in a name or a heading.
  static let nameLevel: UInt8 = 11
}
