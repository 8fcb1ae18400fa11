/// Mends the times of commits, so that official time never runs backwards.
///
/// Committers' clocks may be years off. The longest run of times that never decrease is believed; every other commit
/// takes the time of the nearest believed one before it, or of the first after it when there is none.
enum OfficialTimes {
  /// How far a clock may be off before it is suspect.
  static let tolerance = 24 * 3600
  /// The years 1 to 9999 without their outermost days: a commit can bear any number, a calendar cannot.
  private static let calendar = -62_135_510_400...253_402_214_399

  /// Sets when each commit became official, and whether its clock is suspect; commits are oldest first.
  static func mend(_ commits: inout [TimelineCommit]) {
    let times = commits.map { min(max($0.committedAt.seconds, calendar.lowerBound), calendar.upperBound) }
    let trusted = trusted(times)
    guard var standing = trusted.first.map({ times[$0] }) else { return }
    var next = 0
    for index in commits.indices {
      if next < trusted.count, trusted[next] == index {
        standing = times[index]
        next += 1
      }
      commits[index].recordedAt = Instant(
        seconds: standing, offsetMinutes: commits[index].committedAt.offsetMinutes)
      let distance = standing.subtractingReportingOverflow(commits[index].committedAt.seconds)
      commits[index].isClockSuspect = distance.overflow || distance.partialValue.magnitude > tolerance
    }
  }

  /// Places of the longest subsequence that never decreases, by patience sorting.
  private static func trusted(_ times: [Int]) -> [Int] {
    // Place of the smallest time that ends a run of each length, and what came before each place in its run.
    var ends: [Int] = []
    var previous = [Int](repeating: -1, count: times.count)
    for (index, time) in times.enumerated() {
      var (low, high) = (0, ends.count)
      while low < high {
        let middle = (low + high) / 2
        if times[ends[middle]] <= time { low = middle + 1 } else { high = middle }
      }
      if low > 0 { previous[index] = ends[low - 1] }
      if low == ends.count { ends.append(index) } else { ends[low] = index }
    }
    var run: [Int] = []
    var place = ends.last ?? -1
    while place >= 0 {
      run.append(place)
      place = previous[place]
    }
    return run.reversed()
  }
}
