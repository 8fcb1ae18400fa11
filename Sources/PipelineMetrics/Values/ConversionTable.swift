package import WorkspaceModel

/// Rates by which amounts are turned into one currency; without one nothing is added across currencies.
package struct ConversionTable: Hashable, Sendable {
  /// Holds from a day on, until the next one.
  package struct Rate: Hashable, Sendable {
    package let from: Day
    /// Units of the table's currency for one unit of the other.
    package let rate: Fraction

    /// A rate from a day on.
    package init(from: Day, rate: Fraction) {
      self.from = from
      self.rate = rate
    }
  }

  /// Printed beside every converted figure: "ECB 2026, planning 2026-01".
  package let name: String
  /// ISO 4217 code that amounts are turned into.
  package let currency: String
  private let rates: [String: [Rate]]
  private let planning: [String: Fraction]

  /// A table by currency: dated rates for closed deals, planning rates for open ones.
  package init(name: String, currency: String, rates: [String: [Rate]], planning: [String: Fraction]) {
    self.name = name
    self.currency = currency
    self.rates = rates.mapValues { $0.sorted { $0.from < $1.from } }
    self.planning = planning
  }

  /// An amount in the table's currency, rounded to four places; nil when no rate is known.
  ///
  /// `closedOn` asks for the rate of that day, nil for the planning rate (domain 2.3).
  package func converted(_ money: Money, closedOn: Day?) -> Money? {
    if money.currency == currency { return money }
    let rate =
      if let closedOn { rates[money.currency]?.last { $0.from <= closedOn }?.rate } else { planning[money.currency] }
    return rate.map { Money((Fraction(money.amount) * $0).rounded, currency: currency, kind: money.kind) }
  }
}
