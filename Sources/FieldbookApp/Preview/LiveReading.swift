internal import Checks
internal import Diagnostics
internal import Site
internal import WorkspaceModel

/// A workspace as it was read for a preview, with what the next reading can take over.
struct LiveReading: Sendable {
  /// Has the findings that pages show: those of reading, and what the checks found last in files that are the same.
  var fieldbook: Fieldbook
  /// What the files mean; its findings are those of reading alone.
  var examined: Examined

  /// Files that cannot be read, and names that name nothing.
  var readErrors: Set<LiveProblem> {
    Set(
      CheckLevels(fieldbook.workspace.settings).applied(to: examined.findings).lazy
        .filter { $0.severity == .error }.map(LiveProblem.init))
  }
}

/// What is wrong with a file, wherever in the file it stands by now.
struct LiveProblem: Hashable, Sendable {
  let file: RepoPath
  let id: String
  let summary: String

  init(_ finding: Diagnostic) {
    (file, id, summary) = (finding.range.file, finding.id, finding.summary)
  }
}

/// The site as it is shown.
struct LiveMoment: Sendable {
  var reading: LiveReading
  var visible: VisibleWorkspace
  var site: SiteOnDemand
}

/// Which state of the site a file shows; numbers that only grow.
package struct LiveStamp: Hashable, Sendable {
  package internal(set) var pages = 0
  package internal(set) var styles = 0
  package internal(set) var scripts = 0
}

/// What became of a change.
package enum LiveOutcome: Sendable {
  /// Nothing that is shown depends on it.
  case nothing
  /// The site shows it; how many files of the workspace, or what of the theme, changed.
  case shown(String)
  /// The site stays as it was, because of this many errors.
  case kept(String, errors: Int)
}
