internal import Diagnostics
internal import History
internal import Site
internal import Synchronization
internal import WorkspaceModel

/// A site that follows the files it is made from, for a preview on this machine.
///
/// Pages are made when they are asked for, from the state that was read last. A change is read by itself: what other
/// files say is taken over, and checks run after the change is shown. While files cannot be read, or layouts not be
/// compiled, the site stays as it was.
package final class LivePreview: Sendable {
  struct State {
    var shown: LiveMoment
    /// Newer than what is shown while that is kept.
    var latest: LiveReading
    var theme: Theme
    var stamp = LiveStamp()
    var problems: LiveProblems
    /// Why nothing newer is shown; nil while it is.
    var themeProblem: ThemeError?
    var isKept = false
    /// Whether there are problems that were not there when the program began.
    var isFresh = false
    /// Counts readings, so that checks of an old one are not taken for those of the newest.
    var generation = 0
  }

  let givenOptions: OpenOptions
  /// What time it is, in seconds since 1970; nil takes the options' word for it.
  let wallClock: (@Sendable () -> Int)?
  let themeFolder: String
  let generator: String
  let state: Mutex<State>
  /// Folders of the workspace that hold files which count, by their whole path.
  let countedFolders = Mutex<Set<String>?>(nil)

  private init(
    _ state: State, _ options: OpenOptions, wallClock: (@Sendable () -> Int)?, theme: String, generator: String
  ) {
    givenOptions = options
    self.wallClock = wallClock
    self.state = Mutex(state)
    themeFolder = theme
    self.generator = generator
  }

  /// Opens a workspace and plans its site; with a clock it shows what is so now, and not as of the last commit.
  package static func open(
    _ options: OpenOptions, wallClock: (@Sendable () -> Int)? = nil, theme path: String, generator: String
  ) async throws(FieldbookError) -> LivePreview {
    let theme = try ThemeFolder.load(path)
    let reading = try await LiveReading.open(options.seen(at: wallClock))
    let moment = try LiveMoment(reading, theme: theme, generator: generator)
    let state = State(
      shown: moment, latest: reading, theme: theme,
      problems: LiveProblems(reading.fieldbook.errors, in: reading.fieldbook))
    return LivePreview(state, options, wallClock: wallClock, theme: path, generator: generator)
  }

  /// What to open, at the time that it is.
  var options: OpenOptions { givenOptions.seen(at: wallClock) }

  /// The workspace as it was read last.
  package var fieldbook: Fieldbook { state.withLock { $0.latest.fieldbook } }

  /// For whom the site is.
  package var audienceTitle: String { state.withLock { $0.shown.visible.audienceTitle } }

  /// How many pages the site has.
  package var pageCount: Int { state.withLock { $0.shown.site.builder.pageCount } }

  // MARK: What is shown

  /// The file at a path below the root and the state it shows; nil when the site has none there.
  package func file(at path: String) async throws -> (bytes: [UInt8], stamp: LiveStamp)? {
    let (moment, stamp) = state.withLock { ($0.shown, $0.stamp) }
    if path.hasPrefix("files/") {
      return try asset(RepoPath(path.dropFirst("files/".count)), of: moment).map { ($0, stamp) }
    }
    return try await moment.site.file(at: path).map { ($0, stamp) }
  }

  /// The page for addresses that do not exist.
  package func missingPage() throws -> (bytes: [UInt8], stamp: LiveStamp) {
    let (moment, stamp) = state.withLock { ($0.shown, $0.stamp) }
    return (try moment.site.missingPage(), stamp)
  }

  /// What pages may load, as the header of a host says it.
  package static var securityPolicy: String { SiteBuilder.securityPolicy }

  private func asset(_ file: RepoPath, of moment: LiveMoment) throws -> [UInt8]? {
    guard moment.site.copies(file) else { return nil }
    return try WorkspaceReader(options.workspace).contents(
      of: [file], in: moment.reading.fieldbook.snapshot, limit: 64 * 1024 * 1024)[file]
  }

  /// Tells one list of problems from another.
  private static func digest(_ list: [JSONValue]) -> String {
    var hash = StableHash()
    hash.combine(JSONValue.array(list).encoded())
    return hash.hex
  }

  /// The state as JSON on one line, for the pages that are open; `run` tells this run of the program from others.
  package func json(run: String) -> [UInt8] {
    let (stamp, problems, themeProblem, isKept, isFresh) = state.withLock {
      ($0.stamp, $0.problems, $0.themeProblem, $0.isKept, $0.isFresh)
    }
    let list = (themeProblem.map { [LiveProblems.entry(of: $0)] } ?? []) + problems.list
    let count = problems.count + (themeProblem == nil ? 0 : 1)
    return JSONValue.members(
      ("run", .string(run)), ("pages", .integer(stamp.pages)), ("styles", .integer(stamp.styles)),
      ("scripts", .integer(stamp.scripts)), ("kept", .bool(isKept || themeProblem != nil)), ("fresh", .bool(isFresh)),
      ("count", .integer(count)), ("digest", .string(Self.digest(list))),
      ("problems", .array(list))
    ).encoded()
  }
}

extension Fieldbook {
  /// What is wrong enough to keep a site from being published.
  var errors: [Diagnostic] { findings.filter { $0.severity == .error } }
}

extension LivePreview {
  /// What is wrong, for a terminal.
  package func printedProblems(isColoured: Bool) -> [String] {
    let (problems, themeProblem, fieldbook) = state.withLock { ($0.problems, $0.themeProblem, $0.latest.fieldbook) }
    var texts = [themeProblem?.description, problems.failure?.message].compactMap(\.self)
    let lines = fieldbook.sourceLines()
    let printer = TextPrinter(isColoured: isColoured, prefix: fieldbook.pathPrefix, among: problems.errors) {
      lines.line($1, of: $0)
    }
    texts += problems.errors.map(printer.text)
    return texts
  }
}

extension OpenOptions {
  /// The same as of the time that a clock shows.
  fileprivate func seen(at clock: (@Sendable () -> Int)?) -> OpenOptions {
    guard let clock else { return self }
    var options = self
    options.wallClock = clock()
    options.asOf = .instant(Instant(seconds: options.wallClock))
    return options
  }
}
