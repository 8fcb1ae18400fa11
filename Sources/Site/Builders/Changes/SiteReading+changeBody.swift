internal import Diagnostics
internal import Markdown
internal import WorkspaceModel

/// How many bytes of differences a page still takes; what comes after is told by rows and links alone.
struct DifferenceBudget {
  /// What is left.
  var bytes: Int

  /// So many bytes of markup.
  init(bytes: Int) {
    self.bytes = bytes
  }
}

extension SiteReading {
  /// What one commit did to one record.
  func changeBody(_ touch: ChangesIndex.Touch, on page: Href, _ budget: inout DifferenceBudget) -> ChangeBody {
    let version = changes.version(touch)
    let record = changes.timeline.records[touch.record]
    let events = changes.events(of: touch)
    let words = EventWords(self, record: record.path)
    let isNew = version.change == .added
    let limit = isNew ? 10 : 40
    let ranked = Self.ranked(events, record.path).filter { !isNew || !Self.naming.contains($0.field) }
    let rows = ranked.prefix(limit).map(words.row)
    var body = ChangeBody(
      verbs: verbs(version), movedFrom: nil, fieldRows: rows,
      moreFields: ranked.count > rows.count ? "and \(Format.count(ranked.count - rows.count, "more field"))" : nil,
      prose: nil, proseTitle: nil, sourceChange: nil, remark: nil)
    if case .renamed(let from, _) = version.change { body.movedFrom = from.description }
    if case .copied(let from) = version.change { body.movedFrom = from.description }
    addTexts(
      version.previousBlob, version.blob, path: version.path, on: page, prefix: "r\(touch.record)-\(version.commit)-",
      to: &body, &budget)
    if body.fieldRows.isEmpty, body.prose == nil {
      body.remark = remark(version, record, hasLines: body.sourceChange != nil)
    }
    return body
  }

  /// Puts the differences between two contents into a body, as far as the budget goes.
  func addTexts(
    _ old: String?, _ new: String?, path: RepoPath, on page: Href, prefix: String, to body: inout ChangeBody,
    _ budget: inout DifferenceBudget
  ) {
    guard old != new, budget.bytes > 0 else { return }
    let texts = changes.texts
    let target = linkTarget(in: path, root: PageDepth.root(of: page.path))
    let (before, after) = (old.flatMap { texts.documents[$0] }, new.flatMap { texts.documents[$0] })
    switch (before, after) {
    case (nil, let document?) where old == nil:
      body.prose = TextChange.whole(document, prefix: prefix, target: target)
      body.proseTitle = "The text"
    case (let document?, nil) where new == nil:
      body.prose = TextChange.whole(document, prefix: prefix, target: target)
      body.proseTitle = "The text that is gone"
    case (nil, _), (_, nil): break
    default: body.prose = TextChange.prose(from: before, to: after, prefix: prefix, target: target)
    }
    let (oldBytes, newBytes) = (old.flatMap { texts.bytes[$0] }, new.flatMap { texts.bytes[$0] })
    // A version that was not read is unknown, not empty.
    if (old == nil) == (oldBytes == nil), (new == nil) == (newBytes == nil) {
      body.sourceChange = TextChange.source(from: oldBytes, to: newBytes)
    }
    budget.bytes -= body.prose?.bytes.count ?? 0
    for hunk in body.sourceChange?.hunks ?? [] {
      for line in hunk.lines { budget.bytes -= line.code.bytes.count + 90 }
    }
  }

  /// Events in the order in which they matter, without those that only repeat others; a text itself is shown, not listed.
  static func ranked(_ events: some Sequence<FieldEvent>, _ record: RepoPath) -> [FieldEvent] {
    let changed = events.filter { $0.kind != .stated }.map { WorkspaceModel.FieldChange($0) }
    let told = ChangeWords.worthTelling(changed, in: record)
    return events.filter { event in
      event.kind != .removed && (event.kind == .stated || told.contains(event.field))
        && (event.field != RecordFields.text || !KindOfPath.isMarkdown(record))
    }.enumerated().sorted { left, right in
      let (first, second) = (left.element, right.element)
      if (first.kind == .stated) != (second.kind == .stated) { return second.kind == .stated }
      let (a, b) = (EventWords.rank(first.field), EventWords.rank(second.field))
      return a != b ? a < b : left.offset < right.offset
    }.map(\.element)
  }

  /// What a commit did to a file as a whole; nothing when it only changed what is in it.
  func verbs(_ version: RecordVersion) -> [Badge] {
    switch version.change {
    case .added:
      [
        changes.timeline.commits[version.commit].isBaseline
          ? Badge(text: "Imported", tone: "neutral") : Badge(text: "Added", tone: "positive")
      ]
    case .modified: []
    case .deleted: [Badge(text: "Removed", tone: "negative")]
    case .renamed: [Badge(text: "Moved", tone: "info")]
    case .copied: [Badge(text: "Copied", tone: "info")]
    }
  }

  /// Fields that say what the heading says already.
  static let naming: Set<String> = ["name", "title", "subject"]

  private func remark(_ version: RecordVersion, _ record: RecordHistory, hasLines: Bool) -> String? {
    switch version.change {
    case .renamed(_, let likeness) where likeness >= 100: return "Its content is the same."
    case .copied: return "It began as the same bytes."
    case .deleted: return "The record is gone."
    case .added where hasLines: return nil
    default: break
    }
    if hasLines || changes.timeline.commits[version.commit].isFormOnly { return "Only the form of the file changed." }
    return "The difference is not shown here; the record's own history has it."
  }
}
