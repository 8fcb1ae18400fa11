/// How long the steps of a command took, in order.
package struct Timings: Sendable {
  /// A step: when it began, how long it took and what it came to.
  package struct Step: Sendable {
    package var name: String
    /// Since the first step began.
    package var start: Duration
    package var duration: Duration
    /// Nanoseconds of all processors.
    package var processor: Int
    /// How many things it was about; nil where nothing is counted.
    package var count: Int?
    /// What it was made of, where that is known; only processors and counts.
    package var parts: [Part] = []
  }

  /// A part of a step that went on in several threads.
  package struct Part: Sendable {
    package var name: String
    /// Nanoseconds of all processors.
    package var processor: Int
    /// How often it was done.
    package var count: Int
  }

  /// What one thread did in a stretch.
  package struct Stretch: Sendable {
    package var name: String
    package var start: Duration
    package var duration: Duration
    package var count: Int
    /// Threads in the order in which they first had work, from 1.
    package var thread: Int
  }

  package private(set) var steps: [Step] = []
  /// In the order in which they ended.
  package internal(set) var stretches: [Stretch] = []
  /// When the first step began, in nanoseconds of ``ProcessorTime/wall``.
  ///
  /// A plain number: the standard library keeps the layout of its instants to itself, and one of them here would make
  /// that of everything around it, up to the opened workspace, unknown to the compiler as well.
  let origin = ProcessorTime.wall

  /// Measures a step.
  mutating func measure<R, E: Error>(_ name: String, _ body: () throws(E) -> R) throws(E) -> R {
    let started = (ProcessorTime.wall, ProcessorTime.ofProcess)
    let result = try body()
    add(name, started)
    return result
  }

  /// Measures a step that waits.
  mutating func measure<R: Sendable, E: Error>(_ name: String, _ body: () async throws(E) -> R) async throws(E) -> R {
    let started = (ProcessorTime.wall, ProcessorTime.ofProcess)
    let result = try await body()
    add(name, started)
    return result
  }

  /// Says how many things the last step was about.
  mutating func count(_ number: Int) {
    if !steps.isEmpty { steps[steps.count - 1].count = number }
  }

  /// Says what the last step was made of.
  mutating func detail(_ parts: [Part]) {
    if !steps.isEmpty { steps[steps.count - 1].parts = parts }
  }

  private mutating func add(_ name: String, _ started: (wall: Int, processor: Int)) {
    steps.append(
      Step(
        name: name, start: .nanoseconds(started.wall - origin),
        duration: .nanoseconds(ProcessorTime.wall - started.wall),
        processor: ProcessorTime.ofProcess - started.processor))
  }
}
