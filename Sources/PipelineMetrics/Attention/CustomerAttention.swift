package import WorkspaceModel

/// What a customer asks of us today, the weightiest first.
package struct CustomerAttention: Sendable {
  package let reasons: [AttentionReason]

  /// So many days before a renewal there has to be a deal for it.
  package static let renewalDays = 120
  /// After so many days without two-way contact a customer is quiet.
  package static let quietDays = 60

  /// Reads a customer on a day; those who are none, or none any more, ask for nothing.
  package init(
    _ customer: Customer, health: CustomerHealth?, hasOpenRenewal: Bool, lastTwoWay: Day?, today: Day
  ) {
    guard customer.lifecycle == .customer else {
      reasons = []
      return
    }
    var found: [AttentionReason] = []
    if let day = customer.renewalOn, !hasOpenRenewal {
      let distance = day.days(since: today)
      if distance <= Self.renewalDays {
        let when =
          distance >= 0
          ? "renews in \(AttentionReason.days(distance))" : "renewal passed \(AttentionReason.days(-distance)) ago"
        found.append(AttentionReason(.renewalMissing, "\(when), no open renewal deal", "Open the renewal deal"))
      }
    }
    if let health, let band = health.band, let score = health.score, band == .critical || band == .atRisk {
      let worst = health.components.filter { $0.weight > .zero && $0.score != nil }.min { left, right in
        (left.score ?? .zero) < (right.score ?? .zero)
      }
      let cause = health.flags.first.map(Self.words) ?? worst.map { "lowest is \($0.kind.rawValue): \($0.reason)" }
      let words = cause.map { ", \($0)" } ?? ""
      found.append(
        AttentionReason(
          .unwell, "health \(score.text(places: 0)) of 100\(words)", Self.action(worst?.kind, health.flags)))
    }
    if let lastTwoWay, today.days(since: lastTwoWay) > Self.quietDays {
      found.append(
        AttentionReason(
          .quiet, "last two-way contact \(AttentionReason.days(today.days(since: lastTwoWay))) ago",
          "Talk to the main contact"))
    } else if lastTwoWay == nil {
      found.append(AttentionReason(.quiet, "no two-way contact is noted", "Talk to the main contact"))
    }
    reasons = found
  }

  private static func words(_ flag: HealthFlag) -> String {
    switch flag {
    case .cancellationNotice(let day): "notice was given on \(day.iso)"
    case .sponsorLeft: "the executive sponsor left"
    case .overdue(let invoice, let days): "invoice \(invoice) is \(AttentionReason.days(days)) late"
    }
  }

  private static func action(_ worst: HealthSettings.Component?, _ flags: [HealthFlag]) -> String {
    switch flags.first {
    case .cancellationNotice: return "Find out what the notice would take back"
    case .sponsorLeft: return "Find a new executive sponsor"
    case .overdue: return "Find out why the invoice is not paid"
    case nil: break
    }
    return switch worst {
    case .usage, .adoption: "Find out what keeps people from using it"
    case .engagement: "Talk to the main contact"
    case .relationship: "Meet more people, and the sponsor"
    case .support: "Bring the open tickets to an end"
    case .commercial: "Clear up the late invoices"
    case .outcomes: "Go through the agreed success criteria"
    case .sentiment, nil: "Ask what they are unhappy about"
    }
  }
}
