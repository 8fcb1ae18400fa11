package import Diagnostics

/// Who wrote a commit.
package struct Author: Hashable, Sendable {
  /// The name as in the commit.
  package var name: String
  /// The mail address as in the commit.
  package var email: String

  /// Somebody by name and address.
  package init(name: String, email: String) {
    self.name = name
    self.email = email
  }
}

/// What a page says about the commit that changed it.
package struct CommitStamp: Hashable, Sendable {
  /// The commit.
  package var id: ObjectID
  /// Who made the change.
  package var author: Author
  /// When it was recorded, in seconds since 1970.
  package var committed: Int64
  /// How many minutes the committer's clock was ahead of UTC.
  package var offsetMinutes: Int
}

/// What first-parent history says about one file.
package struct PathHistory: Hashable, Sendable {
  /// The newest commit that changed it; nil when that lies before the boundary of a shallow clone.
  package var last: CommitStamp?
  /// The oldest commit that brought it in; nil when that lies before the boundary of a shallow clone.
  package var created: CommitStamp?
  /// How many commits touched it, as far as history is known.
  package var changeCount: Int
  /// Who touched it, the most recent first.
  package var authors: [Author]
}

/// What one walk over first-parent history found out about every file at its head.
package struct LastChanges: Sendable {
  private struct Record {
    var last: Int32 = -1
    var oldest: Int32 = -1
    var count: Int32 = 0
    var isOlderThanHistory = false
    var authors: [Int32] = []
  }

  private var records: [Record] = []
  private var places: [RepoPath: Int] = [:]
  private var stamps: [CommitStamp] = []
  private var people: [Author] = []
  private var placesOfPeople: [Author: Int32] = [:]

  /// The files at the head, with nothing known about them yet.
  init(paths: [RepoPath]) {
    records = Array(repeating: Record(), count: paths.count)
    places.reserveCapacity(paths.count)
    for (index, path) in paths.enumerated() { places[path] = index }
  }

  /// How many files there are.
  package var count: Int { places.count }

  /// The files, sorted by path bytes.
  package var paths: [RepoPath] { places.keys.sorted() }

  /// The history of a file, by its path relative to the folder that was asked for; nil when it is not at the head.
  package subscript(path: RepoPath) -> PathHistory? {
    guard let place = places[path] else { return nil }
    let record = records[place]
    return PathHistory(
      last: record.last < 0 ? nil : stamps[Int(record.last)],
      created: record.oldest < 0 || record.isOlderThanHistory ? nil : stamps[Int(record.oldest)],
      changeCount: Int(record.count), authors: record.authors.map { people[Int($0)] })
  }

  /// Whether a file of the head has this path.
  func contains(_ path: RepoPath) -> Bool { places[path] != nil }

  /// Remembers a commit; the number stands for it in ``note(_:changedBy:by:)``.
  mutating func add(_ stamp: CommitStamp) -> (commit: Int32, author: Int32) {
    stamps.append(stamp)
    let author = placesOfPeople[stamp.author] ?? Int32(people.count)
    if author == people.count {
      people.append(stamp.author)
      placesOfPeople[stamp.author] = author
    }
    return (Int32(stamps.count - 1), author)
  }

  /// Notes that a commit, older than all noted before, touched a file; other paths than the head's are ignored.
  mutating func note(_ path: RepoPath, changedBy commit: Int32, by author: Int32) {
    guard let place = places[path] else { return }
    if records[place].last < 0 { records[place].last = commit }
    records[place].oldest = commit
    records[place].count += 1
    if !records[place].authors.contains(author) { records[place].authors.append(author) }
  }

  /// Notes that a file was there before the known history began.
  mutating func noteOlderThanHistory(_ path: RepoPath) {
    guard let place = places[path] else { return }
    records[place].isOlderThanHistory = true
  }
}
