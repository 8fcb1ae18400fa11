internal import Diagnostics
internal import Markdown
internal import WorkspaceModel

/// How many bytes of differences a page still takes; what comes after is told by rows and links alone.
struct DifferenceBudget {
  /// What is left.
  var bytes: Int
  /// How many texts were told so far; their numbers keep the ids in them apart.
  var texts = 0

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
    let events = changes.timeline.events
    let words = EventWords(self, record: record.path)
    let isNew = version.change == .added
    let limit = isNew ? 10 : 40
    let ranked = self.ranked(touch).filter { !isNew || !Self.naming.contains(events[$0].field) }
    let rows = ranked.prefix(limit).map { words.row(events[$0]) }
    var body = ChangeBody(
      verbs: verbs(version), movedFrom: nil, fieldRows: rows,
      moreFields: ranked.count > rows.count ? "and \(Format.count(ranked.count - rows.count, "more field"))" : nil,
      prose: nil, proseTitle: nil, sourceChange: nil, remark: nil)
    if case .renamed(let from, _) = version.change { body.movedFrom = from.description }
    if case .copied(let from) = version.change { body.movedFrom = from.description }
    addTexts(
      version.previousBlob, version.blob, path: version.path, on: page, to: &body, &budget)
    if body.fieldRows.isEmpty, body.prose == nil {
      body.remark = remark(version, record, hasLines: body.sourceChange != nil)
    }
    return body
  }

  /// Puts the differences between two contents into a body, as far as the budget goes.
  func addTexts(
    _ old: String?, _ new: String?, path: RepoPath, on page: Href, to body: inout ChangeBody,
    _ budget: inout DifferenceBudget
  ) {
    guard old != new, budget.bytes > 0 else { return }
    budget.texts += 1
    let (texts, prefix) = (changes.texts, "t\(budget.texts)-")
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

  /// Places of a touch's events in the order in which they matter, without those that only repeat others; a text itself
  /// is shown, not listed.
  func ranked(_ touch: ChangesIndex.Touch) -> [Int] {
    rankedEvents.value(touch) {
      Self.ranked(changes.timeline.events, touch.events, changes.timeline.records[touch.record].path)
    }
  }

  private static func ranked(_ events: [FieldEvent], _ places: Range<Int>, _ record: RepoPath) -> [Int] {
    let changed = places.filter { events[$0].kind != .stated }.map { WorkspaceModel.FieldChange(events[$0]) }
    let told = ChangeWords.worthTelling(changed, in: record)
    let isMarkdown = KindOfPath.isMarkdown(record)
    // Stated events come last.
    var ranked: [(isLast: Int, rank: Int, place: Int)] = []
    for place in places {
      let (kind, field) = (events[place].kind, events[place].field)
      guard kind != .removed, kind == .stated || told.contains(field), field != RecordFields.text || !isMarkdown else {
        continue
      }
      ranked.append((kind == .stated ? 1 : 0, EventWords.rank(field), place))
    }
    return ranked.sorted { $0 < $1 }.map(\.place)
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
