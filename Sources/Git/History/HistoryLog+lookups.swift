internal import ByteCoding
internal import Diagnostics

extension HistoryLog {
  /// Some official commits and all that their merges brought in.
  func reached(from commits: [ObjectID]) -> Set<ObjectID> {
    var reached = Set(commits)
    for id in commits {
      guard let place = place(of: id), let parent = parent(at: place), parent.count > 1 else { continue }
      for side in commit(at: place).side { reached.insert(side.id) }
    }
    return reached
  }

  /// How many files a commit changed and how many of them moved; nothing else of its entry is made into values.
  func tally(at place: Int) -> (changes: Int, moves: Int) {
    var tally = (changes: 0, moves: 0)
    skim(at: place) { change in
      tally.changes += 1
      if change.kind == .renamed { tally.moves += 1 }
    }
    return tally
  }

  /// For the first word of every blob's id a path where the blob once was.
  func lastPathsOfBlobs() -> [UInt64: RepoPath] {
    var last: [UInt64: Int] = [:]
    for place in commitPlaces { skim(at: place) { if let blob = $0.blob { last[blob] = $0.path } } }
    return last.mapValues { paths[$0] }
  }

  /// The path where a blob was last seen; for one or two of them, which are not worth a table of all.
  func lastPath(ofBlob blob: ObjectID) -> RepoPath? {
    var last: (place: Int, path: Int)?
    for place in everyPlace where place > last?.place ?? -1 {
      skim(at: place) { if $0.blob == blob.firstWord { last = (place, $0.path) } }
    }
    return last.map { paths[$0.path] }
  }

  /// As much of a change as can be had without making values.
  private struct Skimmed {
    var kind: HistoryChange.Kind?
    /// The number of the path.
    var path: Int
    /// The first word of the id of the new blob; nil when the file was deleted.
    var blob: UInt64?
  }

  private func skim(at place: Int, _ body: (Skimmed) -> Void) {
    do {
      try bytes.withReader(at: place) { (reader) throws(ByteReader.Damage) in try Self.skim(&reader, body) }
    } catch {
      preconditionFailure("entries of a log are read in full before they are used")
    }
  }

  private static func skim(_ reader: inout ByteReader, _ body: (Skimmed) -> Void) throws(ByteReader.Damage) {
    try enter(&reader)
    let id = ObjectID.libraryByteCount
    _ = try reader.raw(id)
    if try reader.number() > 0 { _ = try reader.raw(id) }
    for _ in 0..<3 { _ = try reader.number() }
    _ = try reader.slice()
    let sides = try reader.number()
    for _ in 0..<sides {
      _ = try reader.raw(id)
      _ = try reader.number()
      _ = try reader.slice()
    }
    for _ in 0..<(try reader.number()) {
      let kind = HistoryChange.Kind(rawValue: try reader.byte())
      var change = Skimmed(kind: kind, path: try reader.number(), blob: nil)
      if kind == .renamed || kind == .copied { for _ in 0..<2 { _ = try reader.number() } }
      if kind != .added, kind != .copied { _ = try reader.raw(id) }
      if kind != .deleted {
        change.blob = UInt64(
          bigEndian: UnsafeRawBufferPointer(try reader.raw(id)).loadUnaligned(as: UInt64.self))
      }
      if sides > 0 {
        for _ in 0..<(try reader.number()) { _ = try reader.number() }
        _ = try reader.raw(try reader.count(ofAtLeast: id) * id)
      }
      body(change)
    }
  }
}
