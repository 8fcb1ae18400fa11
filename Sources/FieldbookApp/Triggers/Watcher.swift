internal import Automation
internal import Diagnostics
internal import Git
package import WorkspaceModel

/// Looks after a branch: evaluates its rules whenever it moved or a moment has come that changes something by itself,
/// and publishes the site afterwards.
///
/// It keeps nothing: one that is killed and started again goes on where history says that the last one stopped.
package struct Watcher {
  /// Why it looked.
  package enum Cause: String, Sendable { case started, moved, due }

  /// What a look came to.
  package struct Report: Sendable {
    package var cause: Cause
    package var outcome: TriggerOutcome?
    package var summary: BuildSummary?
    /// What kept it from its work; it tries again after a minute.
    package var problem: FieldbookError?
    /// When time alone makes it look again.
    package var next: Instant
    /// When each new alert's reason happened, became official, was seen, and stood on the site.
    package var delays: [AlertDelay] = []
  }

  private let options: OpenOptions
  private var wanted: TriggerOptions
  private let build: BuildOptions?
  private let now: @Sendable () -> Int
  private var seen: ObjectID?
  private var due = Int.min
  private var hasLooked = false

  /// A watcher of a branch; `now` is the clock on the wall, in seconds since 1970.
  package init(
    _ options: OpenOptions, _ wanted: TriggerOptions, build: BuildOptions?, now: @escaping @Sendable () -> Int
  ) {
    self.options = options
    self.wanted = wanted
    self.build = build
    self.now = now
  }

  /// Looks once; nil when nothing moved and no moment has come.
  package mutating func look() async -> Report? {
    let time = now()
    let head: ObjectID?
    do throws(FieldbookError) {
      head = try BranchWriter(
        folder: options.workspace, workspace: .root, reference: wanted.reference,
        signature: Signature(name: "-", email: "-", when: 0)
      ).head().id
    } catch {
      return time < due ? nil : failed(error, .due, time)
    }
    let cause: Cause
    if !hasLooked {
      cause = .started
    } else if head != seen {
      cause = .moved
    } else if time >= due {
      cause = .due
    } else {
      return nil
    }
    hasLooked = true
    var report = Report(cause: cause, next: Instant(seconds: time + 60))
    do throws(FieldbookError) {
      var options = options
      options.wallClock = time
      let outcome = try await Fieldbook.runTriggers(options, wanted)
      seen = outcome.head.flatMap { ObjectID(hex: $0) }
      report.outcome = outcome
      report.next = outcome.decisions.deadline ?? report.next
      wanted.rendered = nil
      if let build {
        report.summary = try await publish(build, outcome)
        let rendered = Instant(seconds: now(), offsetMinutes: outcome.asOf.offsetMinutes)
        wanted.rendered = outcome.head.map { (String($0.prefix(7)), rendered) }
        report.delays = outcome.delays.map { delay in
          var delay = delay
          delay.rendered = rendered
          return delay
        }
      } else {
        report.delays = outcome.delays
      }
      due = report.next.seconds
    } catch {
      return failed(error, cause, time, head)
    }
    return report
  }

  private func publish(_ build: BuildOptions, _ outcome: TriggerOutcome) async throws(FieldbookError) -> BuildSummary {
    var options = options
    options.wallClock = now()
    options.revision = outcome.head
    options.asOf = .instant(outcome.asOf)
    options.showsRibbon = false
    return try await Fieldbook.open(options).build(build)
  }

  /// Says what went wrong, and waits a minute: whoever mends it need not start the watcher again.
  private mutating func failed(
    _ error: FieldbookError, _ cause: Cause, _ time: Int, _ head: ObjectID? = nil
  ) -> Report {
    seen = head ?? seen
    due = time + 60
    return Report(cause: cause, problem: error, next: Instant(seconds: due))
  }
}
