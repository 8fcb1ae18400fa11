package import Diagnostics
internal import Git
internal import History
package import Intelligence
internal import PipelineMetrics
internal import Site
package import WorkspaceModel

/// A workspace at one commit, as one audience may know it, with what answers are made from.
package struct LiveState: Sendable {
  /// What was opened.
  package let fieldbook: Fieldbook
  /// The only way in for whoever asks.
  package let visible: VisibleWorkspace
  package let packs: PackSources
  /// Told by the commit; equal for equal states of one process.
  package let serial: Int

  fileprivate init(_ options: OpenOptions, serial: Int) async throws(FieldbookError) {
    let fieldbook = try await Fieldbook.open(options)
    self.init(fieldbook, try fieldbook.visibleToAssistants(), serial: serial)
  }

  private init(_ fieldbook: Fieldbook, _ visible: VisibleWorkspace, serial: Int) {
    (self.fieldbook, self.visible, self.serial) = (fieldbook, visible, serial)
    packs = PackSources(ReportSources(visible, clock: fieldbook.metricClock))
  }

  /// The same with no customer but one.
  package func about(_ slug: String) throws(FieldbookError) -> LiveState {
    LiveState(fieldbook, try fieldbook.visibleToAssistants(only: slug), serial: serial)
  }

  /// "3f9c1e2 2026-11-20".
  package var asOf: String { "\(fieldbook.commit ?? "files") \(fieldbook.metricClock.day.iso)" }
}

/// A workspace that stays open: read once for each commit, however many ask.
package actor LiveWorkspace {
  private let options: OpenOptions
  private var current: (head: String, state: LiveState)?
  private var opening: (head: String, task: Task<Result<LiveState, FieldbookError>, Never>)?
  private var checked: (head: String, task: Task<Result<[Diagnostic], FieldbookError>, Never>)?
  private var serial = 0

  /// A workspace that is read when somebody asks for the first time.
  package init(_ options: OpenOptions) {
    var options = options
    options.needsDocuments = false
    options.needsChecks = false
    self.options = options
  }

  /// The workspace as the newest commit has it.
  package func state() async throws(FieldbookError) -> LiveState {
    let head = try head()
    if let current, current.head == head { return current.state }
    let task: Task<Result<LiveState, FieldbookError>, Never>
    if let opening, opening.head == head {
      task = opening.task
    } else {
      serial += 1
      let (options, number) = (options, serial)
      task = Task { await Self.open(options, number) }
      opening = (head, task)
    }
    switch await task.value {
    case .success(let state):
      if opening?.head == head {
        current = (head, state)
        opening = nil
      }
      return state
    case .failure(let error):
      // Whoever asks next tries again: somebody may have mended it.
      if opening?.head == head { opening = nil }
      throw error
    }
  }

  /// What is wrong with the workspace at the newest commit; checked once for each commit.
  package func findings() async throws(FieldbookError) -> [Diagnostic] {
    let head = try head()
    let task: Task<Result<[Diagnostic], FieldbookError>, Never>
    if let checked, checked.head == head {
      task = checked.task
    } else {
      var options = options
      options.needsChecks = true
      options.needsHistory = false
      task = Task { [options] in await Self.check(options) }
      checked = (head, task)
    }
    return try await task.value.get()
  }

  /// The id of the commit that is to be read now.
  private func head() throws(FieldbookError) -> String {
    do throws(GitError) {
      let repository = try Repository(discovering: options.workspace)
      return try repository.resolve(options.revision ?? "HEAD").description
    } catch {
      throw .repository(error)
    }
  }

  private static func open(_ options: OpenOptions, _ serial: Int) async -> Result<LiveState, FieldbookError> {
    do throws(FieldbookError) {
      return .success(try await LiveState(options, serial: serial))
    } catch {
      return .failure(error)
    }
  }

  private static func check(_ options: OpenOptions) async -> Result<[Diagnostic], FieldbookError> {
    do throws(FieldbookError) {
      return .success(try await Fieldbook.open(options).visibleToAssistants().findings)
    } catch {
      return .failure(error)
    }
  }
}
