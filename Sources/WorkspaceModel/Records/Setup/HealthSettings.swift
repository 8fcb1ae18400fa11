/// How `fieldbook.yaml` wants the health of customers to be scored (domain 1.8).
package struct HealthSettings: Sendable {
  /// What a score is made of.
  package enum Component: String, CaseIterable, Sendable {
    case usage, adoption, engagement, relationship, support, commercial, outcomes, sentiment
  }

  /// What each component counts, in a fixed order so that equal settings always print the same; 0 does not count.
  package struct Weights: Hashable, Sendable {
    private var all: [Decimal4]

    /// The weights of domain 1.8, option A.
    package init() {
      all = Component.allCases.map { component in
        switch component {
        case .usage: Decimal4(30)
        case .engagement: Decimal4(25)
        case .relationship: Decimal4(20)
        case .support: Decimal4(15)
        case .commercial: Decimal4(10)
        case .adoption, .outcomes, .sentiment: .zero
        }
      }
    }

    /// The weight of a component; one that is missing does not count.
    package subscript(component: Component) -> Decimal4? {
      get { Self.place(component).map { all[$0] } }
      set { if let place = Self.place(component) { all[place] = newValue ?? .zero } }
    }

    private static func place(_ component: Component) -> Int? { Component.allCases.firstIndex(of: component) }
  }

  /// What each component counts.
  package var weights = Weights()
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
