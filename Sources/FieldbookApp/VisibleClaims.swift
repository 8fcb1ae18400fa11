internal import Checks
internal import Diagnostics
internal import History
internal import PipelineMetrics
internal import Site
internal import WorkspaceModel

extension Fieldbook {
  /// A part of the workspace with what its own data say of the claims in it.
  ///
  /// Findings that compare with data tell figures, which must be those of the reader: not even that a number moved may be
  /// seen by somebody who may not see the deals behind it.
  func judgingClaims(_ visible: VisibleWorkspace) -> VisibleWorkspace {
    let (told, named) = (ClaimChecks.telling, ClaimChecks.naming)
    let asked = AskedFigures(visible.documents, visible.workspace.battlecards)
    let ids = Set((told + named).map(\.id))
    guard options.needsChecks, options.walksHistory, !asked.isEmpty else {
      return visible.finding([], inPlaceOf: ids)
    }
    let figures = LiveFigures(asked.queries, visible.workspace, visible.timeline, clock)
    let files = Set(asked.all.flatMap(\.files))
    let input = CheckInput(
      workspace: visible.workspace, files: snapshot.files.filter { files.contains($0.path) },
      documents: visible.documents.filter { files.contains($0.key) }, today: clock.today,
      figures: FigureValues(figures, visible.workspace.settings, clock))
    // What names a record that is hidden is right; only how it is wrong may not be told by other names.
    let wrong = Set(visible.findings.lazy.filter { finding in named.contains { $0.id == finding.id } }.map(\.range))
    let found =
      CheckRun(told).ownFindings(in: input)
      + CheckRun(named).ownFindings(in: input).filter { wrong.contains($0.range) }
    return visible.finding(found, inPlaceOf: ids)
  }
}
