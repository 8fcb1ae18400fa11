extension StageGate {
  /// Fields of a profile that a condition may ask for.
  private static let accountFields: Set<String> = [
    "source", "arr", "contract_start", "contract_end", "renewal_on", "churned_on", "churn_reason", "csm",
  ]

  /// Whether a condition is written in the language of gates.
  package static func understands(_ needs: String) -> Bool {
    let words = needs.split(separator: " ").map(String.init)
    guard words.count == 3 else { return false }
    let parts = words[0].split(separator: ".").map(String.init)
    if words[1] == ">=", Int(words[2]) != nil { return isNumber(parts) }
    return words[1] == "is" && words[2] == "known" && isFact(parts)
  }

  private static func isNumber(_ parts: [String]) -> Bool {
    switch parts.first {
    case "meddpicc": parts.count == 3 && parts[2] == "score" && isElement(parts[1])
    case "committee", "competitors": parts.count == 2 && parts[1] == "count"
    case "interactions": parts.count == 2 && parts[1] == "two_way"
    case "success": parts.count == 2 && (parts[1] == "criteria_agreed" || parts[1] == "criteria_met")
    default: false
    }
  }

  private static func isFact(_ parts: [String]) -> Bool {
    switch parts.first {
    case "meddpicc": parts.count == 2 && isElement(parts[1])
    case "committee": parts.count == 2 && CommitteeMember.Role(rawValue: parts[1]) != nil
    case "next_step": parts.count == 1 || parts == ["next_step", "due"]
    case "account": parts.count == 2 && accountFields.contains(parts[1])
    case "milestones": parts.count == 2
    case "amount", "close_on", "closed_on", "competitors", "outcome", "owner", "reason_code", "stage_entered_on",
      "term_months":
      parts.count == 1
    default: false
    }
  }

  private static func isElement(_ name: String) -> Bool { MeddpiccElement.Name(rawValue: name) != nil }
}
