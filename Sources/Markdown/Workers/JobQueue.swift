internal import Synchronization

/// The jobs of one call, shared by the threads that drive workers.
final class JobQueue: Sendable {
  /// How far the jobs have come.
  private struct Progress {
    var next = 0
    var suspects: [Int] = []
    var strikes: [Int: Int] = [:]
    var outcomes: [MarkdownOutcome?]
    var running: Int
  }

  /// All jobs; does not change.
  let jobs: [MarkdownJob]
  private let progress: Mutex<Progress>

  private static let longestBatch = 16
  private static let largestBatch = 128 << 10

  /// A queue for so many threads.
  init(_ jobs: [MarkdownJob], threads: Int) {
    self.jobs = jobs
    progress = Mutex(Progress(outcomes: Array(repeating: nil, count: jobs.count), running: threads))
  }

  /// What a thread sends next: several jobs, or one that was there when a worker died.
  enum Batch: Sendable {
    /// Jobs without a history.
    case several([Int])
    /// Must be alone with its worker, so that its guilt is certain.
    case suspect(Int)
    /// Nothing is left.
    case none
  }

  /// Hands out work; suspects only to a thread that has nothing else under way.
  func take(isIdle: Bool) -> Batch {
    progress.withLock { progress in
      if progress.next < jobs.count { return .several(takeSeveral(&progress)) }
      guard isIdle, let suspect = progress.suspects.popLast() else { return .none }
      return .suspect(suspect)
    }
  }

  private func takeSeveral(_ progress: inout Progress) -> [Int] {
    var batch: [Int] = []
    var size = 0
    while progress.next < jobs.count, batch.count < Self.longestBatch, batch.isEmpty || size < Self.largestBatch {
      let job = jobs[progress.next]
      if let reason = PrescanGuard.sizeProblem(job.bytes.count, isImported: job.options.isImported) {
        progress.outcomes[progress.next] = .refused(reason: reason, line: job.options.firstLine)
      } else {
        batch.append(progress.next)
        size += job.bytes.count
      }
      progress.next += 1
    }
    return batch
  }

  /// Notes how jobs ended.
  func finish(_ done: [(Int, MarkdownOutcome)]) {
    progress.withLock { for (index, outcome) in done { $0.outcomes[index] = outcome } }
  }

  /// Notes that a worker died over these jobs; the second time is the last.
  func strike(_ unanswered: some Sequence<Int>) {
    progress.withLock { progress in
      for index in unanswered {
        let count = (progress.strikes[index] ?? 0) + 1
        progress.strikes[index] = count
        if count < 2 {
          progress.suspects.append(index)
        } else {
          progress.outcomes[index] = .refused(
            reason: "too costly to render: it ended two workers", line: jobs[index].options.firstLine)
        }
      }
    }
  }

  /// Gives jobs back that a worker never saw.
  func giveBack(_ unseen: some Sequence<Int>) {
    progress.withLock { $0.suspects.append(contentsOf: unseen) }
  }

  /// Notes that a thread ends; true for the last one.
  func stop() -> Bool {
    progress.withLock { progress in
      progress.running -= 1
      return progress.running == 0
    }
  }

  /// All outcomes in the order of the jobs; what no worker could be had for is rendered here, unless it killed one.
  func results() -> [MarkdownOutcome] {
    let (outcomes, strikes) = progress.withLock { ($0.outcomes, $0.strikes) }
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
