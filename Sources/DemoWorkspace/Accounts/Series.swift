/// What was counted in one week.
struct UsageWeek: Sendable {
  var monday: DemoDay
  var users: Int
  var sites: Int
  var reports: Int
  var seats: Int
  var contracted: Int
}

/// One bill.
struct Invoice: Sendable {
  var number: String
  var issuedOn: DemoDay
  var dueOn: DemoDay
  var paysOn: DemoDay
  var amount: Int
}

extension Account {
  /// The bytes of usage.csv.
  var usageFile: String {
    var lines = Lines()
    lines.add("day,metric,value,denominator")
    for week in usage {
      lines.add("\(week.monday.iso),active_users,\(week.users),\(week.seats)")
      lines.add("\(week.monday.iso),sites_reporting,\(week.sites),\(week.contracted)")
      lines.add("\(week.monday.iso),reports_exported,\(week.reports),")
    }
    return lines.text
  }

  /// The bytes of billing.csv as known on a day.
  func billingFile(on day: DemoDay) -> String {
    var lines = Lines()
    lines.add("invoice,issued_on,due_on,paid_on,amount,currency,status")
    for invoice in invoices {
      let isPaid = invoice.paysOn <= day
      let state =
        "\(isPaid ? invoice.paysOn.iso : ""),\(invoice.amount).00,\(region.currency),\(isPaid ? "paid" : "open")"
      lines.add("\(invoice.number),\(invoice.issuedOn.iso),\(invoice.dueOn.iso),\(state)")
    }
    return lines.text
  }
}
