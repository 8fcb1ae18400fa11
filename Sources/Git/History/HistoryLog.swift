internal import ByteCoding
internal import Diagnostics

/// Commits and what they changed, encoded one after the other in the order in which they were read.
///
/// The encoding is kept as it is, in memory as on disk: a commit is decoded when somebody asks for it. Entries are never
/// changed, since a commit cannot change; those of a history that was rewritten are simply not reached any more.
struct HistoryLog: Sendable {
  /// Raise it with every change of the encoding.
  static let version: UInt8 = 2

  private enum Tag: UInt8 { case path = 1, person, commit }

  /// All entries, and where the log was read from a file what stands between them there.
  private(set) var bytes: [UInt8] = []
  private(set) var paths: [RepoPath] = []
  private var people: [Author] = []
  private var placesOfPaths: [RepoPath: Int] = [:]
  private var placesOfPeople: [Author: Int] = [:]
  private var places: [ObjectID: Int] = [:]
  private var scratch = ByteWriter()

  /// A log with nothing in it.
  init() {}

  /// How many commits there are.
  var count: Int { places.count }

  /// Where the entries of all commits begin, in order.
  var commitPlaces: [Int] { places.values.sorted() }

  /// The same in no order.
  var everyPlace: some Sequence<Int> { places.values }

  /// Whether a commit was read before.
  func contains(_ id: ObjectID) -> Bool { places[id] != nil }

  /// Where the entry of a commit begins.
  func place(of id: ObjectID) -> Int? { places[id] }

  // MARK: Writing

  /// Adds a commit; adding it again does nothing.
  mutating func append(_ commit: HistoryCommit) {
    guard places[commit.id] == nil else { return }
    // Texts that are met for the first time get entries of their own, which come to stand before the commit's.
    var writer = scratch
    scratch = ByteWriter()
    writer.bytes.removeAll(keepingCapacity: true)
    writer.write(commit.id)
    writer.write(commit.parents)
    if let parent = commit.firstParent { writer.write(parent) }
    writer.write(place(of: commit.author))
    writer.write(signed: Int(commit.committed))
    writer.write(signed: commit.offsetMinutes)
    writer.write(commit.message)
    writer.write(commit.side.count)
    for side in commit.side {
      writer.write(side.id)
      writer.write(place(of: side.author))
      writer.write(side.subject)
    }
    writer.write(commit.changes.count)
    for change in commit.changes {
      writer.bytes.append(change.kind.rawValue)
      writer.write(place(of: change.path))
      if let from = change.from {
        writer.write(place(of: from))
        writer.write(change.likeness)
      }
      if let old = change.old { writer.write(old) }
      if let new = change.new { writer.write(new) }
      if !commit.side.isEmpty {
        writer.write(change.side.count)
        for place in change.side { writer.write(place) }
        writer.write(change.sideBlobs.count)
        for blob in change.sideBlobs { writer.write(blob) }
      }
    }
    places[commit.id] = bytes.count
    add(.commit, writer.bytes)
    scratch = writer
  }

  private mutating func place(of path: RepoPath) -> Int {
    if placesOfPaths.count != paths.count {
      // What is only read needs no way back from a path.
      placesOfPaths = Dictionary(uniqueKeysWithValues: zip(paths, paths.indices))
    }
    if let place = placesOfPaths[path] { return place }
    add(.path, path.bytes)
    placesOfPaths[path] = paths.count
    paths.append(path)
    return paths.count - 1
  }

  private mutating func place(of person: Author) -> Int {
    if let place = placesOfPeople[person] { return place }
    var writer = ByteWriter()
    writer.write(person.name)
    writer.write(person.email)
    add(.person, writer.bytes)
    placesOfPeople[person] = people.count
    people.append(person)
    return people.count - 1
  }

  private mutating func add(_ tag: Tag, _ content: [UInt8]) {
    var writer = ByteWriter()
    writer.bytes = bytes
    bytes = []
    writer.bytes.append(tag.rawValue)
    writer.write(bytes: content)
    bytes = writer.bytes
  }

  // MARK: Reading

  /// A log made of the bytes of its file, of which nothing was taken in yet.
  ///
  /// They are kept as they are, what stands between batches included, so that nothing of a long history is copied.
  init(adopting bytes: [UInt8]) {
    self.bytes = bytes
    places.reserveCapacity(bytes.count / Self.usualEntry)
  }

  /// About what a commit takes; only a guess of how many there are.
  private static let usualEntry = 512

  /// Forgets all bytes from a place on, which nothing was taken in from.
  mutating func cut(at place: Int) { bytes.removeLast(bytes.count - place) }

