internal import Diagnostics
internal import WorkspaceModel

/// The addresses that pages have now and the ones that they had, as checks see them.
struct FormerAddresses {
  let paths: FormerPaths
  private let workspace: Workspace

  init(_ input: CheckInput, _ history: Timeline, ledger: RedirectLedger?) {
    workspace = input.workspace
    let present = input.workspace.paths
    paths = FormerPaths(history, ledger) { present.contains($0) }
  }

  /// The address of the page that a file has, or had.
  func address(of path: RepoPath) -> String? { PageAddress.of(path, hasSales: workspace.hasSalesRecords) }

  /// All addresses that are in use.
  func inUse() -> Set<String> {
    var addresses = PageAddress.reserved
    for path in workspace.paths { if let address = address(of: path) { addresses.insert(address) } }
    for file in workspace.agentFiles {
      for agent in file.agents { addresses.insert("/agents/\(agent.name)/") }
    }
    return addresses
  }
}
