internal import Diagnostics
internal import PipelineMetrics
internal import WorkspaceModel

extension SiteReading {
  /// A page for every planned comparison.
  func comparePlan() -> [PlannedPage] {
    comparisons.map { comparison in
      PlannedPage(comparison.address, .changes) { $0.comparePage(comparison) }
    }
  }

  /// The workspace at two moments, and what lies between.
  func comparePage(_ comparison: Comparison) -> ComparePage {
    let net = NetChanges(changes, commits: comparison.commits)
    let span =
      "\(Format.day(comparison.from.day)) – \(Format.day(comparison.to.day))"
    let shown = net.records.prefix(200)
    let isHuge = net.records.count > shown.count
    var budget = DifferenceBudget(bytes: isHuge ? 60_000 : 300_000)
    let byPlace = Dictionary(shown.map { ($0.place, $0) }) { first, _ in first }
    let page = Href(comparison.address)
    let groups = ChangeGrouping.groups(shown.map(\.place), in: self).enumerated().map { number, group in
      changeGroup(group, number: number + 1) { place in
        heading(
          place, group.customer != nil,
          body: byPlace[place].map { netBody($0, on: page, &budget) } ?? .nothing)
      }
    }
    let commits = Format.count(comparison.commits.count, "change")
    return ComparePage(
      head: PageHead(
        title: comparison.title, kicker: "Comparison", headIcon: "two-way",
        lede:
          "\(Format.count(net.records.count, "record")) \(net.records.count == 1 ? "differs" : "differ"), by \(commits).",
        crumbs: [Crumb(text: "Changes", href: Href("/changes/"))]),
      from: moment(comparison.from), to: moment(comparison.to), pipeline: pipelineTable(comparison),
      moves: moveSummary("What moved", span: span, page: nil, net), stages: stageTable(net, at: comparison.to.commit),
      groups: groups,
      cutNote: isHuge ? "The first \(shown.count) of \(Format.grouped(net.records.count)) records are shown." : nil,
      others: comparisons.filter { $0.address != comparison.address }.map(\.link))
  }

  private func moment(_ moment: Comparison.Moment) -> CompareMoment {
    CompareMoment(
      momentName: moment.slug == "now" ? "Now" : moment.name, on: Day(changes.moments[moment.commit]),
      commitShort: changes.names[moment.commit], page: changes.page(of: moment.commit))
  }

  /// What a stretch of time did to one record.
  private func netBody(
    _ record: NetChanges.Record, on page: Href, _ budget: inout DifferenceBudget
  ) -> ChangeBody {
    let history = changes.timeline.records[record.place]
    let words = EventWords(self, record: history.path)
    let changed = record.fields.filter { !$0.value.isLevel }
    let told = ChangeWords.worthTelling(
      changed.map { WorkspaceModel.FieldChange(field: $0.key, old: $0.value.old, new: $0.value.new) }, in: history.path)
    let isText = KindOfPath.isMarkdown(history.path)
    let fields = changed.filter {
      told.contains($0.key) && !(isText && $0.key == RecordFields.text)
        && !(record.isNew && Self.naming.contains($0.key))
    }.sorted { left, right in
      (EventWords.rank(left.key), left.key) < (EventWords.rank(right.key), right.key)
    }
    let shown = fields.prefix(record.isNew ? 8 : 30)
    var body = ChangeBody.nothing
    body.fieldRows = record.isGone ? [] : shown.map { words.row($0.key, from: $0.value.old, to: $0.value.new) }
    if !record.isGone, fields.count > shown.count {
      body.moreFields = "and \(Format.count(fields.count - shown.count, "more field"))"
    }
    if record.isNew {
      body.verbs = [
        record.isImported ? Badge(text: "Imported", tone: "neutral") : Badge(text: "New", tone: "positive")
      ]
    } else if record.isGone {
      body.verbs = [Badge(text: "Gone", tone: "negative")]
    } else if case let from = origin(record.first), from != record.last.path {
      body.verbs = [Badge(text: "Moved", tone: "info")]
      body.movedFrom = from.description
    }
    addTexts(
      record.isNew ? nil : record.first.previousBlob, record.last.blob, path: record.last.path, on: page, to: &body,
      &budget)
    if body.fieldRows.isEmpty, body.prose == nil, body.movedFrom == nil {
      body.remark =
        record.isGone
        ? "The record is gone."
        : body.sourceChange != nil
          ? record.isNew ? nil : "Only the form of the file changed." : "It ended as it began."
    }
    return body
  }

  /// Where a record lay before its first version in a stretch.
  private func origin(_ version: RecordVersion) -> RepoPath {
    if case .renamed(let from, _) = version.change { return from }
    return version.path
  }
}
