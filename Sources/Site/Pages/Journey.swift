/// The way of a customer from the first lead to renewal.
package struct JourneySection: Sendable {
  /// "In renewal since 2 Oct 2026, 52 days".
  package var journeySummary: String
  /// Before the sale, and after it.
  package var phases: [JourneyPhase]
  /// What the step at hand lacks; missing where nobody knows which step that is.
  package var lacking: JourneyLack?
  /// Where it is told what every step asks for; missing when none asks for anything.
  package var allGates: Link?
}

/// A stretch of a journey.
package struct JourneyPhase: Sendable {
  /// A class name: buying or account.
  package var phaseKind: String
  /// "Buying".
  package var phaseTitle: String
  /// The deal that it is told from.
  package var phaseDeal: Link?
  /// Why there is no deal to tell it from.
  package var phaseRemark: String?
  /// In order.
  package var trail: [JourneyItem]
}

/// One step of a journey, of a customer or of a deal.
package struct JourneyItem: Sendable {
  /// "Business case".
  package var stepName: String
  /// A class name: passed, current, next, skipped, not-reached, unknown, won or lost.
  package var stepState: String
  /// A symbol of `partials/icons.mustache`.
  package var stepIcon: String
  /// The state in words.
  package var stepLabel: String
  /// Whether the journey stands here.
  package var isHere: Bool
  /// When it was entered.
  package var since: Day?
  /// When it was left.
  package var until: Day?
  /// "31 d", with those of earlier stays.
  package var stepStay: String?
  /// "3 of 4 met", leading to what it asks for.
  package var gate: GateMark?
  /// Smaller steps within it.
  package var milestones: [JourneyMilestone]
  /// Dates and deals that belong to it.
  package var stepFacts: [Fact]
}

/// How much of what a step asks for is there.
package struct GateMark: Sendable {
  /// "3 of 4 met".
  package var markText: String
  /// A class name: met, waived, unmet or unknown.
  package var markState: String
  /// A symbol of `partials/icons.mustache`.
  package var markIcon: String
  /// Where each criterion is told with its proof.
  package var markPlace: Href
}

/// A smaller step within one.
package struct JourneyMilestone: Sendable {
  /// "First value".
  package var milestoneName: String
  /// A class name, as for steps.
  package var milestoneState: String
  /// A symbol of `partials/icons.mustache`.
  package var milestoneIcon: String
  /// The state in words.
  package var milestoneLabel: String
  /// When it was reached.
  package var reached: Day?
  /// The record that shows it.
  package var reachedProof: Link?
}

/// What has to be there before the step at hand is left, and is not.
package struct JourneyLack: Sendable {
  /// "Missing before Renewal is left".
  package var lackTitle: String
  /// Whether nothing is missing.
  package var isComplete: Bool
  /// Only what is missing; empty when nothing is.
  package var criteria: [Criterion]
}

/// What the steps of a journey ask for.
package struct GateList: Sendable {
  /// Unique in the page.
  package var gatesAnchor: String
  /// "Being a customer", or the name of a deal.
  package var gatesTitle: String
  /// "21 of 27 met, 2 waived".
  package var gatesCount: String
  /// The deal; missing for the account itself.
  package var gatesRecord: Link?
  /// One a step that asks for something.
  package var gateSteps: [GateStep]
}

/// What one step asks for, with the proofs.
package struct GateStep: Sendable {
  /// Unique in the page.
  package var gateAnchor: String
  /// "Discovery".
  package var gateName: String
  /// "3 of 4 met".
  package var gateCount: String
  /// In the workflow's order.
  package var criteria: [Criterion]
}

/// Where a deal lies in the journey of its customer.
package struct AccountStrip: Sendable {
  /// The journey itself.
  package var stripJourney: Link
  /// The sale, onboarding, success, expansion, renewal.
  package var stops: [AccountStop]
}

/// One part of a customer's journey.
package struct AccountStop: Sendable {
  /// "Expansion".
  package var stopName: String
  /// A class name, as for steps.
  package var stopState: String
  /// A symbol of `partials/icons.mustache`.
  package var stopIcon: String
  /// "Passed, 20 Jun 2025".
  package var stopLabel: String
  /// Whether the deal belongs here.
  package var isThisDeal: Bool
}
