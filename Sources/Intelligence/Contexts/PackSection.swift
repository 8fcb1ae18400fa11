package import WorkspaceModel

/// The parts of a pack, most important first (domain 4.1).
package enum PackSection: String, CaseIterable, Sendable, Hashable {
  case header, state, alerts, deals, people, interactions, tasks, insights, signals, competition, history, documents

  /// What is never cut.
  var isBinding: Bool { self == .header || self == .state || self == .alerts }

  /// The lists of templates that belong to it.
  var lists: [String] {
    switch self {
    case .header: []
    case .state: ["health.components"]
    case .alerts: ["alerts", "promises", "risks"]
    case .deals: ["deals"]
    case .people: ["people"]
    case .interactions: ["interactions"]
    case .tasks: ["tasks"]
    case .insights: ["insights"]
    case .signals: ["usage.series", "support.tickets", "billing.invoices"]
    case .competition: ["competitors"]
    case .history: ["history", "closed_deals"]
    case .documents: ["documents"]
    }
  }

  /// Its part of the tier's tokens, in the units of domain 4.1.
  func share(_ tier: ContextTemplate.Tier) -> Int {
    switch tier {
    case .compact: [150, 350, 500, 900, 600, 1200, 400, 400, 300, 200, 0, 0][place]
    case .standard: [300, 800, 2000, 5000, 3000, 12_000, 1500, 3000, 4000, 3000, 3000, 2400][place]
    case .extended: [600, 1500, 5000, 15_000, 8000, 100_000, 3000, 10_000, 12_000, 8000, 20_000, 16_900][place]
    }
  }

  /// How much of its part a purpose gives it, in percent.
  func weight(_ purpose: PackPurpose) -> Int {
    switch (purpose, self) {
    case (.meeting, .people), (.meeting, .tasks): 130
    case (.meeting, .signals): 80
    case (.dealReview, .deals): 150
    case (.dealReview, .competition): 150
    case (.dealReview, .signals): 60
    case (.renewal, .signals): 150
    case (.renewal, .competition): 120
    case (.qbr, .signals), (.qbr, .insights): 150
    case (.qbr, .competition): 60
    default: 100
    }
  }

  private var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

extension ContextTemplate.Tier {
  /// Tokens of a whole pack unless somebody says otherwise.
  package var standardBudget: Int {
    switch self {
    case .compact: 5000
    case .standard: 40_000
    case .extended: 200_000
    }
  }

  /// Days after which an interaction is not told in full while others want the room; nil for never.
  var fullWindow: Int? {
    switch self {
    case .compact, .standard: 30
    case .extended: nil
    }
  }
}
