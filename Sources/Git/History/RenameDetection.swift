internal import Diagnostics

/// Finds out which deleted file lives on as which added one, with Git's rules and thresholds.
///
/// Three steps, each over what the one before left: equal content, then the same name in another folder, then the
/// likest of all pairs.
struct RenameDetection {
  /// A file that moved.
  struct Pair {
    /// Place in the deleted files.
    var source: Int
    /// Place in the added files.
    var target: Int
    /// How alike they are, of ``Likeness/maximum``.
    var score: Int
  }

  /// Where the bytes of a blob come from.
  typealias Read = (ObjectID) throws(GitError) -> [UInt8]

  /// Above the square of this many pairs only unchanged files count as renamed, as with Git's own limit.
  private static let limit = 1000
  /// What a file that kept its name needs to be a rename without competition.
  private static let sameNameScore = 45_000
  /// How many candidates of each added file take part in the choice.
  private static let candidates = 4

  private let deleted: [TreeChange]
  private let added: [TreeChange]
  private var pairs: [Pair] = []
  private var isUsed: [Bool]
  private var isPaired: [Bool]
  private var likenesses: [ObjectID: Likeness?] = [:]

  /// The renames among the changes of one commit, both lists sorted by path.
  static func pairs(
    deleted: [TreeChange], added: [TreeChange], read: Read
  ) throws(GitError) -> [Pair] {
    guard !deleted.isEmpty, !added.isEmpty else { return [] }
    var detection = RenameDetection(deleted, added)
    detection.pairEqualContent()
    try detection.pairSameNames(read)
    try detection.pairLikest(read)
    return detection.pairs
  }

  private init(_ deleted: [TreeChange], _ added: [TreeChange]) {
    self.deleted = deleted
    self.added = added
    isUsed = Array(repeating: false, count: deleted.count)
    isPaired = Array(repeating: false, count: added.count)
  }

  private mutating func pair(_ source: Int, _ target: Int, _ score: Int) {
    pairs.append(Pair(source: source, target: target, score: score))
    isUsed[source] = true
    isPaired[target] = true
  }

  private mutating func pairEqualContent() {
    var sources: [ObjectID: [Int]] = [:]
    for (index, change) in deleted.enumerated() {
      if let id = change.old?.id { sources[id, default: []].append(index) }
    }
    for (target, change) in added.enumerated() {
      guard let side = change.new, let same = sources[side.id] else { continue }
      // Of many files with one content the first that kept its name, else the first at all.
      var best: Int?
      for source in same.prefix(200) where !isUsed[source] {
        guard let old = deleted[source].old, side.mode.isFile && old.mode.isFile || old.mode == side.mode else {
          continue
        }
        if deleted[source].path.name.elementsEqual(change.path.name) {
          best = source
          break
        }
        if best == nil { best = source }
      }
      if let best { pair(best, target, Likeness.maximum) }
    }
  }

  private mutating func pairSameNames(_ read: Read) throws(GitError) {
    let sources = Self.uniqueNames(deleted, isTaken: isUsed)
    let targets = Self.uniqueNames(added, isTaken: isPaired)
    for (source, change) in deleted.enumerated() where !isUsed[source] {
      let name = change.path.name
      guard sources[name] == source, let target = targets[name] ?? nil, !isPaired[target] else { continue }
      let score = try score(source, target, least: Self.sameNameScore, read)
      if score >= Self.sameNameScore { pair(source, target, score) }
    }
  }

  private static func uniqueNames(_ changes: [TreeChange], isTaken: [Bool]) -> [ArraySlice<UInt8>: Int?] {
    var names: [ArraySlice<UInt8>: Int?] = [:]
    for (index, change) in changes.enumerated() where !isTaken[index] {
      let name = change.path.name
      names.updateValue(names.keys.contains(name) ? nil : index, forKey: name)
    }
    return names
  }

  private mutating func pairLikest(_ read: Read) throws(GitError) {
    let sources = deleted.indices.filter { !isUsed[$0] }
    let targets = added.indices.filter { !isPaired[$0] }
    guard !sources.isEmpty, !targets.isEmpty, sources.count * targets.count <= Self.limit * Self.limit else { return }
    var found: [(pair: Pair, keepsName: Bool)] = []
    for target in targets {
      var best: [(pair: Pair, keepsName: Bool)] = []
      for source in sources {
        let score = try score(source, target, least: Likeness.minimum, read)
        if score < Likeness.minimum { continue }
        let keepsName = deleted[source].path.name.elementsEqual(added[target].path.name)
        best.append((Pair(source: source, target: target, score: score), keepsName))
        if best.count > Self.candidates { Self.dropWorst(&best) }
      }
      found += best
    }
    // A stable order, so that of equals the one that stands first wins.
    let order = found.indices.sorted { left, right in
      let (one, other) = (found[left], found[right])
      if one.pair.score != other.pair.score { return one.pair.score > other.pair.score }
      if one.keepsName != other.keepsName { return one.keepsName }
      return left < right
    }
    for index in order {
      let candidate = found[index].pair
      if !isUsed[candidate.source], !isPaired[candidate.target] {
        pair(candidate.source, candidate.target, candidate.score)
      }
    }
  }

  private static func dropWorst(_ best: inout [(pair: Pair, keepsName: Bool)]) {
    var worst = 0
    for index in best.indices.dropFirst() {
      let (one, other) = (best[index], best[worst])
      if (one.pair.score, one.keepsName ? 1 : 0) <= (other.pair.score, other.keepsName ? 1 : 0) { worst = index }
    }
    best.remove(at: worst)
  }

  private mutating func score(_ source: Int, _ target: Int, least: Int, _ read: Read) throws(GitError) -> Int {
    guard let old = deleted[source].old, let new = added[target].new, old.mode.isFile, new.mode.isFile,
      let before = try likeness(old.id, read), let after = try likeness(new.id, read),
      !Likeness.isHopeless(before.size, after.size, least: least)
    else { return 0 }
    return before.score(of: after)
  }

  private mutating func likeness(_ id: ObjectID, _ read: Read) throws(GitError) -> Likeness? {
    if let known = likenesses[id] { return known }
    let bytes = try read(id)
    let likeness = bytes.count > Likeness.byteLimit ? nil : Likeness(bytes)
    likenesses[id] = .some(likeness)
    return likeness
  }
}

extension FileMode {
  /// Whether it is a plain file, executable or not.
  fileprivate var isFile: Bool { self == .regular || self == .executable }
}
