internal import DemoWorkspace

/// Writes generated workspaces.
package enum DemoRepository {
  /// What was written.
  package struct Summary: Sendable {
    package var records: Int
    package var commits: Int
  }

  /// Writes a repository; refuses a folder that holds something.
  ///
  /// `progress` gets the steps that are done and the steps in all.
  package static func write(
    to folder: String, customers: Int, seed: UInt64, commits: Int, progress: ((Int, Int) -> Void)? = nil
  ) throws(FieldbookError) -> Summary {
    var options = DemoOptions()
    options.customers = customers
    options.seed = seed
    options.commits = commits
    do throws(DemoError) {
      let summary = try WorkspaceGenerator(options).write(to: folder, progress: progress)
      return Summary(records: summary.records, commits: summary.commits)
    } catch {
      if case .git(let cause) = error { throw .repository(cause) }
      throw .usage(error.description, help: error.help)
    }
  }
}
