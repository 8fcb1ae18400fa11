internal import Diagnostics
internal import WorkspaceModel

extension SiteReading {
  /// Commits, newest first, under their days.
  func changeDays(_ commits: some Sequence<Int>) -> [ChangeDay] {
    var days: [ChangeDay] = []
    for (number, place) in commits.enumerated() {
      let day = changes.days[place]
      if days.last?.on.machine != day.iso { days.append(ChangeDay(on: weekday(day), countText: "", commits: [])) }
      days[days.count - 1].commits.append(commitItem(place, isFolded: number >= Self.unfoldedCommits))
    }
    return days.map { day in
      ChangeDay(on: day.on, countText: Format.count(day.commits.count, "change"), commits: day.commits)
    }
  }

  /// How many commits of a page name their records; the others lead to them.
  private static let unfoldedCommits = 30

  /// A commit in a list, with the records that matter most.
  func commitItem(_ place: Int, isFolded: Bool = false) -> CommitItem {
    let commit = changes.timeline.commits[place]
    let touches = changes.touches(of: place)
    let isFolded = isFolded || commit.isBaseline || commit.isFormOnly
    let records = changes.timeline.records
    let ranked =
      touches.count > 400
      ? touches
      : touches.sorted { left, right in
        let (first, second) = (KindWords.rank(records[left.record].kind), KindWords.rank(records[right.record].kind))
        return first != second ? first < second : left.record < right.record
      }
    let shown = isFolded ? [] : ranked.prefix(5)
    var kinds: Set<String> = []
    var customers: Set<String> = []
    for touch in touches {
      kinds.insert(records[touch.record].kind.rawValue)
      if let customer = ChangesIndex.customer(of: records[touch.record]) { customers.insert(customer) }
    }
    let people = [commit.author] + commit.coAuthors + commit.side.map(\.author)
    return CommitItem(
      commitShort: changes.names[place], page: changes.page(of: place), subject: subject(of: commit),
      author: person(commit.author), others: others(of: commit), at: time(of: place), marks: marks(of: commit),
      touched: Format.count(touches.count, "record"), isFolded: isFolded, lines: shown.map(commitLine),
      moreLines: touches.count > shown.count && !isFolded
        ? "and \(Format.count(touches.count - shown.count, "more record"))" : nil,
      personTokens: Set(people.map(contributors.token)).sorted().joined(separator: " "),
      kindTokens: kinds.sorted().joined(separator: " "), customerTokens: customers.sorted().joined(separator: " "))
  }

  /// A record of a commit in a list: its two or three weightiest fields.
  func commitLine(_ touch: ChangesIndex.Touch) -> CommitLine {
    commitLines.value(touch) { newCommitLine(touch) }
  }

  private func newCommitLine(_ touch: ChangesIndex.Touch) -> CommitLine {
    let version = changes.version(touch)
    let record = changes.timeline.records[touch.record]
    let events = changes.events(of: touch)
    let all = changes.timeline.events
    let ranked = self.ranked(touch).filter { all[$0].kind != .stated }
    let isNew = version.change == .added
    let words = EventWords(self, record: record.path)
    let shown = isNew ? ranked.filter { EventWords.rank(all[$0].field) < 13 }.prefix(3) : ranked.prefix(3)
    var rest: [String] = []
    if !isNew, KindOfPath.isMarkdown(record.path), events.contains(where: { $0.field == RecordFields.text }) {
      rest.append("text changed")
    }
    if case .renamed(let from, _) = version.change { rest.append("moved from \(from)") }
    if !isNew, ranked.count > shown.count {
      rest.append(Format.count(ranked.count - shown.count, "more field"))
    }
    return CommitLine(
      icon: KindWords.icon(record.kind), kindLabel: KindWords.label(record.kind), recordTitle: title(of: record),
      recordPage: page(of: record), verbs: verbs(version), fieldRows: shown.map { words.row(all[$0]) },
      restText: rest.isEmpty ? nil : rest.joined(separator: ", "))
  }
}
