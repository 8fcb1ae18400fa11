/// The jobs of one call, shared by the threads that drive workers.
///
/// Unchecked: everything mutable is only touched under the lock.
final class JobQueue: @unchecked Sendable {
  /// All jobs; does not change.
  let jobs: [MarkdownJob]
  private let lock = ProcessLock()
  private var next = 0
  private var suspects: [Int] = []
  private var strikes: [Int: Int] = [:]
  private var outcomes: [MarkdownOutcome?]
  private var running: Int

  private static let longestBatch = 16
  private static let largestBatch = 128 << 10

  /// A queue for so many threads.
  init(_ jobs: [MarkdownJob], threads: Int) {
    self.jobs = jobs
    outcomes = Array(repeating: nil, count: jobs.count)
    running = threads
  }

  /// What a thread sends next: several jobs, or one that was there when a worker died.
  enum Batch {
    /// Jobs without a history.
    case several([Int])
    /// Must be alone with its worker, so that its guilt is certain.
    case suspect(Int)
    /// Nothing is left.
    case none
  }

  /// Hands out work; suspects only to a thread that has nothing else under way.
  func take(isIdle: Bool) -> Batch {
    lock.withLock {
      if next < jobs.count {
        var batch: [Int] = []
        var size = 0
        while next < jobs.count, batch.count < Self.longestBatch, batch.isEmpty || size < Self.largestBatch {
          if let reason = PrescanGuard.sizeProblem(jobs[next].bytes.count, isImported: jobs[next].options.isImported) {
            outcomes[next] = .refused(reason: reason, line: jobs[next].options.firstLine)
          } else {
            batch.append(next)
            size += jobs[next].bytes.count
          }
          next += 1
        }
        return .several(batch)
      }
      guard isIdle, let suspect = suspects.popLast() else { return .none }
      return .suspect(suspect)
    }
  }

  /// Notes how jobs ended.
  func finish(_ done: [(Int, MarkdownOutcome)]) {
    lock.withLock { for (index, outcome) in done { outcomes[index] = outcome } }
  }

  /// Notes that a worker died over these jobs; the second time is the last.
  func strike(_ unanswered: some Sequence<Int>) {
    lock.withLock {
      for index in unanswered {
        let count = (strikes[index] ?? 0) + 1
        strikes[index] = count
        if count < 2 {
          suspects.append(index)
        } else {
          outcomes[index] = .refused(
            reason: "too costly to render: it ended two workers", line: jobs[index].options.firstLine)
        }
      }
    }
  }

  /// Gives jobs back that a worker never saw.
  func giveBack(_ unseen: some Sequence<Int>) {
    lock.withLock { suspects.append(contentsOf: unseen) }
  }

  /// Notes that a thread ends; true for the last one.
  func stop() -> Bool {
    lock.withLock {
      running -= 1
      return running == 0
    }
  }

  /// All outcomes in the order of the jobs; what no worker could be had for is rendered here, unless it killed one.
  func results() -> [MarkdownOutcome] {
    let (outcomes, strikes) = lock.withLock { (self.outcomes, self.strikes) }
    return outcomes.indices.map { index in
      if let outcome = outcomes[index] { return outcome }
      let job = jobs[index]
      if strikes[index] != nil {
        return .refused(reason: "too costly to render: it ended a worker", line: job.options.firstLine)
      }
      return MarkdownRenderer.render(job.bytes, options: job.options)
    }
  }
}
