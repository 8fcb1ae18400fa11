/// How long the steps of a command took, in order.
package struct Timings: Sendable {
  /// A step and its duration.
  package struct Step: Sendable {
    package var name: String
    package var duration: Duration
  }

  package private(set) var steps: [Step] = []

  /// Measures a step.
  mutating func measure<R, E: Error>(_ name: String, _ body: () throws(E) -> R) throws(E) -> R {
    let clock = ContinuousClock()
    let start = clock.now
    let result = try body()
    steps.append(Step(name: name, duration: clock.now - start))
    return result
  }

  /// Measures a step that waits.
  mutating func measure<R: Sendable, E: Error>(_ name: String, _ body: () async throws(E) -> R) async throws(E) -> R {
    let clock = ContinuousClock()
    let start = clock.now
    let result = try await body()
    steps.append(Step(name: name, duration: clock.now - start))
    return result
  }
}
