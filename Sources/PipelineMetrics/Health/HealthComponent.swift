package import Diagnostics
package import WorkspaceModel

/// One part of a health score, visible with what it is made from (domain 1.8).
package struct HealthComponent: Hashable, Sendable {
  package let kind: HealthSettings.Component
  /// 0 to 100, exact but for engagement, which is rounded to four places; nil when unknown.
  package let score: Fraction?
  package let weight: Decimal4
  /// The day of the newest fact in it.
  package let asOf: Day?
  /// The numbers that went into it, or why it is unknown; without a full stop.
  package let reason: String
  /// In the order of paths.
  package let sources: [RepoPath]
}

/// What caps a score below 40 whatever its average says (domain 1.8, option B).
package enum HealthFlag: Hashable, Sendable {
  /// The customer gave notice on this day.
  case cancellationNotice(Day)
  /// This contact was executive sponsor and left.
  case sponsorLeft(String)
  /// This invoice is so many days late, more than 60.
  case overdue(invoice: String, days: Int)
}

/// Where a score lies; decided on the unrounded number.
package enum HealthBand: String, Hashable, Sendable, CaseIterable {
  case critical, atRisk = "at_risk", fair, healthy

  /// The band of a score: [0, 40), [40, 60), [60, 80), [80, 100].
  package init(_ score: Fraction) {
    switch score {
    case ..<Fraction(40): self = .critical
    case ..<Fraction(60): self = .atRisk
    case ..<Fraction(80): self = .fair
    default: self = .healthy
    }
  }
}
