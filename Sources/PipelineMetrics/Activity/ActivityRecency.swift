internal import Diagnostics
package import WorkspaceModel

/// How long ago a customer last took part in something with us (domain 2.1).
package struct ActivityRecency: Sendable {
  /// Whole days since the newest two-way interaction; unknown when there never was one.
  package let days: Metric
  /// Whole days since the record itself began, which is all that is known of a customer who never answered.
  package let recordAge: Int?

  /// The recency of one customer at the clock's day; `createdOn` is when its profile was first committed.
  package init(_ customer: Customer, _ contacts: TwoWayContacts, clock: MetricClock, createdOn: Day? = nil) {
    var evidence = Evidence()
    recordAge = createdOn.map { clock.day.days(since: $0) }
    var value = MetricValue.unknown(
      "no two-way contact" + (recordAge.map { ", on file for \($0) days" } ?? ""))
    if let newest = contacts.contacts(with: customer.slug).last {
      evidence.use(newest.record, "two-way")
      value = .number(Fraction(clock.day.days(since: newest.on)))
    } else {
      evidence.leaveOut(customer.source.path, "no two-way contact")
    }
    days = evidence.metric(
      MetricDefinition("no_activity", "Last contact", "whole days since the newest two-way interaction"), .days, value)
  }
}
