#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Renders many documents in helper processes, where no document can harm more than its own worker.
///
/// It is also the only way to use several processors: the library may not be used by two threads of one process.
/// Workers live as long as one call; a thread of its own drives each, so Swift's own threads never wait for a pipe.
package struct MarkdownWorkerPool: Sendable {
  private let executable: String
  private let arguments: [String]
  private let count: Int
  private let patience: Double

  /// A pool of so many workers, each started with these arguments; they must lead to ``MarkdownWorker/run()``.
  package init(executable: String, arguments: [String], count: Int) {
    self.init(executable: executable, arguments: arguments, count: count, patience: 5)
  }

  /// A pool that gives a document so many seconds on the clock.
  init(executable: String, arguments: [String], count: Int, patience: Double) {
    self.executable = executable
    self.arguments = arguments
    self.count = count
    self.patience = patience
  }

  /// Renders all jobs, outcomes in their order; without a worker that starts, here and behind the guard alone.
  package func renderAll(_ jobs: [MarkdownJob]) async -> [MarkdownOutcome] {
    if jobs.isEmpty { return [] }
    let threads = max(1, min(count, jobs.count))
    let queue = JobQueue(jobs, threads: threads)
    return await withCheckedContinuation { continuation in
      for _ in 0..<threads {
        Self.startThread { [executable, arguments, patience] in
          var driver = WorkerDriver(executable: executable, arguments: arguments, queue: queue, patience: patience)
          driver.run()
          if queue.stop() { continuation.resume(returning: queue.results()) }
        }
      }
    }
  }

  /// Runs work on a thread of its own in which a closed pipe is an error and not a signal.
  private static func startThread(_ work: @escaping @Sendable () -> Void) {
    final class Box: Sendable {
      let work: @Sendable () -> Void
      init(_ work: @escaping @Sendable () -> Void) { self.work = work }
    }
    let box = Unmanaged.passRetained(Box(work))
    #if canImport(Glibc)
      var thread = pthread_t()
    #else
      var thread: pthread_t?
    #endif
    let status = pthread_create(
      &thread, nil,
      { argument in
        #if canImport(Glibc)
          guard let argument else { return nil }
        #endif
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGPIPE)
        pthread_sigmask(SIG_BLOCK, &signals, nil)
        Unmanaged<Box>.fromOpaque(argument).takeRetainedValue().work()
        return nil
      }, box.toOpaque())
    guard status == 0 else { return box.takeRetainedValue().work() }
    #if canImport(Glibc)
      pthread_detach(thread)
    #else
      if let thread { pthread_detach(thread) }
    #endif
  }
}
