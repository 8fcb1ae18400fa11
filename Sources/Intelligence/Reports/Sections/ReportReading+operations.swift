internal import Diagnostics
internal import PipelineMetrics
internal import WorkspaceModel

extension ReportReading {
  /// Errors and warnings in the workspace, the worst first.
  func dataQuality() -> SectionData {
    var section = SectionData(
      "data_quality", ["title", "message", "owner"],
      none: "the checks found neither an error nor a warning, or did not run")
    let findings = sources.visible.findings.filter { $0.severity >= .warning }
      .sorted { $0.severity == $1.severity ? $0 < $1 : $0.severity > $1.severity }
    for finding in findings {
      let path = finding.range.file
      section.add(path, path.description, finding.summary, owner(of: path))
    }
    section.limit(12, "finding")
    return section
  }

  private func owner(of path: RepoPath) -> String {
    if let deal = sources.deals[path] { return name(deal.owner) }
    let parts = path.components
    guard parts.count > 1, parts[0].elementsEqual("customers".utf8) else { return "no owner" }
    let customer = sources.customers[String(decoding: parts[1], as: UTF8.self)]
    return customer.map { name($0.owner("ae") ?? $0.owner("csm")) } ?? "no owner"
  }

  /// How each connected system stands.
  func sync() -> SectionData {
    var section = SectionData(
      "sync", ["title", "status", "age", "stored", "at_source"], none: "no system is connected")
    let data = DataFreshness(workspace, clock: clock)
    for (integration, source) in zip(workspace.integrations, data.sources) {
      section.add(
        integration.source.path, integration.title, integration.lastSync?.status?.rawValue ?? "never synchronised",
        source.syncAge.reason == nil
          ? "synchronised \(ReportWords.minutes(source.syncAge)) ago" : "no good synchronisation",
        integration.completeness?.stored.map(String.init) ?? "unknown number",
        integration.completeness?.atSource.map(String.init) ?? "unknown number")
      for metric in [source.syncAge, source.completeness] { section.define(metric.definition) }
    }
    return section
  }

  /// Conversion and days by stage over a year, and how many moves of each pipeline skipped a stage or went back.
  func stageFlows() -> SectionData {
    var section = SectionData(
      "stages", ["stage", "conversion", "days", "n"], none: lives.reasonForNone ?? "no deal left a stage")
    guard lives.reasonForNone == nil else { return section }
    let year = MetricPeriod.last(365, through: today)
    let flows = workspace.workflows.isEmpty ? [Workflow.standard] : workspace.workflows.filter { $0.subject == .deal }
    for workflow in flows {
      for flow in StageFlow.flows(lives, of: workflow, during: year, scope: scope) where flow.conversion.n > 0 {
        section.note(flow.conversion)
        section.note(flow.median)
        section.add(
          flow.conversion, "\(workflow.title), \(workflow.stage(flow.stage)?.name ?? flow.stage)",
          "\(ReportWords.figure(flow.conversion)) went on", "\(ReportWords.figure(flow.median)) (median)",
          String(flow.conversion.n))
      }
      var scope = scope
      scope.pipelines = [workflow.workflowID]
      let moves = StageMoves(lives, during: year, scope: scope)
      if moves.skips.reason != nil || moves.skips.n == 0 { continue }
      section.note(moves.skips)
      section.note(moves.regressions)
      section.add(
        moves.skips, "\(workflow.title), all moves", "\(ReportWords.figure(moves.skips)) skipped a stage",
        "\(ReportWords.figure(moves.regressions)) went back", String(moves.skips.n))
    }
    return section
  }

  /// Who committed in the period and who was quiet, by team.
  func adoption() -> SectionData {
    var section = SectionData(
      "adoption", ["team", "n", "commits", "quiet"],
      none: workspace.people.isEmpty ? "people are not on file" : "history is not at hand")
    guard !workspace.people.isEmpty, !sources.visible.timeline.commits.isEmpty else { return section }
    var commits: [String: Int] = [:]
    for commit in sources.visible.timeline.commits
    where !commit.author.isBot && period.contains(clock.day(of: commit.recordedAt)) {
      for author in [commit.author] + commit.coAuthors { commits[author.email.lowercased(), default: 0] += 1 }
    }
    let active = workspace.people.filter { $0.status != .left && isOurs($0.id) }
    var teams: [String] = []
    for team in active.compactMap(\.team) where !teams.contains(team) { teams.append(team) }
    for team in teams {
      let members = active.filter { $0.team == team }
      let counts = members.map { $0.email.flatMap { commits[$0.lowercased()] } ?? 0 }
      let quiet = zip(members, counts).filter { $0.1 == 0 }.map(\.0.name)
      section.add(
        [workspace.peopleSource?.path].compactMap(\.self), team,
        "\(counts.count { $0 > 0 }) of \(members.count)",
        String(counts.reduce(0, +)), quiet.isEmpty ? "nobody was quiet" : "quiet: \(quiet.joined(separator: ", "))")
    }
    return section
  }

  /// Changes of rules, settings and stages in the period.
  func setupChanges() -> SectionData {
    setupEvents("changes", none: "no rule, setting or stage changed \(inPeriod)") { kind, path in
      path.isInside("workspace-setup") || kind == .workflow
    }
  }

  /// Versions of records of a kind in the period, the newest first; one row a commit and record.
  func setupEvents(
    _ id: String, none: String, where isWanted: (RecordKind, RepoPath) -> Bool
  ) -> SectionData {
    var section = SectionData(id, ["date", "title", "owner", "approver"], none: none)
    let commits = sources.visible.timeline.commits
    let titles = Dictionary(workspace.records.map { ($0.source.path, $0.title) }) { first, _ in first }
    var rows: [(commit: Int, path: RepoPath, isNew: Bool)] = []
    for record in sources.visible.timeline.records where isWanted(record.kind, record.path) {
      for version in record.versions where period.contains(clock.day(of: commits[version.commit].recordedAt)) {
        guard !commits[version.commit].isFormOnly else { continue }
        rows.append((version.commit, record.path, version.change == .added))
      }
    }
    for row in rows.sorted(by: { ($1.commit, $0.path) < ($0.commit, $1.path) }) {
      let commit = commits[row.commit]
      let approver = commit.trailers.first { ["reviewed-by", "approved-by", "acked-by"].contains($0.key.lowercased()) }
      section.add(
        row.path, ChangeFormat.day(clock.day(of: commit.recordedAt)),
        (titles[row.path] ?? row.path.description) + (row.isNew ? " (new)" : ""), commit.author.name,
        approver.map { "approved by \($0.value)" } ?? "no approval noted")
    }
    section.limit(12, "change")
    return section
  }
}
