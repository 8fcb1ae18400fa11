/// Finds places where one of some words may begin, by its first two bytes, in one pass.
struct PairFilter: Sendable {
  /// By pair of bytes: 0, or the bucket of words that begin so, from 1.
  private let table: [UInt8]
  /// Numbers of words by bucket, the longest word first.
  private let buckets: [[Int]]

  /// A filter for words of two bytes and more; with folding, also for their forms in upper case.
  init(_ words: [[UInt8]], foldsCase: Bool = false) {
    var table = [UInt8](repeating: 0, count: 65_536)
    var buckets: [[Int]] = [[]]
    for number in words.indices.sorted(by: { words[$0].count > words[$1].count }) where words[number].count >= 2 {
      let pair = Int(words[number][0]) << 8 | Int(words[number][1])
      if table[pair] == 0 {
        precondition(buckets.count < 256, "a filter has up to 255 pairs")
        table[pair] = UInt8(buckets.count)
        buckets.append([])
      }
      buckets[Int(table[pair])].append(number)
    }
    if foldsCase {
      for pair in table.indices where table[pair] != 0 {
        let (first, second) = (pair >> 8, pair & 0xFF)
        for one in Self.cases(first) { for other in Self.cases(second) { table[one << 8 | other] = table[pair] } }
      }
    }
    self.table = table
    self.buckets = buckets
  }

  /// Calls the body for each place and word that begin alike; it returns where to go on, or nil for the next word.
  func forEachCandidate(in bytes: UnsafeBufferPointer<UInt8>, _ body: (_ offset: Int, _ word: Int) -> Int?) {
    guard bytes.count >= 2, let base = bytes.baseAddress else { return }
    table.withUnsafeBufferPointer { table in
      guard let table = table.baseAddress else { return }
      let end = bytes.count - 1
      var index = 0
      while index < end {
        let bucket = table[Int(base[index]) << 8 | Int(base[index + 1])]
        if bucket == 0 {
          index += 1
          continue
        }
        var next = index + 1
        for word in buckets[Int(bucket)] {
          if let after = body(index, word) {
            next = max(next, after)
            break
          }
        }
        index = next
      }
    }
  }

  private static func cases(_ byte: Int) -> [Int] { (0x61...0x7A).contains(byte) ? [byte, byte - 32] : [byte] }
}
