/// How `fieldbook.yaml` wants the health of customers to be scored (domain 1.8).
package struct HealthSettings: Sendable {
  /// What a score is made of.
  package enum Component: String, CaseIterable, Sendable {
    case usage, adoption, engagement, relationship, support, commercial, outcomes, sentiment
  }

  /// What each component counts; one that is missing or 0 does not count.
  package var weights: [Component: Decimal4] = [
    .usage: Decimal4(30), .engagement: Decimal4(25), .relationship: Decimal4(20), .support: Decimal4(15),
    .commercial: Decimal4(10),
  ]
  /// The metric of `usage.csv` whose trend is scored.
  package var usageMetric = "active_users"
  /// The metric of `usage.csv` that tells of what was bought how much is used, by its denominator.
  package var adoptionMetric: String?

  /// The defaults.
  package init() {}

  init?(_ fields: inout FieldReader) {
    let defaults = weights
    weights =
      fields.record("weights", owner: "health weights") { weights in
        var read = defaults
        for component in Component.allCases {
          if let weight = weights.decimal(component.rawValue, in: .zero...Decimal4(1000)) { read[component] = weight }
        }
        return read
      } ?? defaults
    usageMetric = fields.text("usage_metric") ?? usageMetric
    adoptionMetric = fields.text("adoption_metric")
  }
}
