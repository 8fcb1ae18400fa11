internal import Diagnostics
internal import Git

/// Writes planned commits into a repository.
struct HistoryWriter {
  let repository: Repository
  private var tip: ObjectID?
  private var tree: ObjectID?
  private var lastTime: Int64 = 0
  private(set) var ledger = RemovalLedger()

  /// A writer for a repository without commits.
  init(_ repository: Repository) { self.repository = repository }

  /// Stores all commits and returns the last one.
  mutating func write(
    _ commits: [ArraySlice<Event>], progress: ((Int, Int) -> Void)?
  ) throws(GitError) -> ObjectID? {
    for (index, events) in commits.enumerated() {
      try write(events)
      progress?(index + 1, commits.count)
    }
    return tip
  }

  private mutating func write(_ events: ArraySlice<Event>) throws(GitError) {
    guard let last = events.last else { return }
    // Of several versions of a file only the last one is stored.
    var texts: [String: String?] = [:]
    for event in events {
      for change in event.changes { texts[change.path] = .some(change.text) }
    }
    if let change = ledger.note(events) { texts[change.path] = .some(change.text) }
    var edit = TreeEdit()
    for (path, text) in texts.sorted(by: { $0.key < $1.key }) {
      if let text {
        edit.set(RepoPath(path), to: try repository.writeBlob(Array(text.utf8)))
      } else {
        edit.remove(RepoPath(path))
      }
    }
    let tree = try repository.apply(edit, to: tree)
    let author = Self.author(of: events)
    let person = Vendor.person(author)
    // A few seconds keep commits of one minute apart and in order.
    lastTime = max(last.zone.seconds(last.day, minute: last.minute) + Int64(events.startIndex % 47), lastTime + 41)
    let signature = Signature(
      name: person.name, email: person.email, when: lastTime, offsetMinutes: person.zone.offset(on: last.day))
    tip = try repository.createCommit(
      tree: tree, parents: tip.map { [$0] } ?? [], author: signature, committer: signature,
      message: CommitMessage.text(events, author: author))
    self.tree = tree
  }

  // Who did most of it; the first of them when several did.
  private static func author(of events: ArraySlice<Event>) -> String {
    var counts: [(author: String, count: Int)] = []
    for event in events {
      let weight = event.author == "sync" ? 0 : 1
      if let place = counts.firstIndex(where: { $0.author == event.author }) {
        counts[place].count += weight
      } else {
        counts.append((event.author, weight))
      }
    }
    let most = counts.map(\.count).max() ?? 0
    return counts.first { $0.count == most }?.author ?? "sync"
  }
}
