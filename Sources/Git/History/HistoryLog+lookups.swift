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
    let tally = try? bytes.withReader(at: place) { (reader) throws(ByteReader.Damage) in try Self.tally(&reader) }
    guard let tally else { preconditionFailure("entries of a log are read in full before they are used") }
    return tally
  }

  private static func tally(_ reader: inout ByteReader) throws(ByteReader.Damage) -> (changes: Int, moves: Int) {
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
    let changes = try reader.number()
    var moves = 0
    for _ in 0..<changes {
      let kind = HistoryChange.Kind(rawValue: try reader.byte())
      _ = try reader.number()
      if kind == .renamed { moves += 1 }
      if kind == .renamed || kind == .copied { for _ in 0..<2 { _ = try reader.number() } }
      _ = try reader.raw(kind == .modified || kind == .renamed ? 2 * id : id)
      if sides > 0 {
        for _ in 0..<(try reader.number()) { _ = try reader.number() }
        _ = try reader.raw(try reader.count(ofAtLeast: id) * id)
      }
    }
    return (changes, moves)
  }

  /// For the first word of every blob's id a path where the blob once was.
  func lastPathsOfBlobs() -> [UInt64: RepoPath] {
    var paths: [UInt64: RepoPath] = [:]
    for place in commitPlaces {
      for change in commit(at: place).changes { if let id = change.new { paths[id.firstWord] = change.path } }
    }
    return paths
  }
}
