internal import WorkspaceModel

extension SiteReading {
  /// All pages with approved answers.
  func securityIndex(_ shelf: ToolkitShelf) -> IndexPage {
    let pages = workspace.securityPages.sorted { ($0.title, $0.source.path) < ($1.title, $1.source.path) }
    let group = CardGroup(
      groupTitle: nil, anchor: "answers", countText: Format.count(pages.count, "page"), groupSummary: nil,
      cards: pages.compactMap(securityCard), isOrdered: false, emptyTitle: "No pages yet",
      emptyHint: "Add a file under sales-toolkit/security-compliance.")
    return shelfPage(
      "/toolkit/security-compliance/", title: "Security and compliance", icon: "security",
      lede: "Approved answers for security and legal reviewers.", groups: [group], shelf)
  }

  /// The page of a security document with its answers.
  func securityPage(_ page: WorkspaceModel.SecurityPage, _ href: Href) -> SecurityPage {
    let review = review(of: page)
    let expiry = ExpiryState(page.expiresOn, today: today)
    let answers = page.answers.enumerated().map { number, answer in
      Answer(
        anchor: "answer-\(number + 1)", question: answer.question, reply: answer.answer ?? "Not answered yet.",
        proof: answer.evidence)
    }
    var notices = notices(for: page.source.path) + [review.notice].compactMap(\.self)
    if expiry == .expired, let expiresOn = page.expiresOn {
      notices.append(
        Notice(
          kind: "stale", icon: "alert", noticeTitle: "Expired on \(Format.day(expiresOn))",
          explanation: "Ask the owner before you send any of these answers."))
    }
    return SecurityPage(
      head: PageHead(
        title: page.title, kicker: "Security", headIcon: "security", lede: page.source.summary,
        crumbs: toolkitCrumbs("Security", "/toolkit/security-compliance/"),
        badges: draftMark(page.source) + [expiry.badge, review.badge]
          + page.frameworks.map { Badge(text: $0, tone: "neutral") },
        people: answerers(page.owner), actions: pageActions(page.source, at: href.path), notices: notices),
      facts: [
        textFact("Frameworks", page.frameworks), peopleFact("Owner", page.owner.map { [$0] } ?? []),
        dayFact("Expires", page.expiresOn), dayFact("Reviewed", page.reviewedOn),
      ],
      answers: answers, body: body(of: page.source.path, on: href),
      toc: headings(of: page.source.path)
        + answers.map { Heading(text: $0.question, anchor: $0.anchor, isNested: false) },
      backlinks: backlinks(to: page.source.path), provenance: provenance(page.source, reviewed: page.reviewedOn))
  }

  private func review(of page: WorkspaceModel.SecurityPage) -> ReviewState {
    ReviewState(page.reviewedOn, limitDays: workspace.settings.freshness.securityDays, today: today)
  }

  private func securityCard(_ page: WorkspaceModel.SecurityPage) -> Card? {
    guard let href = addresses.href(page.source.path) else { return nil }
    let review = review(of: page)
    let expiry = ExpiryState(page.expiresOn, today: today)
    var badges = draftMark(page.source)
    if expiry != .fresh { badges.append(expiry.badge) }
    if review.isStale { badges.append(Badge(text: "Stale", tone: "warning")) }
    var details = [Format.count(page.answers.count, "answer"), review.badge.text]
    if !page.frameworks.isEmpty { details.append(page.frameworks.joined(separator: ", ")) }
    return Card(
      icon: "security", title: page.title, page: href, summary: summary(of: page.source), badges: badges,
      details: details, owner: page.owner.map { person($0) })
  }
}
