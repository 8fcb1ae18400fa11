import Testing

@testable import Markdown

struct SequenceDiffTests {
  /// The new sequence, made from the old one and the runs.
  private func applied<Item>(_ diff: SequenceDiff, _ old: [Item], _ new: [Item]) -> [Item] {
    diff.runs.flatMap { run -> [Item] in
      switch run.kind {
      case .equal: Array(old[run.old])
      case .removed: []
      case .inserted: Array(new[run.new])
      }
    }
  }

  private func text(_ old: String, _ new: String) -> String {
    let (left, right) = (Array(old), Array(new))
    return SequenceDiff(left, right).runs.map { run -> String in
      switch run.kind {
      case .equal: String(left[run.old])
      case .removed: "[-\(String(left[run.old]))]"
      case .inserted: "[+\(String(right[run.new]))]"
      }
    }.joined()
  }

  @Test(arguments: [
    ("", "", ""), ("a", "", "[-a]"), ("", "a", "[+a]"), ("abc", "abc", "abc"), ("abc", "axc", "a[-b][+x]c"),
    ("abcd", "bcde", "[-a]bcd[+e]"), ("xaxbx", "axbxx", "[-x]axb[+x]x"), ("ab", "cd", "[-ab][+cd]"),
  ])
  func runsSayWhatStaysGoesAndComes(_ old: String, _ new: String, _ expected: String) {
    #expect(text(old, new) == expected)
  }

  @Test(arguments: 0..<300)
  func runsMakeTheNewSequenceFromTheOldOne(seed: Int) {
    var numbers = TestNumbers(seed: seed)
    let letters = Int.random(in: 1...12, using: &numbers)
    func sequence(_ most: Int) -> [Int] {
      (0..<Int.random(in: 0...most, using: &numbers)).map { _ in Int.random(in: 0..<letters, using: &numbers) }
    }
    let old = sequence(60)
    let new = sequence(60)
    let diff = SequenceDiff(old, new)
    #expect(applied(diff, old, new) == new)
    #expect(diff.runs.filter { $0.kind == .equal }.allSatisfy { old[$0.old] == new[$0.new] })
    #expect(diff.runs.flatMap(\.old) == Array(old.indices) && diff.runs.flatMap(\.new) == Array(new.indices))
    #expect(diff.changes.reduce(old.count) { $0 - $1.old.count } == longestCommon(old, new))
  }

  @Test(arguments: 0..<200)
  func comparisonTheOtherWayRoundMirrorsThisOne(seed: Int) {
    var numbers = TestNumbers(seed: seed)
    let count = seed % 8 == 0 ? 2_000 : 40
    let old = (0..<count).map { _ in Int.random(in: 0..<count / 2, using: &numbers) }
    var new = old
    for _ in 0..<Int.random(in: 1...count / 4, using: &numbers) {
      let index = Int.random(in: 0..<new.count, using: &numbers)
      if Bool.random(using: &numbers) { new[index] = count + index } else { new.remove(at: index) }
    }
    let mirrored = SequenceDiff(new, old).changes.map { SequenceDiff.Change(old: $0.new, new: $0.old) }
    #expect(SequenceDiff(old, new).changes == mirrored)
  }

  @Test func hugeSequencesThatShareNothingAreOneChange() {
    let (old, new) = (Array(0..<100_000), Array(100_000..<200_000))
    let clock = ContinuousClock()
    var diff: SequenceDiff?
    let time = clock.measure { diff = SequenceDiff(old, new) }
    #expect(diff?.changes == [SequenceDiff.Change(old: 0..<100_000, new: 0..<100_000)])
    #expect(time < .seconds(10), "\(time)")
  }

  @Test(arguments: [2, 40, 5_000, 100_000])
  func hugeSequencesOfTheSameItemsEndSoonAndRight(letters: Int) {
    var numbers = TestNumbers(seed: letters)
    let old = (0..<100_000).map { _ in Int.random(in: 0..<letters, using: &numbers) }
    let new = (0..<100_000).map { _ in Int.random(in: 0..<letters, using: &numbers) }
    var diff = SequenceDiff([0], [0])
    let time = ContinuousClock().measure { diff = SequenceDiff(old, new) }
    #expect(applied(diff, old, new) == new)
    #expect(time < .seconds(20), "\(time)")
  }

  private func longestCommon(_ old: [Int], _ new: [Int]) -> Int {
    var row = Array(repeating: 0, count: new.count + 1)
    for item in old {
      var diagonal = 0
      for (index, other) in new.enumerated() {
        let above = row[index + 1]
        row[index + 1] = item == other ? diagonal + 1 : max(above, row[index])
        diagonal = above
      }
    }
    return row[new.count]
  }
}
