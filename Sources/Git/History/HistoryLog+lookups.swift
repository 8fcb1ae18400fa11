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

  /// For the first word of every blob's id a path where the blob once was.
  func lastPathsOfBlobs() -> [UInt64: RepoPath] {
    var paths: [UInt64: RepoPath] = [:]
    for place in commitPlaces {
      for change in commit(at: place).changes { if let id = change.new { paths[id.firstWord] = change.path } }
    }
    return paths
  }
}
