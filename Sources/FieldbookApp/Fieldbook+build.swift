package import Diagnostics
internal import Git
internal import History
internal import Site
internal import WorkspaceModel

/// Where a site goes.
package struct BuildOptions: Sendable {
  /// Folder that becomes the site.
  package var output: String
  /// Folder of the theme.
  package var theme: String
  /// Whether to replace a folder that is not ours.
  package var isForced: Bool
  /// Name and version of the program.
  package var generator: String
  /// Findings from this severity on keep the site from being published; nil publishes all the same.
  package var refusesFrom: Diagnostic.Severity?

  /// All of it.
  package init(
    output: String, theme: String, isForced: Bool, generator: String, refusesFrom: Diagnostic.Severity? = nil
  ) {
    self.refusesFrom = refusesFrom
    self.output = output
    self.theme = theme
    self.isForced = isForced
    self.generator = generator
  }
}

/// What a build came to.
package struct BuildSummary: Sendable {
  package var pages: Int
  package var files: Int
  package var bytes: Int
  /// Files that were linked because they had not changed.
  package var unchanged: Int
  package var timings: Timings
  /// What is heavier than its kind may be, one sentence a file.
  package var heavyFiles: [String]
  /// For whom it was built.
  package var audienceTitle: String
  /// Path of the page that says what a branch under review changes; nil without one.
  package var reviewPage: String?
}

extension Fieldbook {
  /// Builds the site for the chosen audience and publishes it in one step.
  package func build(_ build: BuildOptions) async throws(FieldbookError) -> BuildSummary {
    var timings = timings
    try refuse(output: build.output)
    let visible = try timings.measure("filter for the audience") { () throws(FieldbookError) -> VisibleWorkspace in
      try self.visible()
    }
    let theme = try timings.measure("compile theme") { () throws(FieldbookError) -> Theme in
      try ThemeFolder.load(build.theme)
    }
    if let threshold = build.refusesFrom, findings.contains(where: { $0.severity >= threshold }) { throw .refused }
    let builder = timings.measure("plan pages") { self.builder(visible, theme: theme, generator: build.generator) }
    let assets = try readAssets(builder.neededAssets)
    let output: StagedOutput
    do {
      output = try StagedOutput(target: build.output, force: build.isForced)
    } catch {
      throw Self.explained(error)
    }
    let jobs = options.jobs
    let log = WorkLog(origin: timings.origin)
    do {
      let site = try await timings.measure("write pages") { () async throws -> SiteBuilder.Summary in
        try await builder.build(into: output, assets: assets, jobs: jobs, meter: log)
      }
      timings.count(site.pages)
      timings.detail(log.parts)
      timings.stretches = log.stretches
      let counts = try timings.measure("publish") { () throws -> StagedOutput.Counts in try output.publish() }
      return BuildSummary(
        pages: site.pages, files: counts.files, bytes: counts.bytes, unchanged: counts.unchanged, timings: timings,
        heavyFiles: site.heavyFiles.map(\.sentence),
        audienceTitle: visible.audienceTitle, reviewPage: builder.reviewPage)
    } catch {
      output.discard()
      throw Self.explained(error)
    }
  }

  /// Builds the site in memory, by path.
  package func buildInMemory(theme path: String, generator: String) async throws(FieldbookError) -> [String: [UInt8]] {
    let visible = try visible()
    let builder = builder(visible, theme: try ThemeFolder.load(path), generator: generator)
    let output = MemoryOutput()
    do {
      _ = try await builder.build(into: output, assets: try readAssets(builder.neededAssets), jobs: options.jobs)
    } catch {
      throw Self.explained(error)
    }
    return output.files
  }

  /// Plans the site of an audience.
  func builder(_ visible: VisibleWorkspace, theme: Theme, generator: String) -> SiteBuilder {
    SiteBuilder(
      visible, clock: clock, revision: snapshot.revision?.short, folder: snapshot.folder,
      checks: CheckDescription.all.map { check in
        CheckReference(
          id: check.id, group: check.group, severity: check.severity.rawValue, rule: check.rule,
          rationale: check.rationale, examples: check.examples, nearMisses: check.nearMisses)
      }, theme: theme, generator: generator, inputs: siteInputs(visible))
  }

  private func readAssets(_ paths: [RepoPath]) throws(FieldbookError) -> [RepoPath: [UInt8]] {
    if paths.isEmpty { return [:] }
    do {
      return try WorkspaceReader(options.workspace).contents(of: paths, in: snapshot, limit: 64 * 1024 * 1024)
    } catch {
      throw .repository(error)
    }
  }

  /// An output among the workspace's own files would be read as content by the next build.
  private func refuse(output: String) throws(FieldbookError) {
    guard let place = PathsOnDisk.relative(output, to: options.workspace) else { return }
    let target = RepoPath(place)
    let holdsContent = snapshot.files.contains { $0.path.isInside(target) }
    if target.isRoot || holdsContent {
      throw .usage(
        "the output '\(output)' lies among the files of the workspace",
        help: "choose a folder of its own, such as --output _site")
    }
  }

  static func explained(_ error: any Error) -> FieldbookError {
    switch error {
    case let error as FieldbookError: error
    case let error as OutputError: .output(error)
    case let error as ThemeError: .theme(error)
    case let error as GitError: .repository(error)
    default: .usage("\(error)", help: nil)
    }
  }
}
