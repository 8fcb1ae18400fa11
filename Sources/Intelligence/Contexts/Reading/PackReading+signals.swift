internal import Diagnostics
internal import PipelineMetrics
internal import WorkspaceModel

extension PackReading {
  private var points: [UsagePoint] { sources.reports.workspace.usage[slug] ?? [] }
  private var invoices: [Invoice] { sources.reports.workspace.invoices[slug] ?? [] }

  var usage: [String: PackValue] {
    let trend = sources.reports.health.score(of: slug)?.component(.usage)
    var values: [String: PackValue] = [:]
    values["trend"] = .text(
      trend.map { part in
        part.score.map { "\($0.text(places: 0)) of 100 (\(part.reason))" } ?? "unknown (\(part.reason))"
      }
        ?? "unknown")
    values["seats"] = .text(newest("active_users") ?? "unknown")
    values["sites"] = .text(newest("sites_reporting") ?? "unknown")
    values["reports"] = .text(newest("reports_exported") ?? "unknown")
    return values
  }

  /// "41 of 45 on 16 Nov 2026".
  private func newest(_ metric: String) -> String? {
    guard let point = points.filter({ $0.metric == metric && $0.day <= today }).max(by: { $0.day < $1.day }) else {
      return nil
    }
    let whole = point.denominator.map { " of \($0.text)" } ?? ""
    return "\(point.value.text)\(whole) on \(ChangeFormat.day(point.day))"
  }

  /// One item a day, newest first.
  var usageItems: [PackItem] {
    let days = Dictionary(grouping: points.filter { $0.day <= today }, by: \.day)
    return days.keys.sorted(by: >).flatMap { day in
      (days[day] ?? []).map { point in
        let whole = point.denominator?.text ?? "no limit"
        return PackItem(
          id: "usage.csv#\(day.iso)/\(UntrustedText.line(point.metric))", list: "usage.series", day: day,
          relevance: options.purpose == .meeting ? 50 : 90,
          values: [
            "day": .text(day.iso), "metric": .text(point.metric), "value": .text(point.value.text),
            "denominator": .text(whole),
          ], line: "- \(day.iso) \(point.metric): \(point.value.text) of \(whole)")
      }
    }
  }

  private var tickets: [Interaction] {
    past.filter { $0.kind == .supportTicket || $0.ticket != nil }
      .sorted { newestFirst(day($0.occurredAt), $0.source.path, day($1.occurredAt), $1.source.path) }
  }

  var support: [String: PackValue] {
    let open = tickets.filter { $0.ticket?.status != .closed }
    return [
      "open": .text(String(open.count)), "severe": .text(String(open.count { $0.ticket?.severity != .normal })),
    ]
  }

  var ticketItems: [PackItem] {
    tickets.map { ticket in
      let isOpen = ticket.ticket?.status != .closed
      let severity = ticket.ticket?.severity?.rawValue ?? "severity unknown"
      let status = ticket.ticket?.status?.rawValue ?? "state unknown"
      let date = words(day(ticket.occurredAt)) ?? "unknown day"
      return PackItem(
        id: "\(id(ticket.source.path))#ticket", list: "support.tickets", day: isOpen ? today : day(ticket.occurredAt),
        relevance: isOpen ? 160 : 80,
        values: [
          "date": .text(date), "severity": .text(severity), "status": .text(status), "subject": .text(ticket.subject),
          "summary": .text(ticket.summary ?? "no summary"),
        ], line: "- \(date) \(severity) \(status): \(ticket.subject)")
    }
  }

  var billing: [String: PackValue] {
    let late = invoices.filter { $0.daysLate(on: today) != nil }
    let words = late.map { "\($0.number) (\(ReportWords.days($0.daysLate(on: today) ?? 0)))" }
    return [
      "late": .text(
        sources.reports.workspace.invoices[slug] == nil
          ? "unknown, no invoices kept here" : late.isEmpty ? "none" : words.joined(separator: ", "))
    ]
  }

  var invoiceItems: [PackItem] {
    invoices.enumerated().sorted { left, right in
      let (one, two) = (left.element.dueOn?.number ?? 0, right.element.dueOn?.number ?? 0)
      return one == two ? left.offset < right.offset : one > two
    }.map { _, invoice in
      let isLate = invoice.daysLate(on: today) != nil
      let status = (invoice.status?.rawValue ?? "unknown") + (isLate ? ", late" : "")
      let amount = words(invoice.amount) ?? "unknown amount"
      return PackItem(
        id: "billing.csv#\(UntrustedText.line(invoice.number))", list: "billing.invoices",
        day: isLate ? today : invoice.dueOn, relevance: isLate ? 180 : 70,
        values: [
          "invoice": .text(invoice.number), "amount": .text(amount), "status": .text(status),
          "issued_on": .text(words(invoice.issuedOn) ?? "unknown"), "due_on": .text(words(invoice.dueOn) ?? "unknown"),
          "paid_on": .text(words(invoice.paidOn) ?? "not paid"),
        ], line: "- \(invoice.number): \(amount), \(status)")
    }
  }
}
