internal import Diagnostics

/// A record with what an audience may see of its versions.
struct SeenRecord {
  let history: RecordHistory
  /// For each version, newest first: whether it is visible; all false when the record is hidden now.
  let isSeen: [Bool]
  /// What it was, under any of its names.
  let kinds: Set<RecordKind>
  /// Whether nothing of it is hidden.
  let isWhole: Bool

  init(_ history: RecordHistory, sees: (RepoPath, [String]) -> Bool, seesNow: (RepoPath) -> Bool) {
    self.history = history
    let versions = history.versions
    var isSeen = versions.map { $0.blob != nil && sees($0.path, $0.audience) }
    for index in versions.indices.dropLast() where versions[index].blob == nil { isSeen[index] = isSeen[index + 1] }
    let newest = versions.firstIndex { $0.blob != nil }
    let isThere = (newest.map { isSeen[$0] } ?? false) && (!history.isPresent || seesNow(history.path))
    self.isSeen = isThere ? isSeen : isSeen.map { _ in false }
    isWhole = self.isSeen.allSatisfy { $0 }
    // Most records never moved.
    let formerly = Set(versions.lazy.map(\.path).filter { $0 != history.path })
    kinds = Set(formerly.compactMap(KindOfPath.kind)).union([history.kind])
  }

  /// Whether it has a version of this commit.
  func hasVersion(at commit: Int) -> Bool {
    let index = newest(through: commit)
    return index < isSeen.count && history.versions[index].commit == commit
  }

  /// Whether a change that reaches from one commit to another is visible, each version on the way.
  func isVisible(from since: Int, through commit: Int) -> Bool {
    if isWhole { return true }
    let onTheWay = history.versions.indices[newest(through: commit)...].prefix { history.versions[$0].commit >= since }
    return !onTheWay.isEmpty && onTheWay.allSatisfy { isSeen[$0] }
  }

  /// Place of the newest version that is not younger than a commit.
  private func newest(through commit: Int) -> Int {
    var (low, high) = (0, history.versions.count)
    while low < high {
      let middle = (low + high) / 2
      if history.versions[middle].commit > commit { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The history without hidden versions; nil when nothing of it may be known.
  func visible(_ sources: CopySources) -> RecordHistory? {
    guard isSeen.contains(true) else { return nil }
    var kept = history
    kept.versions = history.versions.indices.compactMap { index in
      isSeen[index] ? version(index, sources) : nil
    }
    return kept
  }

  private func version(_ index: Int, _ sources: CopySources) -> RecordVersion {
    var version = history.versions[index]
    version.sideBlobs = []
    let older = index + 1
    if older < isSeen.count, isSeen[older], let blob = history.versions[older].blob {
      version.previousBlob = blob
      if case .renamed(_, let likeness) = version.change {
        version.change = .renamed(from: history.versions[older].path, likeness: likeness)
      }
      return version
    }
    if case .copied(let from) = version.change, let blob = sources.blob(at: from, before: version.commit) {
      version.previousBlob = blob == version.previousBlob ? blob : nil
      return version
    }
    version.previousBlob = nil
    version.change = .added
    return version
  }
}

/// Finds what lay at a path when somebody copied it.
struct CopySources {
  private var versions: [RepoPath: [(commit: Int, blob: String?)]] = [:]

  /// Knows the paths from which anything was copied; a version that is hidden has no blob.
  init(_ records: [SeenRecord]) {
    var wanted: Set<RepoPath> = []
    for record in records {
      for version in record.history.versions {
        if case .copied(let from) = version.change { wanted.insert(from) }
      }
    }
    if wanted.isEmpty { return }
    for record in records {
      for (index, version) in record.history.versions.enumerated()
      where wanted.contains(version.path) && version.blob != nil {
        versions[version.path, default: []].append((version.commit, record.isSeen[index] ? version.blob : nil))
      }
    }
  }

  /// The visible content of a path before a commit.
  func blob(at path: RepoPath, before commit: Int) -> String? {
    versions[path]?.filter { $0.commit < commit }.max { $0.commit < $1.commit }?.blob
  }
}
