internal import Diagnostics
internal import PipelineMetrics
internal import WorkspaceModel

extension ReportReading {
  private static let names = [
    "stage": "stage", "amount": "amount", "close_on": "close date", "forecast_category": "forecast",
  ]

  /// Changes of deals in a period that count, oldest first.
  func changes(_ isWanted: (Deal) -> Bool, _ fields: Set<String>) -> [(deal: Deal, event: FieldEvent)] {
    var found: [(deal: Deal, event: FieldEvent)] = []
    for deal in workspace.deals where isWanted(deal) {
      for event in sources.events[deal.source.path] ?? [] {
        guard fields.contains(event.field), event.old != nil, event.old != event.new, event.kind != .created,
          event.kind != .baseline, event.kind != .removed, period.contains(event.effectiveOn),
          event.effectiveOn <= today
        else { continue }
        found.append((deal, event))
      }
    }
    return found.enumerated().sorted { left, right in
      let (one, other) = (left.element.event.effectiveOn, right.element.event.effectiveOn)
      return one == other ? left.offset < right.offset : one < other
    }.map(\.element)
  }

  /// Own deals whose stage, amount or close date changed.
  func stageChanges() -> SectionData {
    var section = SectionData(
      "stage_changes", ["date", "title", "field", "from", "to"],
      none: "no stage, amount or close date of these deals changed \(inPeriod)")
    for (deal, event) in changes(isOwn, ["stage", "amount", "close_on", "forecast_category"]) {
      section.add(
        deal.source.path, ChangeFormat.day(event.effectiveOn), title(deal), Self.names[event.field] ?? event.field,
        value(event.old, deal), value(event.new, deal))
    }
    section.limit(15, "change")
    return section
  }

  /// A value of a deal's field in words.
  private func value(_ value: FieldValue?, _ deal: Deal) -> String {
    switch value {
    case .text(let text):
      workspace.workflow(for: deal).stage(text)?.name ?? ReportWords.words(text)
    case .money(let money): ReportWords.money(money)
    case .day(let day): ChangeFormat.day(day)
    case .number(let number): ChangeFormat.number(number)
    case .flag(let flag): flag ? "yes" : "no"
    case .list(let list): list.joined(separator: ", ")
    case nil: "unknown"
    }
  }

  /// What changed of a deal in the period, in a line; "no change" when nothing did.
  func changeLine(_ deal: Deal) -> String {
    let events = (sources.events[deal.source.path] ?? []).filter {
      period.contains($0.effectiveOn) && $0.effectiveOn <= today && $0.kind != .created && $0.kind != .baseline
        && $0.old != nil
    }
    if events.isEmpty { return "no change \(inPeriod)" }
    return sources.words.summary(events.map(FieldChange.init), in: deal.source.path, limit: 2)
  }

  /// What others changed in records of theirs since yesterday at 18:00.
  func overnight() -> SectionData {
    var section = SectionData(
      "overnight", ["title", "change", "owner"], none: "nobody else changed these records since yesterday 18:00")
    let since = clock.now.seconds - secondsSinceEvening
    let commits = sources.visible.timeline.commits
    var grouped: [(path: RepoPath, commit: Int, changes: [FieldChange])] = []
    for event in sources.visible.timeline.events
    where event.kind != .stated && event.recordedAt.seconds > since && event.recordedAt <= clock.now {
      guard isOnOwnRecord(event.record), !commits[event.commit].isBaseline else { continue }
      if let place = grouped.firstIndex(where: { $0.path == event.record && $0.commit == event.commit }) {
        grouped[place].changes.append(FieldChange(event))
      } else {
        grouped.append((event.record, event.commit, [FieldChange(event)]))
      }
    }
    let own = Set((people ?? []).compactMap { sources.people[$0]?.email })
    for (path, commit, changes) in grouped where !own.contains(commits[commit].author.email) {
      guard let deal = sources.deals[path] else { continue }
      section.add(path, title(deal), sources.words.summary(changes, in: path, limit: 2), commits[commit].author.name)
    }
    section.limit(6, "change")
    return section
  }

  private func isOnOwnRecord(_ path: RepoPath) -> Bool { sources.deals[path].map(isOwn) ?? false }

  /// From 18:00 of the day before up to now.
  private var secondsSinceEvening: Int {
    let local = clock.now.seconds + clock.now.offsetMinutes * 60
    return local - (today.number * 86_400 - 6 * 3600)
  }
}
