internal import Diagnostics

/// Finds the suppressions of one file that cover a finding without trying each of them.
struct SuppressionIndex {
  /// Suppressions of one check that speak of the same lines.
  private struct Stretch {
    var lines: ClosedRange<Int>
    /// The last line of this stretch and of all before it.
    var furthest: Int
    var members: [Int]
  }

  private var wholeFile: [String: [Int]] = [:]
  private var stretches: [String: [Stretch]] = [:]

  /// Takes the suppressions that are in effect; members are named by their place in the list.
  init(_ suppressions: [Suppression], where isActive: (Suppression) -> Bool) {
    var byLines: [String: [ClosedRange<Int>: [Int]]] = [:]
    for (index, suppression) in suppressions.enumerated() where isActive(suppression) {
      if let lines = suppression.lines {
        byLines[suppression.check, default: [:]][lines, default: []].append(index)
      } else {
        wholeFile[suppression.check, default: []].append(index)
      }
    }
    for (check, members) in byLines {
      let sorted = members.sorted { left, right in
        (left.key.lowerBound, left.key.upperBound) < (right.key.lowerBound, right.key.upperBound)
      }
      var furthest = 0
      stretches[check] = sorted.map { lines, members in
        furthest = max(furthest, lines.upperBound)
        return Stretch(lines: lines, furthest: furthest, members: members)
      }
    }
  }

  /// Those that cover a finding.
  func covering(_ finding: Diagnostic) -> [Int] {
    var found = wholeFile[finding.id] ?? []
    guard let stretches = stretches[finding.id] else { return found }
    let line = finding.range.start.line
    var (low, high) = (0, stretches.count)
    while low < high {
      let middle = (low + high) / 2
      if stretches[middle].lines.lowerBound <= line { low = middle + 1 } else { high = middle }
    }
    while low > 0, stretches[low - 1].furthest >= line {
      low -= 1
      if stretches[low].lines.contains(line) { found += stretches[low].members }
    }
    return found
  }
}
