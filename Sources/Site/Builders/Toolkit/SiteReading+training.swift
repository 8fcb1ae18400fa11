internal import WorkspaceModel

extension SiteReading {
  /// The training paths, each with its lessons in order.
  func trainingIndex(_ shelf: ToolkitShelf) -> IndexPage {
    let paths: [TrainingLesson.Path?] = TrainingLesson.Path.allCases + [nil]
    let groups = paths.compactMap { path -> CardGroup? in
      guard let lessons = shelf.lessonsOn[path] else { return nil }
      return CardGroup(
        groupTitle: ToolkitShelf.name(of: path), anchor: path?.rawValue ?? "other",
        countText: ToolkitShelf.summary(of: lessons), groupSummary: nil, cards: lessons.compactMap(lessonCard),
        isOrdered: path != nil, emptyTitle: "No lessons yet", emptyHint: "Name the path in a lesson.")
    }
    return shelfPage(
      "/toolkit/training/", title: "Training", icon: "training", lede: "Lessons by path, in the order to take them.",
      groups: groups, shelf)
  }

  /// The page of a lesson, with the rest of its path.
  func lessonPage(_ lesson: TrainingLesson, _ href: Href, _ shelf: ToolkitShelf) -> LessonPage {
    let path = shelf.lessonsOn[lesson.path] ?? [lesson]
    let place = path.firstIndex { $0.source.path == lesson.source.path } ?? 0
    let review = review(of: lesson)
    let name = ToolkitShelf.name(of: lesson.path)
    return LessonPage(
      head: PageHead(
        title: lesson.title, kicker: "Lesson", headIcon: "training", lede: lesson.source.summary,
        crumbs: toolkitCrumbs("Training", "/toolkit/training/"), badges: draftMark(lesson.source) + [review.badge],
        people: answerers(lesson.owner), actions: pageActions(lesson.source, at: href.path),
        notices: notices(for: lesson.source.path) + [review.notice].compactMap(\.self)),
      facts: [
        textFact("Level", lesson.level.map { Slug.title(of: $0.rawValue) }),
        textFact("Time", lesson.minutes.map { "\(Format.grouped($0)) min" }),
        textFact("Path", lesson.path.map { Slug.title(of: $0.rawValue) }),
        peopleFact("Owner", lesson.owner.map { [$0] } ?? []), dayFact("Reviewed", lesson.reviewedOn),
      ],
      prerequisites: lesson.prerequisites.compactMap { shelf.lessons[$0].flatMap(lessonLink) },
      body: body(of: lesson.source.path, on: href) ?? HTML(bytes: []), toc: headings(of: lesson.source.path),
      pathTitle: "\(name), \(ToolkitShelf.summary(of: path))", path: lessonSteps(path, around: place),
      previous: place > 0 ? lessonLink(path[place - 1]) : nil,
      next: place + 1 < path.count ? lessonLink(path[place + 1]) : nil, backlinks: backlinks(to: lesson.source.path),
      provenance: provenance(lesson.source, reviewed: lesson.reviewedOn))
  }

  /// At most 60 lessons around one.
  private func lessonSteps(_ path: [TrainingLesson], around place: Int) -> [PathStep] {
    let window = max(0, min(place - 30, path.count - 60))..<min(path.count, max(place + 30, 60))
    return window.compactMap { number in
      guard let step = lessonLink(path[number]) else { return nil }
      return PathStep(
        order: number + 1, text: step.text, href: step.href,
        minutes: path[number].minutes.map { "\(Format.grouped($0)) min" } ?? "Unknown", isCurrent: number == place)
    }
  }

  private func lessonLink(_ lesson: TrainingLesson) -> Link? {
    addresses.href(lesson.source.path).map { Link(text: lesson.title, href: $0) }
  }

  private func review(of lesson: TrainingLesson) -> ReviewState {
    ReviewState(lesson.reviewedOn, limitDays: workspace.settings.freshness.trainingDays, today: today)
  }

  private func lessonCard(_ lesson: TrainingLesson) -> Card? {
    guard let href = addresses.href(lesson.source.path) else { return nil }
    let review = review(of: lesson)
    var details = [lesson.minutes.map { "\(Format.grouped($0)) min" } ?? "Minutes unknown"]
    if let level = lesson.level { details.append(Slug.title(of: level.rawValue)) }
    details.append(review.badge.text)
    return Card(
      icon: "training", title: lesson.title, page: href, summary: summary(of: lesson.source),
      badges: draftMark(lesson.source) + (review.isStale ? [Badge(text: "Stale", tone: "warning")] : []),
      details: details, owner: lesson.owner.map { person($0) })
  }
}
