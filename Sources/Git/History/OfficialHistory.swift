/// The first parents of a commit, newest first, each with what it changed.
package struct OfficialHistory: Sendable {
  private let log: HistoryLog
  // Where the entries begin in the log.
  private let places: [Int]
  /// The commit at which a shallow clone ends: its files are older than what is known.
  package let boundary: HistoryCommit?

  init(_ log: HistoryLog, places: [Int], boundary: HistoryCommit?) {
    self.log = log
    self.places = places
    self.boundary = boundary
  }

  /// How many commits are known, without the boundary.
  package var count: Int { places.count }

  /// Whether more lies behind the boundary of a shallow clone.
  package var isCutOff: Bool { boundary != nil }

  /// How many files all commits changed, each as often as it was, and how many of these changes were moves.
  package var tally: (changes: Int, moves: Int) {
    places.reduce(into: (0, 0)) { sum, place in
      let commit = log.tally(at: place)
      sum = (sum.0 + commit.changes, sum.1 + commit.moves)
    }
  }

  /// A commit, 0 being the newest.
  package subscript(place: Int) -> HistoryCommit { log.commit(at: places[place]) }
}
