/// Health, renewals and onboarding of accounts.
package struct CSMReport: Report {
  /// As definitions name it.
  package let id = "csm"

  /// A report to generate.
  package init() {}

  /// Health, usage, renewals, onboarding, tickets, people, signals, criteria, contacts.
  package func sections(_ reading: ReportReading) -> [SectionData] {
    [
      reading.accountsByBand(),
      reading.usageMovers(),
      reading.renewals(),
      reading.onboardingLate(),
      reading.severeTickets(),
      reading.peopleChanges(),
      reading.expansionSignals(),
      reading.criteriaStatus(),
      reading.contactsThisWeek(),
    ]
  }
}
