internal import WorkspaceModel

/// How long a statement may still be relied on.
enum ExpiryState: Sendable {
  case fresh
  /// Within 30 days.
  case expiresSoon
  case expired
  /// Nobody has set a date.
  case unknown

  init(_ expiresOn: WorkspaceModel.Day?, today: WorkspaceModel.Day) {
    guard let expiresOn else {
      self = .unknown
      return
    }
    let days = expiresOn.days(since: today)
    self = days < 0 ? .expired : days <= 30 ? .expiresSoon : .fresh
  }

  /// One or two words.
  var badge: Badge {
    switch self {
    case .fresh: Badge(text: "Fresh", tone: "positive")
    case .expiresSoon: Badge(text: "Expires soon", tone: "warning")
    case .expired: Badge(text: "Expired", tone: "urgent")
    case .unknown: Badge(text: "No expiry date", tone: "neutral")
    }
  }
}
