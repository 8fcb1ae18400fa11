package import Diagnostics
package import WorkspaceModel

/// When the renewal of a contract has to be worked on, and whether somebody does.
package struct RenewalWindow: Hashable, Sendable {
  /// Where the day of a renewal lies.
  package enum State: String, Hashable, Sendable, CaseIterable {
    /// Nobody noted when the contract renews.
    case unknown
    /// The window has not opened.
    case ahead
    /// The deal is to be opened now.
    case open
    /// The window has closed and the contract runs on.
    case closed
    /// The day has passed.
    case past
  }

  /// So many days before the renewal its deal is opened, first and last (domain 1.3).
  package static let leadDays = (first: 120, last: 90)

  package let state: State
  package let renewalOn: Day?
  /// The first day of the window.
  package let opensOn: Day?
  /// The last day of the window.
  package let closesOn: Day?
  /// The last day on which either side can give notice.
  package let noticeBy: Day?
  /// The deal about this renewal; nil when there is none.
  package let deal: RepoPath?
  /// When that deal was opened; nil when unknown.
  package let dealOpenedOn: Day?
  /// Whether that deal is still open.
  package let isDealOpen: Bool

  /// Whether a deal should be there and is not.
  package var isDealMissing: Bool { deal == nil && (state == .open || state == .closed || state == .past) }

  /// The renewal of a customer on a day; `deals` are all of its deals.
  package init(_ customer: Customer, deals: [DealJourney], today: Day) {
    renewalOn = customer.renewalOn
    opensOn = customer.renewalOn?.adding(days: -Self.leadDays.first)
    closesOn = customer.renewalOn?.adding(days: -Self.leadDays.last)
    let end = customer.contractEnd ?? customer.renewalOn
    noticeBy = end.flatMap { end in customer.noticeDays.map { end.adding(days: -$0) } }
    state =
      switch (renewalOn, opensOn, closesOn) {
      case (let end?, let first?, let last?):
        today < first ? .ahead : today <= last ? .open : today <= end ? .closed : .past
      default: .unknown
      }
    let own = deals.filter { $0.part == .renewal && Self.concerns($0, customer.renewalOn) }
    let found = own.first { $0.outcome == .open } ?? own.max { Self.isOlder($0, $1) }
    deal = found?.record
    dealOpenedOn = found?.createdOn ?? found?.steps.compactMap(\.enteredOn).min()
    isDealOpen = found?.outcome == .open
  }

  /// An open deal is about the renewal to come; a closed one when it was decided within twice the window before it.
  private static func concerns(_ deal: DealJourney, _ renewal: Day?) -> Bool {
    if deal.outcome == .open { return true }
    guard let renewal, let closed = deal.closedOn else { return false }
    return renewal.days(since: closed) <= 2 * leadDays.first
  }

  private static func isOlder(_ left: DealJourney, _ right: DealJourney) -> Bool {
    let (one, other) = (left.closedOn?.number ?? .min, right.closedOn?.number ?? .min)
    return one == other ? left.record < right.record : one < other
  }
}
