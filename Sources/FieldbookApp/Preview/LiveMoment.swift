internal import Diagnostics
internal import Site
internal import WorkspaceModel

extension LiveMoment {
  /// Plans the site of a workspace.
  ///
  /// `earlier` is what was shown before, and `difference` how the workspace differs from it, where that is known: what
  /// cannot have changed is taken over.
  init(
    _ reading: LiveReading, theme: Theme, generator: String, after earlier: LiveMoment? = nil,
    _ difference: ReadDifference? = nil
  ) throws(FieldbookError) {
    self.reading = reading
    let fieldbook = reading.fieldbook
    if let earlier, let text = difference?.text {
      visible = earlier.visible.telling(
        text.source, reading.examined.bodies.documents[text.source.path],
        refusal: reading.examined.bodies.refusals[text.source.path])
      site = earlier.site.telling(visible, text.source)
      return
    }
    var past: VisibleWorkspace?
    if let earlier, let difference, !difference.changesHistory,
      !difference.mayChangeAccess(from: earlier.reading.fieldbook.workspace, to: fieldbook.workspace)
    {
      past = earlier.visible
    }
    visible = try fieldbook.visible(historyOf: past)
    do {
      site = try SiteOnDemand(
        fieldbook.builder(visible, theme: theme, generator: generator), jobs: fieldbook.options.jobs)
    } catch {
      throw .theme(error)
    }
  }
}
