/// Bookings, recurring revenue, exceptions and invoices; no figure that is not measured.
package struct CFOReport: Report {
  /// As definitions name it.
  package let id = "cfo"

  /// A report to generate.
  package init() {}

  /// Bookings, bridge of recurring revenue, range, exceptions, invoices, renewals, definitions.
  package func sections(_ reading: ReportReading) -> [SectionData] {
    [
      reading.bookings(),
      reading.arrBridge(),
      reading.forecastRange(),
      reading.exceptions(),
      reading.lateInvoices(),
      reading.renewalSchedule(),
      reading.definitionsChanged(),
    ]
  }
}
