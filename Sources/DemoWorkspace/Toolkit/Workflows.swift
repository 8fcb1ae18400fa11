/// The stages of each pipeline with their odds.
enum Workflows {
  /// File name and bytes.
  static let files: [(slug: String, text: String)] = [
    ("new-business", deals("new-business", "New business", Vendor.operations)),
    ("expansion", deals("expansion", "Expansion", Vendor.headOfCare)),
    ("renewal", deals("renewal", "Renewal", Vendor.headOfCare)),
    ("onboarding", onboarding),
  ]

  private static let stages: [(stage: Stage, name: String, odds: String, category: String, stale: Int, fact: String)] =
    [
      (.lead, "Lead", "0.05", "omitted", 14, "committee.count >= 1"),
      (.qualification, "Qualification", "0.1", "pipeline", 14, "interactions.two_way >= 1"),
      (.discovery, "Discovery", "0.2", "pipeline", 21, "meddpicc.identified_pain.score >= 2"),
      (.technicalValidation, "Technical Validation", "0.4", "pipeline", 30, "meddpicc.metrics.score >= 2"),
      (.businessCase, "Business Case", "0.6", "best_case", 21, "meddpicc.economic_buyer.score >= 2"),
      (.negotiation, "Negotiation", "0.8", "commit", 21, "meddpicc.paper_process.score >= 2"),
      (.closedWon, "Closed Won", "1.0", "closed", 30, "reason_code is known"),
      (.closedLost, "Closed Lost", "0.0", "omitted", 365, "reason_code is known"),
    ]

  private static func deals(_ id: String, _ name: String, _ owner: String) -> String {
    var lines = Lines()
    lines.add("id: \(id)")
    lines.field("name", name)
    lines.add("applies_to: deal")
    lines.add("owner: \(owner)")
    lines.add("stages:")
    for (stage, name, odds, category, stale, fact) in stages {
      lines.add("  - id: \(stage.rawValue)")
      lines.field("    name", name)
      lines.add("    probability: \(odds)")
      lines.add("    category: \(category)")
      lines.add("    stale_after_days: \(stale)")
      if stage != .lead, stage != .closedLost {
        lines.add("    play: \(id == "renewal" && stage.isOpen ? "renewal-120-days" : stage.playbook)")
      }
      lines.add("    exit_criteria:")
      lines.add("      - {id: \(stage.rawValue)_fact, text: The fact behind this stage is on file, needs: \(fact)}")
    }
    return lines.text
  }

  private static let onboarding = """
    id: onboarding
    name: Onboarding
    applies_to: account
    owner: petra.holst
    stages:
      - {id: kick_off, name: Kick-off, stale_after_days: 14, play: onboarding-first-90-days}
      - {id: technical_go_live, name: Technical go-live, stale_after_days: 45, play: onboarding-first-90-days}
      - {id: first_value, name: First value, stale_after_days: 60, play: onboarding-first-90-days}
      - {id: handover_accepted, name: Handover accepted, stale_after_days: 90, play: onboarding-first-90-days}

    """
}
