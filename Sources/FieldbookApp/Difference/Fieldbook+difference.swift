internal import Diagnostics
internal import Git
internal import History
internal import Site
internal import WorkspaceModel

extension Fieldbook {
  /// Compares two states: `old` from the merge base with `new`, `new` being a commit, or the work tree where it is nil.
  package static func difference(
    from old: String, to new: String?, _ options: OpenOptions
  ) async throws(FieldbookError) -> WorkspaceDifference {
    var (before, after) = (options, options)
    before.isWorkTree = false
    let moves: [RepoPath: RepoPath]
    do {
      let reader = try WorkspaceReader(options.workspace)
      let base = try reader.base(of: old, new ?? "HEAD")
      before.revision = base
      after.revision = new
      after.isWorkTree = new == nil
      moves = try reader.moves(from: base, to: new)
    } catch {
      throw .repository(error)
    }
    (before.needsHistory, after.needsHistory) = (false, false)
    let former = try await open(before)
    let present = try await open(after)
    let visible = try present.visible()
    var difference = WorkspaceDifference(
      names: (former.snapshot.revision?.short ?? "nothing", present.snapshot.revision?.short ?? "work tree"),
      audienceTitle: visible.audienceTitle)
    let sides = DifferenceSides(
      old: try former.visibleOrNothing(options), new: visible, moves: moves,
      oldFiles: former.bytesByPath, newFiles: present.bytesByPath)
    difference.records = sides.records
    difference.figures = sides.figures
    difference.alerts = sides.alerts
    (difference.newPages, difference.lostPages, difference.redirects) = sides.pages
    difference.access = AccessDifferences.between(former.workspace, present.workspace, sides)
    let report = introduced(
      present, former.findings, WorkspaceChanges(renames: moves), touches: false)
    let seen = sides.new.workspace.paths
    difference.newFindings = report.findings.filter { seen.contains($0.range.file) }
    difference.mendedFindings = max(0, former.findings.count - (present.findings.count - report.findings.count))
    return difference
  }

  /// The former state for the same audience; nothing when that audience did not exist yet.
  private func visibleOrNothing(_ options: OpenOptions) throws(FieldbookError) -> VisibleWorkspace {
    if let visible = try? visible() { return visible }
    return AccessPolicy(Workspace()).visible(
      Workspace(), to: .group("company"), documents: [:], refusals: [:], facts: [:], findings: [])
  }

  private var bytesByPath: [RepoPath: [UInt8]] {
    var bytes: [RepoPath: [UInt8]] = [:]
    for file in snapshot.files { if case .bytes(let content) = file.content { bytes[file.path] = content } }
    return bytes
  }
}
