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
  ///
  /// What was rendered before of files that are not among the `changed` is taken over from `earlier`.
  static func render(
    _ workspace: Workspace, _ options: OpenOptions, after earlier: RenderedBodies? = nil, _ changed: Set<RepoPath> = []
  ) async -> RenderedBodies {
    var paths: [RepoPath] = []
    var jobs: [MarkdownJob] = []
    var rendered = RenderedBodies(documents: [:], refusals: [:], findings: [])
    workspace.forEachSource { source in
      guard let body = source.body else { return }
      if let earlier, !changed.contains(source.path) {
        rendered.documents[source.path] = earlier.documents[source.path]
        rendered.refusals[source.path] = earlier.refusals[source.path]
        return
      }
      paths.append(source.path)
      jobs.append(job(source, body))
    }
    if let earlier { rendered.findings = earlier.findings.filter { rendered.refusals[$0.range.file] != nil } }
    let outcomes = await outcomes(jobs, options)
    rendered.documents.reserveCapacity(paths.count)
    for (path, outcome) in zip(paths, outcomes) { rendered.take(outcome, of: path) }
    return rendered
  }

  /// The same with another text of one record.
  func rendering(_ source: RecordSource) -> RenderedBodies {
    var rendered = self
    rendered.documents[source.path] = nil
    rendered.refusals[source.path] = nil
    rendered.findings.removeAll { $0.range.file == source.path }
    if let body = source.body {
      let job = Self.job(source, body)
      rendered.take(MarkdownRenderer.render(job.bytes, options: job.options), of: source.path)
    }
    return rendered
  }

  private static func job(_ source: RecordSource, _ body: MarkdownBody) -> MarkdownJob {
    MarkdownJob(
      body.bytes,
      options: MarkdownOptions(
        firstLine: body.firstLine, demoteHeadings: true, isImported: source.kind == .interaction))
  }

  private mutating func take(_ outcome: MarkdownOutcome, of path: RepoPath) {
    switch outcome {
    case .document(let document): documents[path] = document
    case .refused(let reason, let line):
      refusals[path] = reason
      findings.append(RefusedText.finding(in: path, line: line, reason: reason))
    }
  }
}
