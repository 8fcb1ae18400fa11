package import Diagnostics
package import WorkspaceModel

/// Records that need somebody, in the order in which they should be looked at.
///
/// The points of all reasons, times one to two by where the stake stands among stakes of the same currency and kind: so
/// that amounts of different currencies are never compared. An unknown stake stands in the middle.
package struct AttentionRanking: Sendable {
  /// A record with what it asks for.
  package struct Entry: Sendable {
    package let record: RepoPath
    package let reasons: [AttentionReason]
    /// What may be lost; nil when unknown.
    package let stake: Money?

    /// A record with its reasons.
    package init(record: RepoPath, reasons: [AttentionReason], stake: Money?) {
      self.record = record
      self.reasons = reasons
      self.stake = stake
    }

    /// Of all its reasons together.
    package var points: Int { reasons.reduce(0) { $0 + $1.kind.points } }
  }

  /// Below this a record asks for nothing that cannot wait.
  package static let enough = 2

  /// The most pressing one first, ties by path.
  package let entries: [Entry]

  /// Ranks records; those with too few points are left out, though their stakes count.
  package init(_ all: [Entry]) {
    var stakes: [MoneySum.Unit: [Decimal4]] = [:]
    for entry in all {
      if let stake = entry.stake { stakes[stake.unit, default: []].append(stake.amount) }
    }
    stakes = stakes.mapValues { $0.sorted() }
    func weight(_ entry: Entry) -> Fraction {
      let place: Fraction
      if let stake = entry.stake, let same = stakes[stake.unit] {
        var (low, high) = (0, same.count)
        while low < high {
          let middle = (low + high) / 2
          if same[middle] <= stake.amount { low = middle + 1 } else { high = middle }
        }
        place = Fraction(Int128(low), over: Int128(same.count)) ?? .zero
      } else {
        place = Fraction(1, over: 2) ?? .zero
      }
      return Fraction(entry.points) * (Fraction(1) + place)
    }
    let weighed = all.filter { $0.points >= Self.enough }.map { (weight: weight($0), entry: $0) }
    entries = weighed.sorted { left, right in
      left.weight == right.weight ? left.entry.record < right.entry.record : left.weight > right.weight
    }.map(\.entry)
  }
}
