internal import WorkspaceModel

/// Whether somebody vouched for a page recently enough for its kind.
struct ReviewState: Sendable {
  /// When somebody last did; nil when nobody ever has.
  let reviewed: WorkspaceModel.Day?
  /// Days since then.
  let daysAgo: Int?
  /// Days after which it counts as stale.
  let limitDays: Int

  init(_ reviewed: WorkspaceModel.Day?, limitDays: Int, today: WorkspaceModel.Day) {
    self.reviewed = reviewed
    self.limitDays = limitDays
    daysAgo = reviewed.map { max(0, today.days(since: $0)) }
  }

  /// Whether the last review is too long ago; a page without any is unknown, not stale.
  var isStale: Bool { daysAgo.map { $0 > limitDays } ?? false }

  /// "Reviewed 49 days ago", "Never reviewed".
  var badge: Badge {
    guard let daysAgo else { return Badge(text: "Never reviewed", tone: "warning") }
    let text = daysAgo == 0 ? "Reviewed today" : "Reviewed \(Format.count(daysAgo, "day")) ago"
    return Badge(text: text, tone: isStale ? "warning" : "positive")
  }

  /// What a reader of a stale page has to know first.
  var notice: Notice? {
    guard isStale, let daysAgo else { return nil }
    return Notice(
      kind: "stale", icon: "clock", noticeTitle: "Reviewed \(Format.count(daysAgo, "day")) ago",
      explanation: "The limit for this kind of page is \(Format.count(limitDays, "day")); check before you rely on it.")
  }
}
