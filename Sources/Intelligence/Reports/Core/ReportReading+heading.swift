internal import Diagnostics
internal import PipelineMetrics
internal import WorkspaceModel

extension ReportReading {
  /// Sections with the heading that belongs to them.
  func data(_ sections: [SectionData]) -> ReportData {
    ReportData(
      report: request.report, asOf: "\(ChangeFormat.day(today)), \(clock.now.clock) (\(settings.timeZone))",
      commit: request.commit ?? "none (files on disk)", scope: scopeWords, period: periodWords, freshness: freshness,
      unknown: unknown(sections),
      sections: sections + [Self.formulas(sections)])
  }

  private var scopeWords: String {
    if let person = request.person {
      let others = (people?.count ?? 1) - 1
      if people == nil { return "everybody" }
      return others > 0 ? "\(name(person)) and \(others) who report to them" : name(person)
    }
    return request.team.map { "team \($0)" } ?? "everybody"
  }

  private var periodWords: String {
    let last = period.end.adding(days: -1)
    let name = ReportWords.period(period)
    if last <= period.start { return "\(name) (\(ChangeFormat.day(period.start)))" }
    return "\(name) (\(ChangeFormat.day(period.start)) to \(ChangeFormat.day(last)))"
  }

  /// How old each source is, in words.
  private var freshness: String {
    let data = DataFreshness(workspace, clock: clock)
    var parts = data.sources.map { source in
      let sync =
        source.syncAge.reason == nil
        ? "synchronised \(ReportWords.minutes(source.syncAge)) ago" : "no good synchronisation"
      let newest =
        source.dataAge.reason == nil
        ? "newest data \(ReportWords.minutes(source.dataAge)) old" : "nothing came from there"
      return "\(Slug.title(of: source.system)) \(sync), \(newest)"
    }
    if data.profileAge.reason == nil {
      parts.append("profiles verified \(ReportWords.figure(data.profileAge)) ago (median)")
    }
    if let newest = visible.timeline.commits.last {
      parts.append("last commit \(ChangeFormat.day(clock.day(of: newest.recordedAt)))")
    }
    return parts.isEmpty ? "no source is connected" : parts.joined(separator: "; ")
  }

  private func unknown(_ sections: [SectionData]) -> String {
    var parts: [String] = []
    let open = openDeals
    let lacks: [(String, Int)] = [
      ("no amount", open.count { $0.amount == nil }), ("no close date", open.count { $0.closeOn == nil }),
      ("no owner", open.count { $0.owner == nil }), ("no stage", open.count { $0.stage == nil }),
    ]
    for (words, count) in lacks where count > 0 {
      parts.append("\(ReportWords.count(count, "open deal")) with \(words)")
    }
    for section in sections {
      for unknown in section.unknowns where !parts.contains(unknown) { parts.append(unknown) }
    }
    if visible.timeline.isCutOff { parts.append("history before the clone was cut off") }
    return parts.isEmpty ? "nothing that we know of" : parts.joined(separator: "; ")
  }

  /// What the figures mean, each once.
  private static func formulas(_ sections: [SectionData]) -> SectionData {
    var formulas = SectionData("formulas", ["name", "formula"], none: "lists of records, no figures")
    var seen: Set<String> = []
    for definition in sections.flatMap(\.definitions) where seen.insert(definition.id).inserted {
      formulas.add([], definition.title, definition.sentence)
    }
    return formulas
  }

  private var visible: VisibleWorkspace { sources.visible }
}
