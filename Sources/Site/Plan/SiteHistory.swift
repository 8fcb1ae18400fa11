internal import WorkspaceModel

/// The history that pages are made from: that of the visible workspace, filtered already.
struct SiteHistory: Sendable {
  let timeline: Timeline
  let texts: VersionTexts

  /// What an audience may see of the history.
  init(_ visible: VisibleWorkspace) {
    timeline = visible.timeline
    texts = visible.versions
  }

  /// A history by its parts.
  init(timeline: Timeline, texts: VersionTexts) {
    self.timeline = timeline
    self.texts = texts
  }
}
