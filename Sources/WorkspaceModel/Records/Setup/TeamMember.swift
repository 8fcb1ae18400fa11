package import Diagnostics

/// Somebody who works here.
package struct TeamMember: Sendable {
  package enum Role: String, CaseIterable, Sendable {
    case ae, sdr, se, csm, manager, vp, cro, cfo
    case salesOps = "sales_ops"
  }
  package enum Status: String, CaseIterable, Sendable { case active, left }
  /// What somebody is to reach in a period.
  package struct Quota: Sendable {
    /// "2026-Q4", "2026".
    package var period: String
    /// "bookings", "renewals".
    package var measure: String?
    package var target: Money?
  }

  /// First name, dot, last name.
  package var id: String
  /// Where the entry begins.
  package var range: SourceRange
  package var name: String
  package var role: Role?
  package var jobTitle: String?
  /// Person id.
  package var manager: String?
  package var team: String?
  package var email: String?
  package var status: Status?
  package var startedOn: Day?
  package var leftOn: Day?
  package var timeZone: String?
  package var quotas: [Quota]

  init?(range: SourceRange, _ fields: inout FieldReader) {
    let id = fields.text("id", required: true)
    self.range = range
    name = fields.text("name") ?? id ?? ""
    role = fields.choice("role", Role.self)
    jobTitle = fields.text("title")
    manager = fields.text("manager")
    team = fields.text("team")
    email = fields.text("email")
    status = fields.choice("status", Status.self)
    startedOn = fields.day("started_on")
    leftOn = fields.day("left_on")
    timeZone = fields.text("time_zone")
    quotas = fields.records("quotas", owner: "quota") { quota in
      guard let period = quota.text("period", required: true) else { return nil }
      return Quota(period: period, measure: quota.text("measure"), target: quota.money("target"))
    }
    guard let id else { return nil }
    self.id = id
  }
}
