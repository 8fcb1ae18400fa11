internal import Git

/// The official history of a repository, read into its cache: what everything about the past begins with.
package struct HistoryIndex: Sendable {
  /// First parents from HEAD, or from the commit that was asked for.
  package let commits: Int
  /// Files that these commits changed, each as often as it was.
  package let changes: Int
  /// How many of the changes were moves.
  package let moves: Int
  /// Whether more lies behind the boundary of a shallow clone.
  package let isCutOff: Bool
  /// How long reading took: "0.412".
  package let seconds: String

  /// Reads the history, with as many threads as asked for.
  package init(_ options: OpenOptions) throws(FieldbookError) {
    let start = ContinuousClock().now
    do {
      let repository = try Repository(discovering: options.workspace)
      let history = try repository.officialHistory(
        of: repository.resolve(options.revision ?? "HEAD"), isCached: options.usesCache, jobs: options.jobs)
      (commits, isCutOff) = (history.count, history.isCutOff)
      let spent = start.duration(to: .now).components
      let milliseconds = spent.seconds * 1000 + spent.attoseconds / 1_000_000_000_000_000
      let digits = String(milliseconds % 1000)
      seconds = "\(milliseconds / 1000).\(String(repeating: "0", count: 3 - digits.utf8.count))\(digits)"
      (changes, moves) = history.tally
    } catch {
      throw .repository(error)
    }
  }

  /// Takes away what was kept; it is read again when it is needed.
  package static func remove(workspace: String) throws(FieldbookError) {
    do {
      let repository = try Repository(discovering: workspace)
      repository.forgetHistory()
      StandingSite.forget(repository)
    } catch {
      throw .repository(error)
    }
  }
}
