internal import Checks
package import Diagnostics
internal import Git
internal import History
internal import Site
internal import WorkspaceModel

/// Which of the findings a check is to report.
package enum CheckScope: Sendable {
  /// All of the workspace.
  case everything
  /// What the next commit introduces or touches.
  case staged
  /// What the branch introduces since it left a commit.
  case since(String)
}

/// What a check came to.
package struct CheckReport: Sendable {
  /// The workspace as it was checked, for excerpts.
  package let fieldbook: Fieldbook
  /// The findings to report, sorted by place.
  package var findings: [Diagnostic]
  /// Findings of the workspace that are not reported, because they were there before.
  package var older: Int
  /// Files that the change touches; nil when everything is reported.
  package var touchedFiles: Int?
  /// Entries of the baseline for which nothing is found any more.
  package var staleBaselineEntries = 0
}

extension Fieldbook {
  /// Opens a workspace and checks the part that is asked for.
  package static func check(_ options: OpenOptions, scope: CheckScope) async throws(FieldbookError) -> CheckReport {
    var options = options
    options.needsHistory = false
    switch scope {
    case .everything:
      options.checksHistory = true
      let fieldbook = try await open(options)
      return CheckReport(fieldbook: fieldbook, findings: fieldbook.findings, older: 0, touchedFiles: nil)
    case .staged:
      options.isStaged = true
      let staged = try StagedCheck(options)
      if let report = try await staged.quickly() { return report }
      let changes = staged.changes
      options.renames = changes.renames
      let fieldbook = try await open(options)
      let before = try await findings(before: options, revision: nil)
      return introduced(fieldbook, before, changes, touches: true)
    case .since(let revision):
      return try await check(options, since: revision)
    }
  }

  private static func check(_ options: OpenOptions, since revision: String) async throws(FieldbookError) -> CheckReport
  {
    var options = options
    let base: String?
    let changes: WorkspaceChanges
    var governed: [CommitUnderCheck] = []
    do {
      let reader = try WorkspaceReader(options.workspace)
      let snapshot = try reader.read(.revision(options.revision), withFacts: false)
      let found = try reader.changes(since: revision, snapshot)
      (base, changes) = (found.base, found.changes)
      for commit in found.commits {
        governed.append(try CommitUnderCheck(commit, reader.changedPaths(commit, in: snapshot.folder)))
      }
    } catch {
      throw .repository(error)
    }
    options.renames = changes.renames
    options.checksHistory = true
    let fieldbook = try await open(options)
    let before = base == nil ? [] : try await findings(before: options, revision: base)
    var report = introduced(fieldbook, before, changes, touches: false)
    report.findings = (report.findings + fieldbook.governance(governed)).sorted()
    return report
  }

  /// Findings of the commit that the change is compared with; none where there is no commit yet.
  private static func findings(
    before options: OpenOptions, revision: String?
  ) async throws(FieldbookError) -> [Diagnostic] {
    var options = options
    options.isStaged = false
    options.revision = revision
    options.renames = [:]
    do {
      return try await open(options).findings
    } catch {
      if case .repository(let cause) = error, cause.code == .unbornBranch || cause.code == .notFound { return [] }
      throw error
    }
  }

  /// Findings that were not there before; with `touches`, also old ones in files that the change touches.
  static func introduced(
    _ fieldbook: Fieldbook, _ before: [Diagnostic], _ changes: WorkspaceChanges, touches: Bool
  ) -> CheckReport {
    var known: [FindingKey: Int] = [:]
    for finding in before {
      known[FindingKey(finding, path: changes.renames[finding.range.file] ?? finding.range.file), default: 0] += 1
    }
    var reported: [Diagnostic] = []
    for finding in fieldbook.findings {
      let key = FindingKey(finding, path: finding.range.file)
      if let count = known[key], count > 0 {
        known[key] = count - 1
        if !(touches && changes.touched.contains(finding.range.file)) { continue }
      }
      reported.append(finding)
    }
    return CheckReport(
      fieldbook: fieldbook, findings: reported, older: fieldbook.findings.count - reported.count,
      touchedFiles: changes.touched.count + changes.removed.count)
  }

  /// Rules about changes, applied to each commit of a branch.
  private func governance(_ commits: [CommitUnderCheck]) -> [Diagnostic] {
    commits.flatMap { commit in
      let input = CheckInput(
        workspace: workspace, files: snapshot.files, documents: [:], today: clock.today, commit: commit)
      return CheckCatalog.all.filter { $0.group == .governance }.flatMap { check in
        check.findings(in: input).filter { GovernanceScope.isAboutCommits($0.id) }
      }
    }
  }
}

/// What makes two findings the same one across commits: never the line, which moves.
private struct FindingKey: Hashable {
  let id: String
  let path: RepoPath
  let summary: String

  init(_ finding: Diagnostic, path: RepoPath) {
    id = finding.id
    summary = finding.summary
    self.path = path
  }
}

/// Which rules speak of commits rather than of files.
private enum GovernanceScope {
  static func isAboutCommits(_ id: String) -> Bool { id == "unapproved-change" || id == "self-approval" }
}

extension CommitUnderCheck {
  /// A commit as the rules see it.
  fileprivate init(_ commit: Commit, _ paths: [RepoPath]) {
    self.init(
      changedPaths: paths, authorName: commit.author.name, authorEmail: commit.author.email,
      trailers: commit.trailers.map { ($0.key, $0.value) }, name: commit.id.short)
  }
}
