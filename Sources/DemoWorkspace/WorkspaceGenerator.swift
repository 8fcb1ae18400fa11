internal import Git

/// Invents a workspace with a history: companies, people, deals and what was said, all from one seed.
package struct WorkspaceGenerator: Sendable {
  private let options: DemoOptions

  /// A workspace of this size and seed.
  package init(_ options: DemoOptions = DemoOptions()) { self.options = options }

  /// Writes a new repository and checks it out; `progress` hears how many of how many commits are written.
  package func write(to folder: String, progress: ((Int, Int) -> Void)?) throws(DemoError) -> DemoSummary {
    try TargetFolder.check(folder)
    let window = options.endsOn - max(60, options.days)...options.endsOn
    let seeds = AccountSeed.make(max(1, options.customers), seed: options.seed, start: window.lowerBound)
    let stories = Stories(seeds, number: options.seed, window: window, wanted: options.commits)
    let toolkit = ToolkitStory(seed: options.seed, window: window, accounts: stories.accounts)
    let plan = CommitPlan(Batches.joined(toolkit.events + stories.events), commits: max(1, options.commits))
    do throws(GitError) {
      let (head, ledger) = try store(plan.commits, in: folder, progress: progress)
      return DemoSummary(
        customers: stories.accounts.count, deals: stories.accounts.reduce(0) { $0 + $1.deals.count },
        interactions: stories.accounts.reduce(0) { $0 + $1.interactions.count { !$0.isDeleted } },
        records: stories.fileCount + toolkit.fileCount + (ledger.isEmpty ? 0 : 1), commits: plan.commits.count,
        head: head.hex)
    } catch {
      throw .git(error)
    }
  }

  private func store(
    _ commits: [ArraySlice<Event>], in folder: String, progress: ((Int, Int) -> Void)?
  ) throws(GitError) -> (head: ObjectID, ledger: RemovalLedger) {
    let repository = try Repository.initialise(at: folder)
    var writer = HistoryWriter(repository)
    let head = try repository.withBulkWrites { () throws(GitError) -> ObjectID? in
      try writer.write(commits, progress: progress)
    }
    guard let head else { preconditionFailure("a workspace has at least one commit") }
    try repository.updateReference("refs/heads/main", to: head, expecting: nil, reason: "demo workspace")
    try repository.checkOutHead()
    return (head, writer.ledger)
  }
}
