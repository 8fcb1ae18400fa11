internal import Site
internal import Synchronization

/// Notes what the threads of a build do, part by part.
final class WorkLog: BuildMeter {
  private struct Noted {
    var processor: [BuildPart: Int] = [:]
    var counts: [BuildPart: Int] = [:]
    var stretches: [Timings.Stretch] = []
    var threads: [UInt: Int] = [:]
  }

  private let origin: Int
  private let noted = Mutex(Noted())

  /// Times are told since `origin`.
  init(origin: Int) {
    self.origin = origin
  }

  func measure<R, E: Error>(_ part: BuildPart, _ body: () throws(E) -> R) throws(E) -> R {
    let start = ProcessorTime.ofThread
    let result = try body()
    let spent = ProcessorTime.ofThread - start
    noted.withLock {
      $0.processor[part, default: 0] += spent
      $0.counts[part, default: 0] += 1
    }
    return result
  }

  func stretch<R, E: Error>(_ name: String, count: Int, _ body: () throws(E) -> R) throws(E) -> R {
    let start = ProcessorTime.wall
    let result = try body()
    let duration = ProcessorTime.wall - start
    let identity = ProcessorTime.thread
    noted.withLock { noted in
      let thread = noted.threads[identity] ?? noted.threads.count + 1
      noted.threads[identity] = thread
      noted.stretches.append(
        Timings.Stretch(
          name: name, start: .nanoseconds(start - origin), duration: .nanoseconds(duration), count: count,
          thread: thread))
    }
    return result
  }

  /// The parts that were worked on, in their order.
  var parts: [Timings.Part] {
    noted.withLock { noted in
      BuildPart.allCases.compactMap { part in
        noted.counts[part].map { Timings.Part(name: part.rawValue, processor: noted.processor[part] ?? 0, count: $0) }
      }
    }
  }

  /// What the threads did, in the order in which it ended.
  var stretches: [Timings.Stretch] { noted.withLock { $0.stretches } }
}
