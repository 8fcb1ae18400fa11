internal import Checks
internal import Diagnostics
internal import Markdown
internal import WorkspaceModel

/// The Markdown of all records, rendered once each.
struct RenderedBodies: Sendable {
  var documents: [RepoPath: MarkdownDocument]
  var refusals: [RepoPath: String]
  var findings: [Diagnostic]

  /// From this many texts on, helper processes are worth starting.
  private static let poolThreshold = 200

  /// What became of each text; many are given to helper processes.
  static func outcomes(_ jobs: [MarkdownJob], _ options: OpenOptions) async -> [MarkdownOutcome] {
    guard let executable = options.executable, jobs.count >= poolThreshold else {
      return jobs.map { MarkdownRenderer.render($0.bytes, options: $0.options) }
    }
    let pool = MarkdownWorkerPool(executable: executable, arguments: ["markdown-worker"], count: options.jobs)
    return await pool.renderAll(jobs)
  }

  /// Renders every body; a text that is refused becomes a finding and leaves the others alone.
  static func render(_ workspace: Workspace, _ options: OpenOptions) async -> RenderedBodies {
    var paths: [RepoPath] = []
    var jobs: [MarkdownJob] = []
    workspace.forEachSource { source in
      guard let body = source.body else { return }
      paths.append(source.path)
      jobs.append(
        MarkdownJob(
          body.bytes,
          options: MarkdownOptions(
            firstLine: body.firstLine, demoteHeadings: true, isImported: source.kind == .interaction)))
    }
    let outcomes = await outcomes(jobs, options)
    var rendered = RenderedBodies(documents: [:], refusals: [:], findings: [])
    rendered.documents.reserveCapacity(paths.count)
    for (path, outcome) in zip(paths, outcomes) {
      switch outcome {
      case .document(let document): rendered.documents[path] = document
      case .refused(let reason, let line):
        rendered.refusals[path] = reason
        rendered.findings.append(RefusedText.finding(in: path, line: line, reason: reason))
      }
    }
    return rendered
  }
}
