internal import Diagnostics
internal import Synchronization
package import WorkspaceModel

/// The lives of deals as they were known at moments of the past, each moment read once however many ask for it.
///
/// Going back copies all that happened; of that only what deals went through is taken along.
package final class PastLives: Sendable {
  private struct Moment: Hashable {
    var known: Int?
    var day: Day
  }

  private struct Known {
    var history: Timeline?
    var lives: [Moment: DealLives] = [:]
  }

  private let workspace: Workspace
  private let timeline: Timeline
  private let known = Mutex(Known())

  /// The past of a workspace; nothing is read yet.
  package init(_ workspace: Workspace, _ timeline: Timeline) {
    self.workspace = workspace
    self.timeline = timeline
  }

  /// The lives of a clock's day by what was official at its `knownAt`, without conversion.
  package func lives(_ clock: MetricClock) -> DealLives {
    known.withLock { known in
      let moment = Moment(known: clock.knownAt?.seconds, day: clock.day)
      if let lives = known.lives[moment] { return lives }
      let history = known.history ?? DealLivesReading.narrowed(timeline)
      known.history = history
      let lives = DealLives(workspace, history, clock: clock)
      known.lives[moment] = lives
      return lives
    }
  }
}
