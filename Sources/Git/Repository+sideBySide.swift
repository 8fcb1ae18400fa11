internal import Dispatch
internal import Synchronization

extension Repository {
  /// Works through a list on up to `jobs` threads and returns what came of it in the order of the list.
  ///
  /// A repository is never used by two threads, so each opens its own; below `fewest` entries for each thread that
  /// costs more than it brings. Stretches are short, so that a heavy one does not keep one thread alone at work.
  package func sideBySide<Output: Sendable>(
    _ count: Int, jobs: Int, fewest: Int = 200,
    _ work: @Sendable (Repository, Range<Int>) throws(GitError) -> [Output]
  ) throws(GitError) -> [Output] {
    let threads = min(jobs, count / fewest)
    guard threads > 1 else { return try work(self, 0..<count) }
    let place = gitDirectory
    let size = max(fewest / 2, count / (threads * 4))
    let stretches = (count + size - 1) / size
    let next = Mutex(0)
    let results = Mutex([Result<[Output], GitError>?](repeating: nil, count: stretches))
    DispatchQueue.concurrentPerform(iterations: threads) { _ in
      let own = Result { () throws(GitError) in try Repository(discovering: place) }
      while true {
        let stretch = next.withLock { next in
          defer { next += 1 }
          return next
        }
        if stretch >= stretches { return }
        let range = (stretch * size)..<min(count, (stretch + 1) * size)
        let result = Result { () throws(GitError) in try work(own.get(), range) }
        results.withLock { $0[stretch] = result }
      }
    }
    var all: [Output] = []
    all.reserveCapacity(count)
    for result in results.withLock({ $0 }) {
      guard let result else { preconditionFailure("every stretch was worked through") }
      all += try result.get()
    }
    return all
  }
}
