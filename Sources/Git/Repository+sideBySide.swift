internal import CLibgit2
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
    let threads = borrowsObjects ? 1 : min(jobs, count / fewest)
    guard threads > 1 else { return try work(self, 0..<count) }
    let place = gitDirectory
    let size = max(fewest / 2, count / (threads * 4))
    let stretches = (count + size - 1) / size
    let next = Mutex(0)
    let results = Mutex([Result<[Output], GitError>?](repeating: nil, count: stretches))
    DispatchQueue.concurrentPerform(iterations: threads) { thread in
      let own = Result { () throws(GitError) in try Repository(discovering: place, reader: thread) }
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

  /// Opens a repository for one of several threads that read it at once.
  ///
  /// libgit2 shares an open pack, its locks and its cache among all who name it by the same path, and two threads then
  /// spend a fifth of their time waiting for each other; so each names the folder of objects in its own way.
  private convenience init(discovering path: String, reader: Int) throws(GitError) {
    try self.init(discovering: path)
    guard reader > 0 else { return }
    let folder = commonDirectory + String(repeating: "/.", count: reader) + "/objects"
    objects = try Owned("open the objects in \(folder)", free: git_odb_free) { git_odb_open(&$0, folder) }
  }
}
