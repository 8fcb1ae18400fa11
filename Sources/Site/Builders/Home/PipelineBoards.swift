internal import Diagnostics
internal import PipelineMetrics
internal import WorkspaceModel

/// The open pipeline of every deal workflow that has deals, added up once.
struct PipelineBoards: Sendable {
  /// One workflow with its open deals.
  struct Lane: Sendable {
    let workflow: Workflow
    let sums: PipelineSums
    /// Open deals in a stage that the workflow does not have.
    let strays: [Deal]
    /// All of its open deals, strays too.
    let open: [Deal]
  }

  /// In the order of workflow files, the built-in workflow last.
  let lanes: [Lane]

  init(_ site: SiteReading) {
    var deals: [RepoPath: [Deal]] = [:]
    var workflows: [RepoPath: Workflow] = [:]
    for deal in site.workspace.deals {
      let workflow = site.workspace.workflow(for: deal)
      workflows[workflow.source.path] = workflow
      deals[workflow.source.path, default: []].append(deal)
    }
    let files = Set(site.workspace.workflows.map(\.source.path))
    let order = workflows.keys.sorted { left, right in
      let (first, second) = (files.contains(left), files.contains(right))
      return first != second ? first : left < right
    }
    lanes = order.compactMap { path in
      guard let workflow = workflows[path] else { return nil }
      let open = (deals[path] ?? []).filter(\.isOpen).sorted(by: Self.byAmount)
      let known = Set(workflow.openStages.map(\.id))
      return Lane(
        workflow: workflow, sums: PipelineSums(workflow, openDeals: open),
        strays: open.filter { $0.stage.map { !known.contains($0) } ?? true }, open: open)
    }
  }

  /// Highest number first whatever the currency, unknown amounts last, ties by path.
  static func byAmount(_ left: Deal, _ right: Deal) -> Bool {
    if left.amount?.amount != right.amount?.amount {
      guard let first = left.amount?.amount else { return false }
      guard let second = right.amount?.amount else { return true }
      return first > second
    }
    return left.source.path < right.source.path
  }
}

extension SalesReading {
  /// The place of a stage on the page of boards.
  func columnAnchor(_ workflow: Workflow, _ stage: String) -> String { anchor("\(workflow.workflowID)-\(stage)") }
}
