import Testing

@testable import WorkspaceModel

@Suite struct OfficialTimesTests {
  private func mended(_ times: [Int]) -> [TimelineCommit] {
    var commits = times.map { time in
      let instant = Instant(seconds: time, offsetMinutes: 60)
      return TimelineCommit(
        id: "\(time)", recordedAt: instant, committedAt: instant, author: Contributor(name: "a", email: ""), subject: ""
      )
    }
    OfficialTimes.mend(&commits)
    return commits
  }

  @Test func clocksOf1970And2106AreSetToTheirNeighbours() {
    let (day, start, far) = (86_400, 1_767_225_600, 4_294_967_295)
    let commits = mended([start, far, start + day, 0, start + 2 * day, start + 3 * day])
    #expect(
      commits.map(\.recordedAt.seconds) == [start, start, start + day, start + day, start + 2 * day, start + 3 * day])
    #expect(commits.map(\.isClockSuspect) == [false, true, false, true, false, false])
    #expect(commits.allSatisfy { $0.recordedAt.offsetMinutes == 60 })
  }

  @Test func whatIsOffBeforeTheFirstBelievedTimeTakesThatTime() {
    let commits = mended([900_000, 100, 200, 300])
    #expect(commits.map(\.recordedAt.seconds) == [100, 100, 200, 300])
    #expect(commits.map(\.isClockSuspect) == [true, false, false, false])
  }

  @Test func aFewHoursOffAreMendedAndNotSuspect() {
    let commits = mended([100_000, 90_000, 110_000, 120_000])
    #expect(commits.map(\.recordedAt.seconds).sorted() == commits.map(\.recordedAt.seconds))
    #expect(commits.allSatisfy { !$0.isClockSuspect })
  }

  @Test(arguments: [[], [5], [7, 7, 7], [Int.max, Int.min, 0], [Int.max], [Int.min], [3, 2, 1]])
  func neverRunsBackwards(times: [Int]) {
    let commits = mended(times)
    #expect(commits.allSatisfy { (1...9999).contains($0.recordedAt.day.parts.year) })
    let seconds = commits.map(\.recordedAt.seconds)
    #expect(seconds == seconds.sorted() && seconds.count == times.count)
  }

  @Test func longHistoriesAreMendedAtOnce() {
    let times = (0..<100_000).map { $0 * 600 + ($0 % 97 == 0 ? -1_000_000_000 : 0) }
    var commits = mended(times)
    let time = ContinuousClock().measure { OfficialTimes.mend(&commits) }
    #expect(time < .milliseconds(500))
  }
}
