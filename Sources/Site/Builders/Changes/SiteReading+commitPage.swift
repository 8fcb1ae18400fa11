internal import Diagnostics
internal import WorkspaceModel

extension SiteReading {
  /// One commit: who, why, and every record it touched.
  func commitPage(_ place: Int, at page: Href) -> CommitPage {
    let commit = changes.timeline.commits[place]
    let touches = changes.touches(of: place)
    let shown = touches.prefix(60)
    let isHuge = touches.count > shown.count
    // The rows of an import say what came; its texts are read on the records' own pages.
    var budget = DifferenceBudget(bytes: isHuge ? 0 : 100_000)
    let byRecord = Dictionary(shown.map { ($0.record, $0) }) { first, _ in first }
    let groups = ChangeGrouping.groups(shown.map(\.record), in: self).enumerated().map { number, group in
      changeGroup(group, number: number + 1) { record in
        byRecord[record].map { recordChange($0, on: page, isAmongItsCustomers: group.customer != nil, &budget) }
          ?? heading(record, false, body: .nothing)
      }
    }
    return CommitPage(
      head: commitHead(place, commit, touches), details: commit.details.isEmpty ? nil : commit.details,
      facts: commitFacts(place, commit),
      side: commit.side.isEmpty
        ? nil
        : SideBranch(
          countText: Format.count(commit.side.count, "commit"),
          commits: commit.side.reversed().map {
            SideItem(commitShort: String($0.id.prefix(7)), subject: $0.subject, author: person($0.author))
          }),
      counts: isHuge ? counts(touches) : nil, groups: groups,
      cutNote: isHuge
        ? "The first \(shown.count) of \(Format.grouped(touches.count)) records are shown, without their texts." : nil,
      previous: place > 0 ? neighbour(place - 1) : nil,
      next: place + 1 < changes.timeline.commits.count ? neighbour(place + 1) : nil)
  }

  private func neighbour(_ place: Int) -> Link {
    Link(text: subject(of: changes.timeline.commits[place]), href: changes.page(of: place))
  }

  private func commitHead(_ place: Int, _ commit: TimelineCommit, _ touches: [ChangesIndex.Touch]) -> PageHead {
    var notices: [Notice] = []
    if commit.isBaseline {
      notices.append(
        Notice(
          kind: "note", icon: "integration", noticeTitle: "Bulk import",
          explanation: "Its values count from here on; that they differ from those before is no movement of a deal."))
    }
    if commit.isFormOnly {
      notices.append(
        Notice(
          kind: "note", icon: "document", noticeTitle: "Form only",
          explanation: "It changed how files are written and not what they say."))
    }
    if commit.isClockSuspect {
      notices.append(
        Notice(
          kind: "stale", icon: "clock", noticeTitle: "The clock is suspect",
          explanation:
            "The commit says \(Format.instant(commit.committedAt)), more than a day off its neighbours."))
    }
    var crumbs = [Crumb(text: "Changes", href: Href("/changes/"))]
    if let week = changes.weeks.first(where: { $0.commits.contains(place) }) {
      crumbs.append(Crumb(text: week.title, href: Href(week.address)))
    }
    return PageHead(
      title: subject(of: commit), kicker: "Change \(changes.names[place])", headIcon: "clock",
      lede: "\(Format.count(touches.count, "record")) touched.", crumbs: crumbs,
      badges: marks(of: commit).filter { $0.text == "Merge" }, people: writers(commit), notices: notices)
  }

  /// Everybody who had a part in a commit, each once, with the part.
  private func writers(_ commit: TimelineCommit) -> [Person] {
    let isMerge = commit.parents > 1
    let all =
      [(commit.author, isMerge ? "merged it" : "author")]
      + commit.coAuthors.map { ($0, isMerge ? "wrote" : "co-author") }
      + commit.side.reversed().map { ($0.author, "wrote") }
    var seen: Set<String> = []
    return all.filter { seen.insert(contributors.token($0.0)).inserted }.prefix(12).map { contributor, part in
      var shown = person(contributor)
      if all.contains(where: { $0.1 == "wrote" && contributors.token($0.0) == contributors.token(contributor) }),
        part != "wrote"
      {
        shown.jobTitle = "wrote and merged"
      } else {
        shown.jobTitle = contributor.isBot ? "automation" : part
      }
      return shown
    }
  }

  private func commitFacts(_ place: Int, _ commit: TimelineCommit) -> [Fact] {
    var facts = [Fact(label: "When", values: [FactValue(value: Format.instant(changes.moments[place]))])]
    for trailer in trailers(of: commit) {
      facts.append(Fact(label: trailer.key, values: [FactValue(value: trailer.entry)]))
    }
    let base = workspace.settings.repository.map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 }
    facts.append(
      Fact(
        label: "Commit",
        values: [FactValue(value: String(commit.id.prefix(12)), target: base.map { Href("\($0)/commit/\(commit.id)") })]
      ))
    return facts
  }

  /// How many records of each kind came, changed and went.
  private func counts(_ touches: [ChangesIndex.Touch]) -> DataTable {
    struct Count {
      var added = 0
      var changed = 0
      var removed = 0
      var moved = 0
    }
    var counts: [RecordKind: Count] = [:]
    for touch in touches {
      let kind = changes.timeline.records[touch.record].kind
      switch changes.version(touch).change {
      case .added, .copied: counts[kind, default: Count()].added += 1
      case .modified: counts[kind, default: Count()].changed += 1
      case .deleted: counts[kind, default: Count()].removed += 1
      case .renamed: counts[kind, default: Count()].moved += 1
      }
    }
    func number(_ count: Int) -> Cell {
      count == 0 ? SalesTable.nothing() : Cell(label: "", text: Format.grouped(count), sortKey: String(count))
    }
    let kinds = counts.sorted { (KindWords.rank($0.key), $0.key.rawValue) < (KindWords.rank($1.key), $1.key.rawValue) }
    return SalesTable.table(
      "Records by kind", anchor: "counts", countText: Format.count(touches.count, "record"),
      columns: [SalesTable.column("Kind")]
        + ["Added", "Changed", "Moved", "Removed"].map { SalesTable.column($0, number: true) },
      rows: kinds.map { kind, count in
        [
          SalesTable.text(KindWords.plural(kind)), number(count.added), number(count.changed), number(count.moved),
          number(count.removed),
        ]
      }, empty: ("", ""))
  }
}

extension ChangeBody {
  /// Nothing to show.
  static let nothing = ChangeBody(
    verbs: [], movedFrom: nil, fieldRows: [], moreFields: nil, prose: nil, proseTitle: nil, sourceChange: nil,
    remark: nil)
}
