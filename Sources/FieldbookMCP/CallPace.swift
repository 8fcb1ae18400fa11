/// Lets calls through at a pace that leaves room for other work: a good number at once, then twenty a second.
actor CallPace {
  private static let burst = 100
  private static let interval = Duration.milliseconds(50)

  /// When the call after those that wait may begin, as if each took its turn from the beginning of the burst.
  private var next = ContinuousClock.now

  /// Returns when it is the caller's turn.
  func wait() async throws {
    let now = ContinuousClock.now
    next = max(next, now - Self.interval * Self.burst) + Self.interval
    if next > now { try await Task.sleep(until: next) }
  }
}