  /// Takes in the entries that stand in a part of the bytes; all of them or, when they are damaged, none.
  mutating func take(_ range: Range<Int>) throws(ByteReader.Damage) {
    var (paths, people) = (paths, people)
    var found: [(id: ObjectID, place: Int)] = []
    self.paths = []
    self.people = []
    let counts = (paths.count, people.count)
    defer { (self.paths, self.people) = (paths, people) }
    do {
      try bytes.withReader(at: range.lowerBound) { (reader) throws(ByteReader.Damage) in
        while reader.position < range.upperBound {
          let place = reader.position
          let tag = Tag(rawValue: try reader.byte())
          let length = try reader.number()
          guard length <= range.upperBound - reader.position else { throw ByteReader.Damage() }
          switch tag {
          case .path: paths.append(RepoPath(bytes: try reader.raw(length)))
          case .person: people.append(Author(name: try reader.text(), email: try reader.text()))
          case .commit:
            let content = try reader.raw(length)
            guard let id = ObjectID(bytes: UnsafeRawBufferPointer(content).prefixBuffer(ObjectID.libraryByteCount))
            else { throw ByteReader.Damage() }
            found.append((id, place))
          case nil: throw ByteReader.Damage()
          }
        }
        guard reader.position == range.upperBound else { throw ByteReader.Damage() }
      }
    } catch {
      paths.removeLast(paths.count - counts.0)
      people.removeLast(people.count - counts.1)
      throw error
    }
    for (id, place) in found { places[id] = place }
  }

  /// The commit that a commit continues, and how many there are; nil when its entry is damaged.
  func parent(at place: Int) -> (first: ObjectID?, count: Int)? {
    try? bytes.withReader(at: place) { (reader) throws(ByteReader.Damage) in
      try Self.enter(&reader)
      _ = try reader.objectID()
      let count = try reader.number()
      return (count > 0 ? try reader.objectID() : nil, count)
    }
  }

  /// The commit whose entry begins at a place.
  func commit(at place: Int) -> HistoryCommit {
    do {
      return try bytes.withReader(at: place) { (reader) throws(ByteReader.Damage) in
        try Self.enter(&reader)
        return try commit(&reader)
      }
    } catch {
      preconditionFailure("entries of a log are read in full before they are used")
    }
  }

  /// Goes into the entry of a commit.
  static func enter(_ reader: inout ByteReader) throws(ByteReader.Damage) {
    guard try reader.byte() == Tag.commit.rawValue else { throw ByteReader.Damage() }
    _ = try reader.number()
  }

  private func commit(_ reader: inout ByteReader) throws(ByteReader.Damage) -> HistoryCommit {
    let id = try reader.objectID()
    let parents = try reader.number()
    let parent = parents > 0 ? try reader.objectID() : nil
    let author = try person(try reader.number())
    let committed = Int64(try reader.signed())
    let offset = try reader.signed()
    let message = try reader.text()
    var commit = HistoryCommit(
      id: id, firstParent: parent, parents: parents, author: author, committed: committed, offsetMinutes: offset,
      message: message)
    for _ in 0..<(try reader.count(ofAtLeast: ObjectID.libraryByteCount)) {
      let id = try reader.objectID()
      let author = try person(try reader.number())
      commit.side.append(SideCommit(id: id, author: author, subject: try reader.text()))
    }
    let count = try reader.count(ofAtLeast: ObjectID.libraryByteCount)
    commit.changes.reserveCapacity(count)
    for _ in 0..<count { commit.changes.append(try change(&reader, sides: commit.side.count)) }
    return commit
  }

  private func change(_ reader: inout ByteReader, sides: Int) throws(ByteReader.Damage) -> HistoryChange {
    guard let kind = HistoryChange.Kind(rawValue: try reader.byte()) else { throw ByteReader.Damage() }
    var change = HistoryChange(kind: kind, path: try path(try reader.number()), likeness: 100)
    if kind == .renamed || kind == .copied {
      change.from = try path(try reader.number())
      change.likeness = try reader.number()
    }
    if kind != .added, kind != .copied { change.old = try reader.objectID() }
    if kind != .deleted { change.new = try reader.objectID() }
    if sides > 0 {
      for _ in 0..<(try reader.count(ofAtLeast: 1)) {
        let place = try reader.number()
        guard place < sides else { throw ByteReader.Damage() }
        change.side.append(place)
      }
      for _ in 0..<(try reader.count(ofAtLeast: ObjectID.libraryByteCount)) {
        change.sideBlobs.append(try reader.objectID())
      }
    }
    return change
  }

  private func person(_ place: Int) throws(ByteReader.Damage) -> Author {
    guard people.indices.contains(place) else { throw ByteReader.Damage() }
    return people[place]
  }

  private func path(_ place: Int) throws(ByteReader.Damage) -> RepoPath {
    guard paths.indices.contains(place) else { throw ByteReader.Damage() }
    return paths[place]
  }
}
