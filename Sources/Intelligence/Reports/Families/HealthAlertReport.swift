/// The health of an account crossed a band, or a churn rule fired.
package struct HealthAlertReport: Report {
  /// As definitions name it.
  package let id = "health_alert"

  /// A report to generate.
  package init() {}

  /// Score, components, contacts, renewal, play, escalation.
  package func sections(_ reading: ReportReading) -> [SectionData] {
    [
      reading.scoreChange(),
      reading.components(),
      reading.lastContacts(),
      reading.renewalAtStake(),
      reading.healthPlay(),
      reading.escalationLine(),
    ]
  }
}
