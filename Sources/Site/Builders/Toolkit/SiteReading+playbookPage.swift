internal import Diagnostics
internal import WorkspaceModel

extension SiteReading {
  /// The page of a playbook.
  func playbookPage(_ playbook: Playbook, _ href: Href, _ shelf: ToolkitShelf) -> PlaybookPage {
    let review = review(of: playbook)
    let text = body(of: playbook.source.path, on: href)
    return PlaybookPage(
      head: PageHead(
        title: playbook.title, kicker: "Playbook", headIcon: "playbook", lede: playbook.source.summary,
        crumbs: toolkitCrumbs("Playbooks", "/toolkit/playbooks/"),
        badges: draftMark(playbook.source) + [review.badge]
          + playbook.stages.map { Badge(text: shelf.stageName($0), tone: "neutral") },
        people: answerers(playbook.owner), actions: pageActions(playbook.source, at: href.path),
        notices: notices(for: playbook.source.path) + [review.notice].compactMap(\.self)),
      toc: playbookContents(playbook, hasText: text != nil),
      facts: [
        textFact("Stages", playbook.stages.map(shelf.stageName)),
        textFact("Roles", playbook.roles.map(SalesWords.role)),
        textFact("Time", Self.totalTime(playbook.steps.map(\.timeBox))),
        peopleFact("Owner", playbook.owner.map { [$0] } ?? []), dayFact("Reviewed", playbook.reviewedOn),
      ],
      purpose: playbook.purpose, whenToUse: playbook.whenToUse, entry: playbook.entryCriteria,
      exit: playbook.exitCriteria,
      steps: playbook.steps.enumerated().map { number, step in
        PlaybookStep(
          number: number + 1, stepTitle: step.title, stepOwner: step.owner.map(SalesWords.role), timeBox: step.timeBox,
          instruction: step.detail, stage: step.stage.map(shelf.stageName))
      },
      totalTime: Self.totalTime(playbook.steps.map(\.timeBox)).map { "\($0) in all" }, questions: playbook.questions,
      signals: playbook.signals, pitfalls: playbook.pitfalls, measures: playbook.measures,
      assets: playbook.assets.compactMap { assetLink($0, of: playbook) },
      dealsNow: dealPanel(
        "Deals that stand here now", anchor: "deals-now", shelf.dealsAt[playbook.slug] ?? [],
        emptyTitle: "No deal stands here now", emptyHint: "Deals appear when they come to the stages of this play."),
      body: text, backlinks: backlinks(to: playbook.source.path),
      provenance: provenance(playbook.source, reviewed: playbook.reviewedOn))
  }

  private func playbookContents(_ playbook: Playbook, hasText: Bool) -> [Heading] {
    var contents = ["Steps", "Questions", "Signals", "Pitfalls"].map { text in
      Heading(text: text, anchor: text.lowercased(), isNested: false)
    }
    if hasText {
      contents += headings(of: playbook.source.path).map { heading in
        Heading(text: heading.text, anchor: heading.anchor, isNested: heading.isNested)
      }
    }
    contents.append(Heading(text: "Measures", anchor: "measures", isNested: false))
    contents.append(Heading(text: "Deals that stand here now", anchor: "deals-now", isNested: false))
    return contents
  }

  /// A file that the play uses; left out when the reader has no page for it.
  private func assetLink(_ text: String, of playbook: Playbook) -> Link? {
    if text.hasPrefix("https://") || text.hasPrefix("http://") { return Link(text: text, href: Href(text)) }
    guard let path = playbook.source.path.parent.resolving(text) else { return nil }
    if let href = addresses.href(path) { return Link(text: index.records[path]?.title ?? path.nameText, href: href) }
    return workspace.paths.contains(path)
      ? Link(text: path.nameText, href: Href("/files/\(path)")) : nil
  }

  /// "1 h 55 min" for time boxes in minutes, hours and days; nil when one of them is missing or says something else.
  static func totalTime(_ boxes: [String?]) -> String? {
    var minutes = 0
    for box in boxes {
      let words = (box ?? "").split(separator: " ")
      guard words.count == 2, let number = Int(words[0]), (0...10_000).contains(number) else { return nil }
      switch words[1] {
      case "min", "minute", "minutes": minutes += number
      case "h", "hour", "hours": minutes += number * 60
      default: return nil
      }
    }
    guard minutes > 0 else { return nil }
    let (hours, rest) = (minutes / 60, minutes % 60)
    if hours == 0 { return "\(rest) min" }
    return rest == 0 ? "\(hours) h" : "\(hours) h \(rest) min"
  }
}
